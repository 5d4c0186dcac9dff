using System.Text.Json.Nodes;
using Sroi.Notebooks.Protocol;

namespace Sroi.Hosts.Tests.Notebooks;

public sealed class KernelRequestTests : IClassFixture<KernelRequestTests.Shared>
{
    private readonly RunningKernel _kernel;

    public KernelRequestTests(Shared shared) => _kernel = shared.Kernel;

    private FrontEnd Client => _kernel.Client;

    [Fact]
    public void A_kernel_says_what_it_is()
    {
        JsonObject reply = Client.Ask("kernel_info_request", []);
        Assert.Equal("ok", reply.Text("status"));
        Assert.Equal("5.4", reply.Text("protocol_version"));
        Assert.Equal("sroi", reply.Text("implementation"));
        JsonObject language = reply["language_info"]!.AsObject();
        Assert.Equal(("C#", ".cs", "text/x-csharp"), (language.Text("name"), language.Text("file_extension"), language.Text("mimetype")));
    }

    [Fact]
    public void Whoever_begins_to_listen_is_told_that_nothing_is_lost_from_now_on()
    {
        Assert.Equal("iopub_welcome", Client.Welcome!.Header.Type);
        Assert.Equal("", Client.Welcome.Content.Text("subscription"));
    }

    [Fact]
    public void A_cell_is_echoed_and_its_value_shown_between_busy_and_idle()
    {
        Ran ran = Client.Execute("1 + 2");
        Assert.Equal("ok", ran.Status);
        Assert.Equal("status execute_input execute_result status", ran.Types);
        Assert.Equal("3", ran.One("execute_result")["data"]!.AsObject().Text("text/plain"));
        Assert.Equal("1 + 2", ran.One("execute_input").Text("code"));
        int count = ran.Reply.Number("execution_count", 0);
        Assert.Equal(count, ran.One("execute_result").Number("execution_count", 0));
        Assert.Equal(count + 1, Client.Execute("").Reply.Number("execution_count", 0));
    }

    [Fact]
    public void What_a_cell_writes_comes_as_it_is_and_before_its_value()
    {
        Ran ran = Client.Execute("Console.Write(\"out 😀\"); Console.Error.Write(\"err\"); 5");
        Assert.Equal(("out 😀", "err"), (ran.Written("stdout"), ran.Written("stderr")));
        Assert.Equal("status execute_input stream stream execute_result status", ran.Types);
    }

    [Fact]
    public void Text_that_is_not_Unicode_does_not_cost_the_cell()
    {
        Ran ran = Client.Execute("Console.Write(\"a\\ud83d\"); Console.Write(\"b\");");
        Assert.Equal("a\ufffdb", ran.Written("stdout"));
    }

    [Fact]
    public void A_failing_cell_is_told_once_and_its_variables_are_kept()
    {
        Ran ran = Client.Execute("int kept = 7; throw new InvalidOperationException(\"no way\");");
        Assert.Equal("status execute_input error status", ran.Types);
        Assert.Equal("error", ran.Status);
        Assert.Equal("no way", ran.One("error").Text("evalue"));
        Assert.Equal(ran.One("error").Text("ename"), ran.Reply.Text("ename"));
        Assert.Equal("7", Client.Execute("kept").One("execute_result")["data"]!.AsObject().Text("text/plain"));
    }

