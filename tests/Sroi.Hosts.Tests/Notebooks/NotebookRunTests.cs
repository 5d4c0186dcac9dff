using System.Text.Json.Nodes;
using Sroi.Notebooks.Documents;
using Sroi.Notebooks.Running;

namespace Sroi.Hosts.Tests.Notebooks;

/// <summary>Notebooks that run without a person.</summary>
public sealed class NotebookRunTests : IDisposable
{
    private readonly NotebookFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_cell_runs_and_keeps_its_outputs_as_Jupyter_stores_them()
    {
        ExecutedNotebook executed = await Run(
            "md:# Title",
            "var shown = display(1);\nConsole.Write(\"a\\nb\");\nConsole.Write(\"c\");\nConsole.Error.Write(\"e\");\n2",
            "",
            "shown.Update(3);"
        );
        Assert.Null(executed.Failure);
        JsonArray cells = JsonNode.Parse(executed.Notebook.ToJson())!["cells"]!.AsArray();
        Assert.Equal([null, "1", null, "2"], cells.Select(cell => cell!["execution_count"]?.ToJsonString()));
        Assert.Equal(
            "[{\"data\":{\"text/plain\":[\"3\"]},\"metadata\":{},\"output_type\":\"display_data\"},"
                + "{\"name\":\"stdout\",\"output_type\":\"stream\",\"text\":[\"a\\n\",\"bc\"]},"
                + "{\"name\":\"stderr\",\"output_type\":\"stream\",\"text\":[\"e\"]},"
                + "{\"data\":{\"text/plain\":[\"2\"]},\"metadata\":{},\"output_type\":\"execute_result\",\"execution_count\":1}]",
            cells[1]!["outputs"]!.ToJsonString()
        );
    }

    [Fact]
    public async Task A_notebook_runs_in_its_own_folder()
    {
        string before = Directory.GetCurrentDirectory();
        File.WriteAllText(_folder["data.txt"], "60");
        ExecutedNotebook executed = await Run("File.ReadAllText(\"data.txt\")");
        Assert.Null(executed.Failure);
        Assert.Equal(before, Directory.GetCurrentDirectory());
    }

    [Fact]
    public async Task It_ends_at_the_first_cell_that_fails_and_keeps_what_was_done()
    {
        ExecutedNotebook executed = await Run("1", "tag:raises-exception\nthrow new Exception(\"meant\");", "\nint zero = 0;\n1 / zero", "4");
        Assert.Equal(new FailedCell(3, 3, "System.DivideByZeroException", "Attempted to divide by zero."), executed.Failure);
        JsonArray cells = JsonNode.Parse(executed.Notebook.ToJson())!["cells"]!.AsArray();
        Assert.Equal(
            ["execute_result", "error", "error", null],
            cells.Select(cell => (string?)cell!["outputs"]!.AsArray().FirstOrDefault()?["output_type"])
        );
        Assert.Equal(
            "{\"ename\":\"System.DivideByZeroException\",\"evalue\":\"Attempted to divide by zero.\",\"output_type\":\"error\","
                + "\"traceback\":[\"System.DivideByZeroException: Attempted to divide by zero.\",\"   at line 3\"]}",
            cells[2]!["outputs"]![0]!.ToJsonString()
        );
        Assert.Null(cells[3]!["execution_count"]);
    }

    [Fact]
    public async Task A_question_that_nobody_can_answer_fails()
    {
        ExecutedNotebook executed = await Run("Ask(\"Who?\")");
        Assert.Equal("The cell asks 'Who?', but the notebook runs unattended. Make the answer a parameter.", executed.Failure!.Message);
    }

    [Fact]
    public async Task It_can_be_stopped()
    {
        using CancellationTokenSource stop = new();
        NotebookFile notebook = NotebookFile.Read(_folder.Write("a.ipynb", "1", "while (true) { }", "3"));
        ExecutedNotebook executed = await NotebookRun
            .RunAsync(
                notebook,
                progress =>
                {
                    if (progress is { Number: 2, Took: null })
                    {
                        stop.CancelAfter(TimeSpan.FromMilliseconds(300));
                    }
                },
                stop.Token
            )
            .WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal((true, 2), (executed.IsStopped, executed.Failure!.Number));
    }

    [Fact]
    public async Task Each_cell_is_told_of()
    {
        List<string> told = [];
        NotebookFile notebook = NotebookFile.Read(_folder.Write("a.ipynb", "1", "md:text", "2"));
        await NotebookRun.RunAsync(notebook, cell => told.Add($"{cell.Number}/{cell.Total} {(cell.Took is null ? "begins" : "ends")}"), default);
        Assert.Equal(["1/2 begins", "1/2 ends", "2/2 begins", "2/2 ends"], told);
    }

    // In format 4.5 each cell has an id of its own; before it none may have one.
    [Theory]
    [InlineData(5, "null|a|a|b/c|cell-1|7", "cell-1-new|a|cell-3|cell-4|cell-1|cell-6")]
    [InlineData(5, "x|y", "x|y")]
    [InlineData(4, "x|null", "null|null")]
    public async Task Every_cell_has_an_id_of_its_own(int minor, string ids, string expected)
    {
        JsonObject Cell(string id)
        {
            JsonObject cell = new()
            {
                ["cell_type"] = "markdown",
                ["metadata"] = new JsonObject(),
                ["source"] = "",
            };
            if (id != "null")
            {
                cell["id"] = id == "7" ? JsonValue.Create(7) : JsonValue.Create(id);
            }

            return cell;
        }

        JsonObject notebook = new()
        {
            ["cells"] = new JsonArray([.. ids.Split('|').Select(Cell)]),
            ["metadata"] = new JsonObject(),
            ["nbformat"] = 4,
            ["nbformat_minor"] = minor,
        };
        File.WriteAllText(_folder["ids.ipynb"], notebook.ToJsonString());
        ExecutedNotebook executed = await NotebookRun.RunAsync(NotebookFile.Read(_folder["ids.ipynb"]), _ => { }, default);
        JsonArray cells = JsonNode.Parse(executed.Notebook.ToJson())!["cells"]!.AsArray();
        Assert.Equal(expected.Split('|'), cells.Select(cell => (string?)cell!["id"] ?? "null"));
    }

