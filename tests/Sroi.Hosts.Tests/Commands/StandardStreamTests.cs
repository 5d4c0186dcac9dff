namespace Sroi.Hosts.Tests.Commands;

/// <summary>A standard output or standard error that is full, closed, or read by nobody any more: a sentence where there is one to be said, never a trace.</summary>
public class StandardStreamTests
{
    private const string Folders = "Parameters: ./parameters\n";

    [Theory]
    [InlineData("run croydon_sun")]
    [InlineData("run croydon_sun --json")]
    [InlineData("check")]
    [InlineData("parameters list --csv")]
    [InlineData("explain croydon_sun")]
    [InlineData("--help")]
    public void A_full_output_is_a_sentence_and_exit_code_1(string command)
    {
        ShellCommand full = ShellCommand.Run($"sroi {command} > /dev/full");
        string folders = command == "--help" ? "" : Folders;
        Assert.Equal(
            (1, $"{folders}Standard output could not be written to: the disk is full. The output is incomplete.\n"),
            (full.Code, full.Errors)
        );
    }

    [Fact]
    public void A_closed_output_is_a_sentence_and_exit_code_1()
    {
        ShellCommand closed = ShellCommand.Run("sroi run croydon_sun >&-");
        Assert.Equal(
            (1, $"{Folders}Standard output could not be written to: it is closed. The output is incomplete.\n"),
            (closed.Code, closed.Errors)
        );
    }

    [Theory]
    [InlineData("sroi run no_such_service 2>&-", 2)]
    [InlineData("sroi run no_such_service 2> /dev/full", 2)]
    [InlineData("sroi run croydon_sun > /dev/full 2> /dev/full", 1)]
    [InlineData("sroi run croydon_sun >&- 2>&-", 1)]
    public void A_closed_or_full_standard_error_changes_no_exit_code(string line, int expected) =>
        Assert.Equal((expected, "", ""), (ShellCommand.Run(line) is var run ? run.Code : 0, run.Output, run.Errors));

    [Fact]
    public void A_reader_that_leaves_ends_nothing_and_is_told_nothing()
    {
        ShellCommand left = ShellCommand.Run("sroi parameters list --csv | head -1; echo ${PIPESTATUS[0]}");
        Assert.Equal(("id,", "\n0\n", Folders), (left.Output[..3], left.Output[^3..], left.Errors));
    }

    [Fact]
    public void Files_are_written_all_the_same()
    {
        string folder = TestFolder.Fresh();
        ShellCommand run = ShellCommand.Run($"sroi run croydon_sun --out '{folder}' > /dev/full");
        Assert.Equal(1, run.Code);
        Assert.True(File.Exists(Path.Combine(folder, "result.json")));
        Directory.Delete(folder, recursive: true);
    }
}
