using Sroi.Notebooks.Kernel;
using Sroi.Notebooks.Protocol;

namespace Sroi.Hosts.Tests.Notebooks;

public sealed class KernelFlowTests : IDisposable
{
    private readonly RunningKernel _kernel = new();

    private FrontEnd Client => _kernel.Client;

    public void Dispose() => _kernel.Dispose();

    [Fact]
    public void Much_output_arrives_whole_and_idle_last()
    {
        Ran ran = Client.Execute("for (int i = 0; i < 200_000; i++) Console.WriteLine(i);");
        string[] lines = ran.Written("stdout").Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Enumerable.Range(0, 200_000).Select(i => $"{i}"), lines);
        Assert.InRange(ran.All("stream").Count(), 1, 1_000);
    }

    [Fact]
    public void A_slow_reader_loses_nothing()
    {
        // More messages than the 1,000 that a socket keeps by default, and larger than what the system holds on their way.
        using FrontEnd slow = new(_kernel.File, mark: 10);
        Ran ran = Client.Execute("for (int i = 0; i < 8_000; i++) display($\"{i} {new string('x', 4_000)}\");");
        Assert.Equal(8_000, ran.All("display_data").Count());
        Ran late = new([], slow.Published(ran.Published[0].Parent!.Id));
        Assert.Equal(
            Enumerable.Range(0, 8_000).Select(i => $"{i}"),
            late.All("display_data").Select(content => content["data"]!.AsObject().Text("text/plain").Split(' ')[0])
        );
    }

    [Fact]
    public void Output_comes_while_the_cell_runs()
    {
        string id = Client.SendCell("Console.WriteLine(\"early\"); System.Threading.Thread.Sleep(60_000);");
        Message first = Client.Next(Channel.Published, message => message.Header.Type == "stream");
        Assert.Equal($"early{Environment.NewLine}", first.Content.Text("text"));
        Client.Ask("interrupt_request", [], Channel.Control);
        Assert.Equal("error", Client.Ended(id).Status);
    }

    [Fact]
    public void When_a_cell_fails_those_that_wait_behind_it_do_not_run()
    {
        string failing = Client.SendCell("System.Threading.Thread.Sleep(300); throw new System.Exception(\"stop\");");
        string[] waiting = [Client.SendCell("1"), Client.SendCell("2")];
        string question = Client.Send("kernel_info_request", []);
        Assert.Equal("error", Client.Ended(failing).Status);
        foreach (string id in waiting)
        {
            Ran ran = Client.Ended(id);
            Assert.Equal(("aborted", "status status"), (ran.Status, ran.Types));
        }

        Assert.Equal("ok", Client.Reply(question).Content.Text("status"));
        Assert.Equal("ok", Client.Execute("3").Status);
    }

    [Fact]
    public void Where_a_failure_is_to_be_passed_over_those_that_wait_behind_it_run()
    {
        string failing = Client.SendCell(
            "System.Threading.Thread.Sleep(300); throw new System.Exception(\"go on\");",
            new() { ["stop_on_error"] = false }
        );
        string waiting = Client.SendCell("1");
        Assert.Equal("error", Client.Ended(failing).Status);
        Assert.Equal("ok", Client.Ended(waiting).Status);
    }

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("while (true) { try { while (true) { } } catch (System.Exception) { } }")]
    [InlineData("while (true) { display(1); }")]
    [InlineData("System.Threading.Thread.Sleep(600_000);")]
    [InlineData("await System.Threading.Tasks.Task.Delay(600_000);")]
    public void A_cell_that_does_not_end_is_interrupted_while_control_answers(string endless)
    {
        Client.Execute("int kept = 3;");
        string id = Client.SendCell($"Console.WriteLine(\"runs\"); {endless}");
        Client.Next(Channel.Published, message => message.Header.Type == "stream");
        Assert.Equal("ok", Client.Ask("kernel_info_request", [], Channel.Control).Text("status"));
        Assert.Equal("ok", Client.Ask("interrupt_request", [], Channel.Control).Text("status"));
        Ran ran = Client.Ended(id);
        Assert.Equal(("error", "Interrupted"), (ran.Status, ran.Reply.Text("ename")));
        Assert.Equal("3", Client.Execute("kept").One("execute_result")["data"]!.AsObject().Text("text/plain"));
    }

    [Fact]
    public void An_interrupt_with_nothing_running_does_nothing()
    {
        Client.Execute("1");
        Assert.Equal("ok", Client.Ask("interrupt_request", [], Channel.Control).Text("status"));
        Assert.Equal("ok", Client.Execute("2").Status);
    }

    [Fact]
    public void A_cell_asks_the_person_at_the_notebook()
    {
        string id = Client.SendCell("Console.Write(\"Your \"); var name = Console.ReadLine(); name", new() { ["allow_stdin"] = true });
        Message question = Client.Next(Channel.Stdin, message => message.Header.Type == "input_request");
        Assert.Equal(id, question.Parent!.Id);
        Client.Send(Channel.Stdin, "input_reply", new() { ["value"] = "Ada 😀" });
        Assert.Equal("Ada 😀", Client.Ended(id).One("execute_result")["data"]!.AsObject().Text("text/plain"));
    }

    [Fact]
    public void A_question_that_nobody_answers_is_interrupted()
    {
        string id = Client.SendCell("Console.ReadLine()", new() { ["allow_stdin"] = true });
        Client.Next(Channel.Stdin, message => message.Header.Type == "input_request");
        Client.Ask("interrupt_request", [], Channel.Control);
        Assert.Equal(("error", "Interrupted"), (Client.Ended(id) is var ran ? ran.Status : "", ran.Reply.Text("ename")));
    }

    [Fact]
    public void Where_nobody_is_there_to_ask_a_question_fails()
    {
        Ran ran = Client.Execute("Console.ReadLine()", new() { ["allow_stdin"] = false });
        Assert.Equal("This cell asks for input, but no user is available to answer.", ran.Reply.Text("evalue"));
    }

    [Fact]
    public void An_answer_to_no_question_is_dropped_and_logged()
    {
        Client.Send(Channel.Stdin, "input_reply", new() { ["value"] = "stray" });
        Assert.True(Client.IsAlive(TimeSpan.FromSeconds(10)));
        string id = Client.SendCell("Console.ReadLine()");
        Client.Next(Channel.Stdin, message => message.Header.Type == "input_request");
        Client.Send(Channel.Stdin, "input_reply", new() { ["value"] = "asked for" });
        Assert.Equal("asked for", Client.Ended(id).One("execute_result")["data"]!.AsObject().Text("text/plain"));
        Assert.Equal($"sroi notebook kernel: A message was dropped: input_reply without a question.{Environment.NewLine}", _kernel.Log);
    }

    [Fact]
    public void Output_that_comes_late_belongs_to_its_own_cell()
    {
        string code =
            "_ = System.Threading.Tasks.Task.Run(async () => { await System.Threading.Tasks.Task.Delay(400); Console.WriteLine(\"late\"); });";
        string id = Client.SendCell(code);
        Client.Ended(id);
        Message late = Client.Next(Channel.Published, message => message.Header.Type == "stream");
        Assert.Equal(id, late.Parent!.Id);
    }

    // A front end may look at nothing but what the cell that runs puts out.
    [Theory]
    [InlineData("shown.Update(2);")]
    [InlineData("go.SetResult(); await updated.Task;")]
    public void What_another_cell_shows_is_replaced_by_the_cell_that_runs(string code)
    {
        Ran first = Client.Execute(
            "var shown = display(1);\nTaskCompletionSource go = new(), updated = new();\n"
                + "_ = Task.Run(async () => { await go.Task; shown.Update(2); updated.SetResult(); });"
        );
        Ran second = Client.Execute(code);
        Assert.Equal("ok", second.Status);
        Assert.Equal(first.One("display_data")["transient"]!.ToJsonString(), second.One("update_display_data")["transient"]!.ToJsonString());
        Assert.Empty(first.All("update_display_data"));
    }

    [Theory]
    [InlineData("shell", false)]
    [InlineData("control", true)]
    public void A_kernel_that_is_shut_down_says_so_to_everybody_and_ends(string where, bool restart)
    {
        Channel channel = where == "shell" ? Channel.Shell : Channel.Control;
        string id = Client.Send(channel, "shutdown_request", new() { ["restart"] = restart });
        Assert.Equal(restart, Client.Reply(id, channel).Content.IsTrue("restart", !restart));
        Ran ran = new([], Client.Published(id));
        Assert.Equal("status shutdown_reply status", ran.Types);
        Assert.True(_kernel.HasEnded);
    }

    [Fact]
    public void A_kernel_is_shut_down_while_a_cell_runs()
    {
        Client.SendCell("Console.WriteLine(\"runs\"); while (true) { }");
        Client.Next(Channel.Published, message => message.Header.Type == "stream");
        Assert.Equal("ok", Client.Ask("shutdown_request", [], Channel.Control).Text("status"));
        Assert.True(_kernel.HasEnded);
    }
}