    [Fact]
    public async Task Parameters_are_given_in_a_cell_of_their_own_after_the_one_that_declares_them()
    {
        const string Declared =
            "tag:parameters\nint people = 1;\nulong seed = 1;\nvar rate = 0.5;\nbool isCautious = false;\nstring name = \"x\";\nstring[] overlays = [];\n"
            + "double? price = null;\nDayOfWeek day = default;\nList<int> other = [];\nconst int Fixed = 1;";
        (string, string)[] values =
        [
            ("people", "60"),
            ("seed", "2026"),
            ("rate", "0.035"),
            ("isCautious", "true"),
            ("name", "a \"b\" \\ {c}"),
            ("overlays", "one, two"),
            ("overlays", "three"),
            ("price", "2"),
            ("day", "Friday"),
        ];
        NotebookFile notebook = NotebookFile.Read(
            _folder.Write("a.ipynb", Declared, "string.Join(\"|\", people, seed, rate, name, overlays.Length, day)")
        );
        NotebookFile given = NotebookParameters.Set(notebook, values);
        Assert.Equal(
            "// Parameters\npeople = 60;\nseed = 2026UL;\nrate = 0.035;\nisCautious = true;\nname = \"a \\\"b\\\" \\\\ {c}\";\n"
                + "overlays = new string[] { \"one\", \"two\", \"three\" };\nprice = 2;\nday = System.DayOfWeek.Friday;",
            given.Cells[1].Source
        );
        Assert.Equal(["injected-parameters"], given.Cells[1].Tags);
        Assert.Equal(2, notebook.Cells.Length);
        ExecutedNotebook executed = await NotebookRun.RunAsync(given, _ => { }, default);
        Assert.Null(executed.Failure);
        Assert.Contains("60|2026|0.035|a \\\"b\\\" \\\\ {c}|3|Friday", executed.Notebook.ToJson(), StringComparison.Ordinal);

        NotebookFile again = NotebookParameters.Set(given, [("people", "61")]);
        Assert.Equal((3, "// Parameters\npeople = 61;"), (again.Cells.Length, again.Cells[1].Source));
    }

    [Theory]
    [InlineData("poeple", "1", "'poeple' is not a parameter of a.ipynb. Did you mean 'people'?")]
    [InlineData("zzzzzzzz", "1", "'zzzzzzzz' is not a parameter of a.ipynb. There are: Fixed, day, isCautious, list, people, rate, seed.")]
    [InlineData("people", "４２", "'people' takes a whole number (its type is int); found '４２'. These are digits of another script; write 42.")]
    [InlineData("people", "1.5", "'people' takes a whole number (its type is int); found '1.5'.")]
    [InlineData("seed", "-1", "'seed' takes a whole number that is not negative (its type is ulong); found '-1'.")]
    [InlineData("rate", "3,5", "'rate' takes a number with a point for decimals (its type is double); found '3,5'.")]
    [InlineData("isCautious", "yes", "'isCautious' takes true or false (its type is bool); found 'yes'.")]
    [InlineData("day", "Fridy", "'day' is of type DayOfWeek; found 'Fridy'. Did you mean 'Friday'?")]
    [InlineData("Fixed", "2", "'Fixed' cannot be set: a.ipynb declares it as constant.")]
    [InlineData(
        "list",
        "2",
        "'list' cannot be set: it is of type List<int>. Numbers, text, true or false, names of an enum, and lists of these are allowed."
    )]
    public void A_value_that_does_not_fit_is_told(string name, string value, string message)
    {
        NotebookFile notebook = NotebookFile.Read(
            _folder.Write(
                "a.ipynb",
                "tag:parameters\nint people = 1;\nulong seed = 1;\nvar rate = 0.5;\nbool isCautious = false;\nDayOfWeek day = default;\nconst int Fixed = 1;\n"
                    + "List<int> list = [];"
            )
        );
        Assert.Equal(message, Assert.Throws<NotebookParameterException>(() => NotebookParameters.Set(notebook, [(name, value)])).Message);
    }

    [Fact]
    public void One_value_is_taken_once()
    {
        NotebookFile notebook = NotebookFile.Read(_folder.Write("a.ipynb", "tag:parameters\nint people = 1;"));
        Assert.Equal(
            "'people' was given 2 times, but takes one value.",
            Assert.Throws<NotebookParameterException>(() => NotebookParameters.Set(notebook, [("people", "1"), ("people", "2")])).Message
        );
    }

    [Fact]
    public void A_notebook_without_parameters_says_so()
    {
        NotebookFile notebook = NotebookFile.Read(_folder.Write("a.ipynb", "int people = 1;"));
        Assert.Equal(
            "a.ipynb takes no parameters: no cell of code is tagged 'parameters'. Tag the one that declares them, such as 'int draws = 1_000;'.",
            Assert.Throws<NotebookParameterException>(() => NotebookParameters.Set(notebook, [("people", "1")])).Message
        );
    }

    private Task<ExecutedNotebook> Run(params string[] cells) =>
        NotebookRun.RunAsync(NotebookFile.Read(_folder.Write("a.ipynb", cells)), _ => { }, default);
}
