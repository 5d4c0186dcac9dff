using System.Text;
using Sroi.Cli;
using Sroi.Reports;

namespace Sroi.Hosts.Tests.Commands;

/// <summary>Comma-separated values as spreadsheets take them: a byte-order mark in files and none in pipes, text that is no formula, numbers as they are.</summary>
public sealed class CsvTests : IDisposable
{
    private static readonly byte[] Mark = Encoding.UTF8.GetPreamble();
    private readonly string _folder = TestFolder.Fresh();

    [Fact]
    public void Every_csv_file_begins_with_a_byte_order_mark_and_no_other_file_does()
    {
        string output = Path.Combine(_folder, "out");
        Assert.Equal(0, Command.Run($"run croydon_sun --draws 1000 --seed 1 --keep figures --out {output}").Code);
        string[] files = Directory.GetFiles(output);
        Assert.Equal(7, files.Count(file => file.EndsWith(".csv", StringComparison.Ordinal)));
        Assert.All(files, file => Assert.Equal(file.EndsWith(".csv", StringComparison.Ordinal), File.ReadAllBytes(file).AsSpan().StartsWith(Mark)));
        Assert.All(files, file => Assert.Equal(-1, File.ReadAllText(file).IndexOf('\uFEFF')));
        // Its own files are read again, marked by an editor or not.
        string manifest = Path.Combine(output, "manifest.json");
        File.WriteAllText(manifest, File.ReadAllText(manifest), Encoding.UTF8);
        Assert.Equal(0, Command.Run($"reproduce {manifest}").Code);
    }

    public static TheoryData<string> Commands =>
        [
            "run croydon_sun --csv",
            "run croydon_sun --draws 1000 --seed 1 --csv",
            "compare croydon_sun arizona_peer_employment --csv",
            "tornado croydon_sun --csv",
            "switching croydon_sun --csv",
            "parameters list --csv",
            "options croydon_sun --draws 1000 --seed 1 --csv",
        ];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Results_begin_with_it_where_they_go_into_a_file_and_not_in_a_pipe(string command)
    {
        string pipe = Output(command, isFile: false),
            file = Output(command, isFile: true);
        Assert.NotEqual('\uFEFF', pipe[0]);
        Assert.Equal("\uFEFF" + pipe, file);
    }

    [Fact]
    public void Json_and_tables_never_begin_with_it()
    {
        Assert.Equal('{', Output("run croydon_sun --json", isFile: true)[0]);
        Assert.Equal('C', Output("run croydon_sun", isFile: true)[0]);
    }

    // OWASP, CSV Injection: what begins with =, +, −, @, a tab or a line break; in East Asian settings the full-width signs too.
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\n=1", "\"'\n=1\"")]
    [InlineData("＝1", "'＝1")]
    [InlineData("=a,\"b\"", "\"'=a,\"\"b\"\"\"")]
    [InlineData("Café, £5", "\"Café, £5\"")]
    [InlineData("a-b=c", "a-b=c")]
    public void Text_that_a_spreadsheet_would_run_is_made_text(string text, string cell)
    {
        ResultTable table = new(
            [new TableColumn(text, ColumnKind.Text), new TableColumn("n", ColumnKind.Number)],
            [
                [text, -1.5],
            ]
        );
        Assert.Equal($"{cell},n\r\n{cell},-1.5\r\n", table.ToCsv());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Output(string command, bool isFile)
    {
        StringWriter output = new();
        Terminal terminal = new(TextReader.Null, output, TextWriter.Null, TestFolder.Root, IsPlain: true) { OutIsFile = isFile };
        Assert.Equal(0, CommandLine.Run(command.Split(' '), terminal));
        return output.ToString();
    }
}
