using Sroi.Cli;

namespace Sroi.Hosts.Tests.Commands;

/// <summary>Eighty columns, which is also the width of piped output: no line is longer, and no word or number of a table is broken.</summary>
public sealed class NarrowTableTests : IDisposable
{
    private const int Wide = 400;

    private readonly string _folder = TestFolder.Fresh();

    [Theory]
    [InlineData("run croydon_sun")]
    [InlineData("run marco_cavallo_centre --draws 2000 --seed 1")]
    [InlineData("run arizona_peer_employment --overlay croydon_icb --draws 2000 --seed 1")]
    [InlineData("run sleepwell")]
    [InlineData("compare croydon_sun --variant as_claimed")]
    [InlineData("compare croydon_sun arizona_peer_employment")]
    [InlineData("compare expert_patients_programme --variant as_claimed")]
    [InlineData("tornado arizona_peer_employment --draws 2000 --seed 1")]
    [InlineData("tornado marco_cavallo_centre --of ratio")]
    [InlineData("switching arizona_peer_employment")]
    [InlineData("switching wheels_to_meals")]
    [InlineData("two-way marco_cavallo_centre staff_hours days_per_admission")]
    [InlineData("two-way croydon_sun facilitator_hours ae_before --steps 9")]
    [InlineData("indices croydon_sun --points 1024 --seed 1")]
    [InlineData("indices arizona_peer_employment --method morris --seed 1")]
    [InlineData("value-of-information marco_cavallo_centre --draws 2000 --seed 1 --cost 500 --cases-per-year 10 --over-years 5")]
    [InlineData("acceptability croydon_sun lighter_staffing --draws 2000 --seed 1")]
    [InlineData("options croydon_sun --draws 2000 --seed 1")]
    [InlineData("options arizona_peer_employment marco_cavallo_centre expert_patients_programme --draws 2000 --seed 1")]
    [InlineData("subgroups arizona_peer_employment --draws 2000 --seed 1")]
    [InlineData("parameters show unit_costs.health.ae_attendance")]
    [InlineData("parameters diff croydon_icb")]
    public void A_command_fits_and_breaks_no_word(string args) => Fits(args.Split(' '));

    [Theory]
    [InlineData("summary")]
    [InlineData("query")]
    public void The_tables_of_a_batch_fit_and_break_no_word(string command)
    {
        string results = Path.Combine(_folder, "results");
        Assert.Equal(0, Command.Run(["batch", "run", "all_services", "--out", results, "--store", Path.Combine(_folder, "store")]).Code);
        Fits(
            command == "summary"
                ? ["batch", "summary", results]
                :
                [
                    "batch",
                    "query",
                    results,
                    "select scenario, variant, sroi_ratio, net_present_value, present_value_benefits from runs order by run limit 20",
                ]
        );
    }

    [Fact]
    public void A_broken_word_is_found() => Assert.Equal(["presen", "t"], Broken("Net\npresen\nt", "Net present"));

    private static void Fits(string[] args)
    {
        string narrow = Output(args, Terminal.PlainWidth),
            wide = Output(args, Wide);
        // A command to be typed is never broken, so that it can be copied.
        Assert.All(
            narrow.Split('\n').Where(line => !line.StartsWith("  sroi ", StringComparison.Ordinal)),
            line => Assert.True(line.Length <= Terminal.PlainWidth, line)
        );
        // Rows that are tables of their own say so.
        string[] added = [.. Broken(narrow, wide).Except(["row", "column", "of"]).Where(word => !int.TryParse(word, out _))];
        Assert.Equal([], added);
    }

    private static string Output(string[] args, int columns)
    {
        StringWriter output = new(),
            errors = new();
        int code = CommandLine.Run(args, new(TextReader.Null, output, errors, TestFolder.Root, IsPlain: true) { PlainColumns = columns });
        Assert.Equal((0, ""), (code, errors.ToString()));
        return output.ToString().ReplaceLineEndings("\n");
    }

    // Words of the narrow output that the wide one does not have. Rules are as long as their table.
    private static IEnumerable<string> Broken(string narrow, string wide) => Words(narrow).Except(Words(wide));

    private static IEnumerable<string> Words(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => word.Trim('─').Length > 0).Distinct();

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
