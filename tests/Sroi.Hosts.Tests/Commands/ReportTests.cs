namespace Sroi.Hosts.Tests.Commands;

/// <summary><c>sroi report</c>: what it writes, what it says, what it refuses.</summary>
public class ReportTests
{
    private const string Help = "Run 'sroi --help', or 'sroi COMMAND --help' for one command.\n";

    [Fact]
    public void The_report_is_one_file_and_the_command_says_so()
    {
        string folder = TestFolder.Fresh(),
            file = Path.Combine(folder, "new", "case.HTML");
        Command report = Command.Run(["report", "sleepwell", "--draws", "2000", "--seed", "7", "--out", file]);
        Assert.Equal((0, "", $"Written to {file}. Open it in any browser; it needs no network.\n"), (report.Code, report.Output, report.Errors));
        Assert.Equal([file], Directory.EnumerateFileSystemEntries(Path.Combine(folder, "new")));
        Assert.StartsWith("<!DOCTYPE html>\n", File.ReadAllText(file), StringComparison.Ordinal);
        Assert.EndsWith("</body>\n</html>\n", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("report croydon_sun", 2, "Option '--out' is required.\n" + Help)]
    [InlineData("report --out case.html", 2, "Required argument 'SCENARIO' missing for command: 'report'.\n" + Help)]
    [InlineData("report croydon_sun --out case.txt", 2, "--out takes a file name that ends in .html; found 'case.txt'.\n")]
    [InlineData("report croydon_sun --out case", 2, "--out takes a file name that ends in .html; found 'case'.\n")]
    [InlineData("report croydon_sun --out case.html --draws 10", 2, "A report needs at least 2000 draws; found --draws 10.\n")]
    [InlineData("report croydon_sun --out case.html --draws 1999", 2, "A report needs at least 2000 draws; found --draws 1999.\n")]
    [InlineData("report croydon_sn --out case.html", 2, "There is no scenario 'croydon_sn'. Did you mean 'croydon_sun'?\n")]
    [InlineData(
        "report croydon_sun --variant as_claimd --out case.html",
        2,
        "croydon_sun has no variant 'as_claimd'. Did you mean 'as_claimed'? It has: as_claimed, lighter_staffing.\n"
    )]
    [InlineData("report croydon_sun --overlay croydon_icd --out case.html", 2, "There is no overlay 'croydon_icd'. Did you mean 'croydon_icb'?\n")]
    public void What_cannot_be_reported_is_refused(string args, int code, string message)
    {
        string folder = TestFolder.Fresh();
        Command refused = Command.Run([.. args.Split(' '), "--parameters", TestFolder.Parameters], folder: folder);
        Assert.Equal((code, "", message), (refused.Code, refused.Output, refused.Errors));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
    }

    // A wrong name is seen at once, and not when a million draws are made.
    [Fact]
    public void A_wrong_name_of_the_file_is_refused_before_anything_is_read()
    {
        Command refused = Command.Run("report no_such_service --out case.txt");
        Assert.Equal("--out takes a file name that ends in .html; found 'case.txt'.\n", refused.Errors);
    }

    [Fact]
    public void Where_the_folder_cannot_be_written_to_nothing_is()
    {
        string file = Path.Combine(TestFolder.Fresh(), "file");
        File.WriteAllText(file, "kept");
        Command refused = Command.Run(["report", "sleepwell", "--draws", "2000", "--seed", "7", "--out", Path.Combine(file, "case.html")]);
        Assert.Equal((1, ""), (refused.Code, refused.Output));
        Assert.StartsWith($"Nothing was written to {file}: ", refused.Errors, StringComparison.Ordinal);
        Assert.Equal("kept", File.ReadAllText(file));
    }

    [Fact]
    public void A_report_that_is_there_is_replaced_whole()
    {
        string file = Path.Combine(TestFolder.Fresh(), "case.html");
        File.WriteAllText(file, new string('x', 10_000_000));
        Assert.Equal(0, Command.Run(["report", "sleepwell", "--draws", "2000", "--seed", "7", "--out", file]).Code);
        Assert.EndsWith("</html>\n", File.ReadAllText(file), StringComparison.Ordinal);
        Assert.Single(Directory.EnumerateFiles(Path.GetDirectoryName(file)!));
    }
}
