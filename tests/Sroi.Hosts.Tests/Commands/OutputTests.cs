using Sroi.Files;
using Sroi.Hosts.Tests.Batch;

namespace Sroi.Hosts.Tests.Commands;

/// <summary>Results go into a folder of their own: what anybody else has there is never replaced, and an empty name is no folder.</summary>
public sealed class OutputTests : IDisposable
{
    private readonly PlanFolder _folder = new();

    private string Out => _folder.Out("out");

    public OutputTests() => _folder.Write("plan.yaml", "scenarios: [croydon_sun]\nvary:\n  '*.other_services': [5%, 30%]\ndraws: 1000\nseed: 5\n");

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> BlankNames =>
        [
            "run croydon_sun --out",
            "run croydon_sun --parameters",
            "new mine --out",
            "parameters schema --out",
            "batch run plan --out",
            "batch run plan --out o --store",
            "batch check plan --store",
            "batch merge a --out",
            "notebook run a.ipynb --out",
            "compare croydon_sun --saved",
            "reproduce",
            "batch summary",
            "notebook run",
        ];

    [Theory]
    [MemberData(nameof(BlankNames))]
    public void An_empty_or_blank_name_is_an_error_and_nothing_is_written(string command)
    {
        foreach (string blank in new[] { "", "  ", "\t" })
        {
            string[] before = Directory.GetFileSystemEntries(_folder.Parameters.Path);
            Command answer = Command.Run([.. command.Split(' '), blank], folder: _folder.Parameters.Path);
            Assert.Equal(
                (2, "", "The name of a file or folder is empty. Give a name such as results, or . for the current folder.\n"),
                (answer.Code, answer.Output, answer.Errors)
            );
            Assert.Equal(before, Directory.GetFileSystemEntries(_folder.Parameters.Path));
        }
    }

    [Fact]
    public void A_report_with_an_empty_name_is_refused() =>
        Assert.Equal(
            (2, "--out takes a file name that ends in .html; found ''.\n"),
            (Command.Run(["report", "croydon_sun", "--out", ""]).Code, Command.Run(["report", "croydon_sun", "--out", ""]).Errors)
        );

    [Fact]
    public void A_folder_with_other_things_is_left_as_it_is()
    {
        Write("notes.docx", "mine");
        Write("photo.jpg", "mine");
        Assert.Equal(
            $"Nothing was written to {Out}: the folder holds other files (notes.docx, photo.jpg) and no results of sroi. Choose another folder with --out, or move them first.\n",
            Refused("run", "croydon_sun", "--out", Out)
        );
        Assert.Equal(["notes.docx", "photo.jpg"], Names());
    }

    [Theory]
    [InlineData("{\"mine\": true}")]
    [InlineData("not JSON")]
    [InlineData("[]")]
    public void Somebody_elses_result_is_never_replaced(string text)
    {
        Write("result.json", text);
        Assert.Equal(
            $"Nothing was written to {Out}: its result.json was not written by 'sroi run'. Choose another folder with --out, or move them first.\n",
            Refused("run", "croydon_sun", "--out", Out)
        );
        Assert.Equal(text, File.ReadAllText(Path.Combine(Out, "result.json")));
    }

    [Theory]
    [InlineData("marco_cavallo_centre", "")]
    [InlineData("croydon_sun", "--variant as_claimed")]
    [InlineData("croydon_sun", "--overlay croydon_icb")]
    public void The_results_of_another_case_are_never_replaced(string scenario, string more)
    {
        Assert.Equal(0, Command.Run(["run", "croydon_sun", "--out", Out]).Code);
        string before = File.ReadAllText(Path.Combine(Out, "result.json"));
        Assert.Equal(
            $"Nothing was written to {Out}: it holds the results of another case, croydon_sun. Choose another folder with --out, or move them first.\n",
            Refused(["run", scenario, "--out", Out, .. more.Split(' ', StringSplitOptions.RemoveEmptyEntries)])
        );
        Assert.Equal(before, File.ReadAllText(Path.Combine(Out, "result.json")));
    }

    [Fact]
    public void The_results_of_the_same_case_are_replaced_and_none_of_the_old_ones_stay()
    {
        Assert.Equal(0, Command.Run(["run", "croydon_sun", "--draws", "1000", "--seed", "1", "--keep", "figures", "--out", Out]).Code);
        Assert.Contains("draws.csv", Names());
        Assert.Equal(0, Command.Run(["run", "croydon_sun", "--out", Out]).Code);
        Assert.Equal(["explanation.txt", "figures.csv", "ledger.csv", "outcomes.csv", "quantities.csv", "result.json", "result.txt"], Names());
    }

    [Fact]
    public void Two_runs_at_once_do_not_share_a_folder()
    {
        using (FolderLock held = FolderLock.Take(Out)!)
        {
            Assert.Equal(
                $"Nothing was written to {Out}: another run is writing there. Wait until it has finished, or choose another folder with --out.\n",
                Refused("run", "croydon_sun", "--out", Out)
            );
            Assert.Equal($"Another run is writing to {Out}. Wait until it is done, or name another folder with --out.\n", Refused(Batch()));
        }

        Assert.False(Directory.Exists(Out));
        Assert.Equal(0, Command.Run(Batch()).Code);
        Assert.Equal(["ledger.parquet", "manifest.json", "outcomes.parquet", "runs.parquet"], Names());
    }

    [Fact]
    public void A_batch_leaves_a_folder_with_other_things_as_it_is()
    {
        Write("notes.docx", "mine");
        Assert.Equal(
            $"{Out} holds other things (notes.docx) and no results of a batch. Choose another folder with --out, or move them first.\n",
            Refused(Batch())
        );
        Assert.Equal(["notes.docx"], Names());
    }

    [Fact]
    public void A_store_file_of_random_bytes_is_set_aside_with_a_notice_and_its_runs_computed_again()
    {
        Assert.Equal(0, Command.Run(Batch()).Code);
        string file = Assert.Single(Directory.GetFiles(_folder.Store));
        byte[] random = new byte[100_000];
        new Random(3).NextBytes(random);
        File.WriteAllBytes(file, random);
        Directory.Delete(Out, recursive: true);
        Command again = Command.Run(Batch());
        Assert.Equal(0, again.Code);
        Assert.StartsWith(
            $"{file} holds no finished runs: it was renamed {Path.GetFileName(file)}.damaged and can be deleted. Runs that it may have contained will be computed again.\n",
            again.Errors,
            StringComparison.Ordinal
        );
        Assert.StartsWith("plan: 2 runs, 0 failed.", again.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n")]
    public void An_empty_question_is_answered_in_words_of_ours(string sql)
    {
        Assert.Equal(0, Command.Run(Batch()).Code);
        Assert.Equal(
            "The query is empty. Write a SELECT over runs, outcomes or ledger, such as \"select * from runs\".\n",
            Refused("batch", "query", Out, sql)
        );
    }

    private string[] Batch() => ["batch", "run", _folder.PathOf("plan.yaml"), "--out", Out, "--store", _folder.Store];

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Out);
        File.WriteAllText(Path.Combine(Out, name), text);
    }

    private string[] Names() => [.. Directory.GetFileSystemEntries(Out).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    private static string Refused(params string[] args)
    {
        Command answer = Command.Run(args);
        Assert.Equal((1, ""), (answer.Code, answer.Output));
        return answer.Errors;
    }
}
