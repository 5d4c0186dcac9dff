using System.Text.Json;
using System.Text.RegularExpressions;

namespace Sroi.Hosts.Tests.Commands;

/// <summary>Every command that a result prints works when it is pasted, also for files outside the library and with changes.</summary>
public sealed partial class HintTests : IDisposable
{
    private readonly string _folder = TestFolder.Fresh();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("run croydon_sun")]
    [InlineData("run sleepwell")]
    [InlineData("run croydon_sun --variant as_claimed --overlay croydon_icb --set people=150")]
    [InlineData("run croydon_sun --draws 1000 --seed 1")]
    [InlineData("run FOLDER/my_case.yaml")]
    [InlineData("run FOLDER/my_case.yaml --overlay FOLDER/mine.yaml --set people=150")]
    public void What_a_run_prints_can_be_pasted(string args)
    {
        // A space in the path is what a shell would take apart.
        string folder = Path.Combine(_folder, "my cases");
        Directory.CreateDirectory(folder);
        File.Copy(Path.Combine(TestFolder.Parameters, "scenarios", "croydon_sun.yaml"), Path.Combine(folder, "my_case.yaml"));
        File.WriteAllText(Path.Combine(folder, "mine.yaml"), "title: Mine\nset:\n  unit_costs.health.ae_attendance: 250\n");
        Command run = Command.Run([
            .. args.Split(' ').Select(word => word.Replace("FOLDER", folder, StringComparison.Ordinal)),
            "--parameters",
            TestFolder.Parameters,
        ]);
        Assert.Equal((0, ""), (run.Code, run.Errors));
        string[] commands = [.. Printed().Matches(run.Output).Select(match => match.Value)];
        Assert.True(commands.Length >= 2);
        foreach (string command in commands)
        {
            Command pasted = Command.Run([.. Words(command)[1..], "--parameters", TestFolder.Parameters]);
            Assert.True(pasted.Code == 0 && pasted.Errors.Length == 0, $"{command}\n{pasted.Errors}");
        }
    }

    [Fact]
    public void What_a_batch_prints_can_be_pasted()
    {
        string plan = Path.Combine(_folder, "plan.yaml"),
            results = Path.Combine(_folder, "my results");
        File.WriteAllText(plan, "title: T\nscenarios: [croydon_sun]\nvary:\n  '*.people': [50, 1500]\ndraws: 1000\nseed: 1\n");
        Command run = Command.Run([
            "batch",
            "run",
            plan,
            "--out",
            results,
            "--store",
            Path.Combine(_folder, "store"),
            "--parameters",
            TestFolder.Parameters,
        ]);
        Assert.Equal(0, run.Code);
        Command summary = Command.Run(Words(Assert.Single(Printed().Matches(run.Output)).Value)[1..]);
        Assert.Equal((0, ""), (summary.Code, summary.Errors));
        // All runs with 1,500 people are worth it, and with 106.5 none is.
        Command query = Command.Run(Words(Assert.Single(Printed().Matches(summary.Output)).Value)[1..]);
        Assert.Equal((0, ""), (query.Code, query.Errors));
    }

    [Fact]
    public void What_a_difference_of_parameters_prints_can_be_pasted()
    {
        string overlay = Path.Combine(_folder, "mine.yaml");
        File.WriteAllText(overlay, "title: Mine\ncase: croydon_sun\nset:\n  people: 150\n");
        Command diff = Command.Run(["parameters", "diff", overlay]);
        Command compare = Command.Run(Words(Assert.Single(Printed().Matches(diff.Output)).Value)[1..]);
        Assert.Equal((0, ""), (compare.Code, compare.Errors));
    }

    [Theory]
    [InlineData("payback")]
    [InlineData("payback_months")]
    [InlineData("discounted_payback_years")]
    [InlineData("break_even")]
    public void Explain_knows_payback_and_break_even(string figure)
    {
        Command text = Command.Run($"explain marco_cavallo_centre {figure} --variant as_claimed"),
            json = Command.Run($"explain marco_cavallo_centre {figure} --variant as_claimed --json");
        Assert.Equal((0, "", 0, ""), (text.Code, text.Errors, json.Code, json.Errors));
        Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(json.Output).RootElement.ValueKind);
    }

    [Fact]
    public void Check_prints_json()
    {
        JsonElement good = JsonDocument.Parse(Command.Run("check croydon_sun --json").Output).RootElement;
        Assert.Equal(0, good.GetProperty("problems").GetArrayLength());
        Assert.Equal("croydon_sun", good.GetProperty("scenarios")[0].GetProperty("id").GetString());
        Assert.NotEqual(0, good.GetProperty("scenarios")[0].GetProperty("limitations").GetArrayLength());

        string file = Path.Combine(_folder, "bad.yaml");
        File.WriteAllText(file, "title: T\nset:\n  unit_costs.health.ae_atendance: 3\n");
        Command bad = Command.Run(["check", file, "--json"]);
        JsonElement problem = JsonDocument.Parse(bad.Output).RootElement.GetProperty("problems")[0];
        Assert.Equal((1, ""), (bad.Code, bad.Errors));
        Assert.Equal(3, problem.GetProperty("line").GetInt32());
        Assert.Contains("unit_costs.health.ae_attendance", problem.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    private static string[] Words(string command) => [.. Word().Matches(command).Select(word => word.Value.Trim('"'))];

    [GeneratedRegex(@"\bsroi (run|explain|compare|batch) [^\n·]+")]
    private static partial Regex Printed();

    [GeneratedRegex("\"[^\"]*\"|\\S+")]
    private static partial Regex Word();
}
