namespace Sroi.Hosts.Tests.Commands;

/// <summary>Who prepared a case is in its file, with a logo beside it; a report shows it, and what cannot be a logo is an error with its line.</summary>
public sealed class PreparedTests : IDisposable
{
    private static readonly byte[] Picture = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    private readonly ParameterCopy _parameters = new();

    [Fact]
    public void A_report_shows_it_with_the_logo()
    {
        Write("{by: Ada Lovelace, for: The trustees, date: 2026-11, logo: logo.png}", Picture);
        string report = Path.Combine(TestFolder.Fresh(), "case.html");
        Assert.Equal(0, Command.Run($"report croydon_sun --draws 2000 --seed 1 --parameters {_parameters.Path} --out {report}").Code);
        string html = File.ReadAllText(report);
        Assert.Contains("<dt>Prepared by</dt><dd>Ada Lovelace</dd>", html, StringComparison.Ordinal);
        Assert.Contains("<dt>For</dt><dd>The trustees</dd>", html, StringComparison.Ordinal);
        Assert.Contains($"src=\"data:image/png;base64,{Convert.ToBase64String(Picture)}\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{logo: ../secret.png}", "should be the name of a file in the folder of this one or below it")]
    [InlineData("{logo: logo.svg}", "should be a picture that ends in .png or .jpg")]
    [InlineData("{logo: lugo.png}", "there is no file 'lugo.png' beside this one. Did you mean 'logo.png'?")]
    [InlineData("{logo: logo.jpg}", "'logo.jpg' is not a picture of the kind that its name says")]
    [InlineData("{date: soon}", "date")]
    [InlineData("{author: Ada}", "'author' is not a field of who prepared it.")]
    public void What_is_wrong_is_an_error_with_its_line(string prepared, string found)
    {
        Write(prepared, Picture);
        File.WriteAllBytes(Path.Combine(_parameters.Path, "scenarios", "logo.jpg"), Picture);
        Command run = Command.Run($"run croydon_sun --parameters {_parameters.Path}");
        Assert.Equal(1, run.Code);
        Assert.Contains(found, run.Errors.Replace('\n', ' '), StringComparison.Ordinal);
        Assert.Matches(@"croydon_sun\.yaml, line \d+", run.Errors);
    }

    private void Write(string prepared, byte[] logo)
    {
        _parameters.Replace("scenarios/croydon_sun.yaml", "country: GB\n", $"country: GB\nprepared: {prepared}\n");
        File.WriteAllBytes(Path.Combine(_parameters.Path, "scenarios", "logo.png"), logo);
    }

    public void Dispose() => _parameters.Dispose();
}
