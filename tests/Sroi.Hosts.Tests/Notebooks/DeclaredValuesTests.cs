namespace Sroi.Hosts.Tests.Notebooks;

/// <summary>A cell of parameters survives what people who do not program write into it.</summary>
public sealed class DeclaredValuesTests : SessionTest
{
    [Theory]
    [InlineData("string scenario = “croydon_sun”;", "scenario", "croydon_sun")]
    [InlineData("string scenario = croydon_sun", "scenario", "croydon_sun")]
    [InlineData("string scenario = ‘croydon_sun’;", "scenario", "croydon_sun")]
    [InlineData("int draws = 100,000;", "draws", "100000")]
    [InlineData("double cost = £5,000;", "cost", "5000")]
    [InlineData("string[] services = [croydon_sun, “peer_led_groups”];", "services[1]", "peer_led_groups")]
    public async Task It_is_read_as_it_was_meant_and_says_so(string cell, string name, string value)
    {
        RecordedOutput read = await Run(cell);
        Assert.StartsWith("Read as ", Assert.Single(read.Displays).Data["text/plain"], StringComparison.Ordinal);
        Assert.Equal(value, (await Run($"System.Console.Write({name});")).Standard);
    }

    [Theory]
    [InlineData("int draws = many;")]
    [InlineData("string a = \"b\"; int c = d;")]
    [InlineData("var x = “y”;")]
    public async Task What_is_not_clear_is_not_guessed(string cell) => Assert.Equal("CompilationError", (await Fails(cell)).Name);

    [Fact]
    public async Task A_wrong_name_suggests_the_nearest()
    {
        await Run("string scenario = \"croydon_sun\";");
        Assert.Contains("Did you mean 'scenario'?", (await Fails("scenaro.Length")).Message, StringComparison.Ordinal);
    }
}