    [Fact]
    public void A_cell_that_does_not_compile_says_why()
    {
        Ran ran = Client.Execute("int x = \"text\";");
        Assert.Equal("status execute_input error status", ran.Types);
        Assert.Equal("CompilationError", ran.Reply.Text("ename"));
        Assert.Contains("CS0029", ran.Reply.Text("evalue"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_is_displayed_and_replaced()
    {
        Ran ran = Client.Execute("var shown = display(\"before\"); shown.Update(\"after\");");
        Assert.Equal("status execute_input display_data update_display_data status", ran.Types);
        JsonObject first = ran.One("display_data"),
            then = ran.One("update_display_data");
        Assert.Equal("before", first["data"]!.AsObject().Text("text/plain"));
        Assert.Equal("after", then["data"]!.AsObject().Text("text/plain"));
        Assert.NotEmpty(first["transient"]!.AsObject().Text("display_id"));
        Assert.Equal(first["transient"]!.AsObject().Text("display_id"), then["transient"]!.AsObject().Text("display_id"));
    }

    [Fact]
    public void A_silent_cell_runs_unseen_and_is_not_counted()
    {
        int before = Client.Execute("int quiet = 0;").Reply.Number("execution_count", 0);
        Ran ran = Client.Execute("quiet = 4; Console.Write(1); quiet", new() { ["silent"] = true });
        Assert.Equal("status status", ran.Types);
        Ran after = Client.Execute("quiet");
        Assert.Equal("4", after.One("execute_result")["data"]!.AsObject().Text("text/plain"));
        Assert.Equal(before + 1, after.Reply.Number("execution_count", 0));
    }

    [Fact]
    public void A_cell_that_is_not_to_be_remembered_is_not_counted()
    {
        int before = Client.Execute("1").Reply.Number("execution_count", 0);
        Ran unstored = Client.Execute("\"unstored\"", new() { ["store_history"] = false });
        Assert.Equal("status execute_input execute_result status", unstored.Types);
        Assert.Equal(before + 1, Client.Execute("2").Reply.Number("execution_count", 0));
        Assert.Equal(["1", "2"], History(new() { ["hist_access_type"] = "tail", ["n"] = 2 }));
    }

    [Fact]
    public void Expressions_are_computed_after_the_cell_each_for_itself()
    {
        JsonObject asked = new() { ["sum"] = "twenty + 2", ["bad"] = "nowhere" };
        JsonObject values = Client.Execute("int twenty = 20;", new() { ["user_expressions"] = asked }).Reply["user_expressions"]!.AsObject();
        Assert.Equal("22", values["sum"]!["data"]!.AsObject().Text("text/plain"));
        Assert.Equal("error", values["bad"]!.AsObject().Text("status"));
    }

    [Theory]
    [InlineData("1 + 1", "complete")]
    [InlineData("if (true) {", "incomplete")]
    [InlineData("int = = ;", "invalid")]
    public void Whether_a_cell_is_whole_is_told(string code, string status) =>
        Assert.Equal(status, Client.Ask("is_complete_request", new() { ["code"] = code }).Text("status"));

    [Fact]
    public void What_may_stand_somewhere_is_told_with_positions_in_characters()
    {
        const string Code = "var s = \"😀😀\"; Console.WriteLi";
        JsonObject reply = Client.Ask("complete_request", new() { ["code"] = Code, ["cursor_pos"] = Code.Length - 2 });
        Assert.Contains("WriteLine", reply["matches"]!.AsArray().Select(m => m!.GetValue<string>()));
        Assert.Equal(Code.Length - 2 - "WriteLi".Length, reply.Number("cursor_start", 0));
        Assert.Equal(Code.Length - 2, reply.Number("cursor_end", 0));
        JsonObject typed = reply["metadata"]!["_jupyter_types_experimental"]![0]!.AsObject();
        Assert.Equal(Code.Length - 2, typed.Number("end", 0));
    }

    [Fact]
    public void What_stands_somewhere_is_told()
    {
        const string Code = "/* 😀 */ Console.WriteLine(1)";
        JsonObject reply = Client.Ask("inspect_request", new() { ["code"] = Code, ["cursor_pos"] = "/* 😀 */ Console.Write".Length - 1 });
        Assert.True(reply.IsTrue("found", otherwise: false));
        Assert.Contains("Console.WriteLine", reply["data"]!.AsObject().Text("text/plain"), StringComparison.Ordinal);
        Assert.False(Client.Ask("inspect_request", new() { ["code"] = "   ", ["cursor_pos"] = 1 }).IsTrue("found", otherwise: true));
    }

    [Fact]
    public void Cells_that_ran_are_found_by_the_last_by_number_and_by_pattern()
    {
        int first = Client.Execute("100 + 1").Reply.Number("execution_count", 0);
        Client.Execute("200 + 2");
        Client.Execute("100 + 1");
        Assert.Equal(["200 + 2", "100 + 1"], History(new() { ["hist_access_type"] = "tail", ["n"] = 2 }));
        JsonObject range = new()
        {
            ["hist_access_type"] = "range",
            ["session"] = 0,
            ["start"] = first,
            ["stop"] = first + 2,
        };
        Assert.Equal(["100 + 1", "200 + 2"], History(range));
        Assert.Equal(["100 + 1", "100 + 1"], History(new() { ["hist_access_type"] = "search", ["pattern"] = "100*" }));
        Assert.Equal(
            ["100 + 1"],
            History(
                new()
                {
                    ["hist_access_type"] = "search",
                    ["pattern"] = "100*",
                    ["unique"] = true,
                }
            )
        );
        JsonObject withOutput = new()
        {
            ["hist_access_type"] = "tail",
            ["n"] = 1,
            ["output"] = true,
        };
        Assert.Equal($"[[1,{first + 2},[\"100 \\u002B 1\",\"101\"]]]", Client.Ask("history_request", withOutput)["history"]!.ToJsonString());
    }

    [Fact]
    public void There_are_no_widgets_and_whoever_opens_one_is_told()
    {
        Assert.Equal("{}", Client.Ask("comm_info_request", [])["comms"]!.ToJsonString());
        string id = Client.Send(
            "comm_open",
            new()
            {
                ["comm_id"] = "c1",
                ["target_name"] = "jupyter.widget",
                ["data"] = new JsonObject(),
            }
        );
        Ran ran = new([], Client.Published(id));
        Assert.Equal("status comm_close status", ran.Types);
        Assert.Equal("c1", ran.One("comm_close").Text("comm_id"));
    }

    [Fact]
    public void Output_is_taken_away_when_the_cell_says_so()
    {
        Ran ran = Client.Execute("Console.Write(\"old\"); ClearOutput(); Console.Write(\"new\"); ClearOutputBeforeNext();");
        Assert.Equal("status execute_input stream clear_output stream clear_output status", ran.Types);
        Assert.Equal([false, true], ran.All("clear_output").Select(content => content["wait"]!.GetValue<bool>()));
    }

    [Theory]
    [InlineData("execute_request", "This execute_request is malformed: there is no text field 'code'.")]
    [InlineData("complete_request", "This complete_request is malformed: there is no text field 'code'.")]
    [InlineData("history_request", "This history_request is malformed: there is no text field 'hist_access_type'.")]
    public void A_request_without_what_it_needs_is_refused_and_the_next_one_done(string type, string message)
    {
        JsonObject reply = Client.Ask(type, []);
        Assert.Equal(("error", "MalformedRequest", message), (reply.Text("status"), reply.Text("ename"), reply.Text("evalue")));
        Assert.Equal("ok", Client.Execute("1").Status);
    }

    [Fact]
    public void A_request_that_nobody_knows_is_dropped_and_logged()
    {
        Client.Send("debug_request", []);
        Assert.Equal("ok", Client.Execute("1").Status);
        Assert.Contains(
            "sroi notebook kernel: A message was dropped: 'debug_request' is not a request that this kernel supports.",
            _kernel.Log,
            StringComparison.Ordinal
        );
    }

    private string[] History(JsonObject asked) =>
        [.. Client.Ask("history_request", asked)["history"]!.AsArray().Select(entry => entry![2]!.GetValue<string>())];

    public sealed class Shared : IDisposable
    {
        internal RunningKernel Kernel { get; } = new();

        public void Dispose() => Kernel.Dispose();
    }
}
