namespace Sroi.Hosts.Tests.Commands;

/// <summary>What is the user's lies in folders of the user's, over what came with the program, which is only read.</summary>
public sealed class OwnFilesTests : IDisposable
{
    private static readonly string[] s_answers =
    [
        "--title=Riverside",
        "--delivery=co-produced",
        "--who=members",
        "--people=60",
        "--cost=£85,000",
        "--price-year=2024-25",
        "--paid-by=nhs",
        "--change=Less lonely",
        "--proxy=unit_costs.wellbeing.chronic_loneliness_year",
        "--amount=0.05",
        "--deadweight=0%",
        "--attribution=20%",
    ];

    // Outside the checkout: what was found for the tests is what came with the program.
    private readonly string _folder = TestFolder.Fresh();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_case_is_written_into_a_folder_made_here_and_not_into_what_was_installed()
    {
        string[] shipped = Shipped();
        Assert.Equal(0, Run(["new", "riverside", .. s_answers]).Code);
        Assert.True(File.Exists(Path.Combine(_folder, "parameters", "scenarios", "riverside.yaml")));
        Assert.True(File.Exists(Path.Combine(_folder, "parameters", "schema", "scenario.schema.json")));
        Assert.Equal(0, Run(["run", "riverside"]).Code);
        Assert.Equal(0, Run(["parameters", "set", "unit_costs.health.ae_attendance", "241", "--price-year", "2025-26", "--source", "Ours"]).Code);
        Assert.Equal(0, Run(["run", "croydon_sun", "--overlay", "local_costs"]).Code);
        Assert.Equal(shipped, Shipped());
    }

    [Fact]
    public async Task The_installed_tool_changes_nothing_in_its_own_folder()
    {
        string tool = Path.Combine(_folder, "tool"),
            work = Path.Combine(_folder, "work");
        Directory.CreateDirectory(work);
        Copy(AppContext.BaseDirectory, tool);
        Copy(TestFolder.Parameters, Path.Combine(tool, "parameters"));
        string[] Files() =>
            [
                .. Directory
                    .EnumerateFiles(tool, "*", SearchOption.AllDirectories)
                    .Select(f => $"{f} {File.GetLastWriteTimeUtc(f):O}")
                    .Order(StringComparer.Ordinal),
            ];
        string[] before = Files();
        async Task<(string Output, string Errors)> Sroi(params string[] args)
        {
            using TestProcess process = TestProcess.Start(work, "dotnet", [Path.Combine(tool, "Sroi.Cli.dll"), .. args]);
            return (await process.Output, await process.Errors);
        }

        Assert.Contains(
            "Written: " + Path.Combine(work, "parameters"),
            (await Sroi(["new", "riverside", .. s_answers])).Output,
            StringComparison.Ordinal
        );
        (string output, string errors) = await Sroi("run", "riverside");
        Assert.StartsWith("Riverside", output, StringComparison.Ordinal);
        Assert.Equal("Parameters: ./parameters, over those shipped with the program\n", errors.ReplaceLineEndings("\n"));
        Assert.Contains("plans: 1 in ./parameters", (await Sroi("check")).Output, StringComparison.Ordinal);
        Assert.Contains(
            "came with the program",
            (await Sroi(["new", "other", "--parameters", Path.Combine(tool, "parameters"), .. s_answers])).Errors,
            StringComparison.Ordinal
        );
        Assert.Equal(before, Files());
    }

    [Fact]
    public void A_folder_with_some_of_the_parts_is_laid_over_the_shipped_one()
    {
        Write("mine/unit_costs/health.yaml", Cost("choir_visit"));
        Write(
            "mine/overlays/ours.yaml",
            "title: Ours\nauthor: Us\nset: {unit_costs.health.ae_attendance: {value: 250, price_year: 2025-26, why: ours, source: {title: Ours}}}\n"
        );
        Write("mine/appraisal/parties.yaml", "choir: {label: The choir, public: false}\n");
        Write("mine/appraisal/discounting.yaml", "board: {label: The board's rate, standard: [{rate: 5%}], source: {title: Minutes}}\n");
        Assert.Contains(
            "A visit of the choir",
            Run(["parameters", "show", "unit_costs.health.choir_visit", "--parameters", "mine"]).Output,
            StringComparison.Ordinal
        );
        Assert.Equal(0, Run(["parameters", "show", "unit_costs.health.ae_attendance", "--parameters", "mine"]).Code);
        Assert.Equal(0, Run(["run", "croydon_sun", "--overlay", "ours", "--parameters", "mine"]).Code);
        string text = File.ReadAllText(Path.Combine(TestFolder.Parameters, "scenarios", "croydon_sun.yaml"))
            .Replace("green_book_2026", "board", StringComparison.Ordinal);
        Write("mine/scenarios/croydon_sun.yaml", text);
        Assert.Contains("board", Run(["run", "croydon_sun", "--json", "--parameters", "mine"]).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_nearest_of_several_folders_wins()
    {
        Write("one/unit_costs/health.yaml", Cost("choir_visit", "11"));
        Write("two/unit_costs/health.yaml", Cost("choir_visit", "12"));
        string Shown(params string[] folders) =>
            Run(["parameters", "show", "unit_costs.health.choir_visit", .. folders.SelectMany(f => new[] { "--parameters", f })]).Output;
        Assert.Contains("£12.00 per visit", Shown("one", "two"), StringComparison.Ordinal);
        Assert.Contains("£11.00 per visit", Shown("two", "one"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_of_parameters_is_never_ignored_in_silence()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "parameters", "overlays"));
        Write("parameters/overlays/wrong.yaml", "title: Wrong\nset: {unit_costs.health.ae_atendance: 3}\n");
        Command check = Run(["check"]);
        Assert.Equal(1, check.Code);
        Assert.Contains("parameters/overlays/wrong.yaml, line 2", check.Errors, StringComparison.Ordinal);
        Assert.Contains(
            "there is no such folder of parameters",
            Run(["run", "croydon_sun", "--parameters", "nowhere"]).Errors,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_draft_does_not_break_a_plan_that_takes_every_case()
    {
        string template = Path.Combine(TestFolder.Parameters, "scenarios", "templates", "peer_support_workers.yaml");
        Write("parameters/scenarios/my_draft.yaml", File.ReadAllText(template));
        Command check = Run(["check"]);
        Assert.True(check.Code == 0, check.Errors);
        Command plan = Run(["batch", "check", "all_services", "--store", Path.Combine(_folder, "store")]);
        Assert.Contains("my_draft is not included", plan.Output.ReplaceLineEndings(" ") + plan.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_says_what_an_overlay_leaves_unsaid()
    {
        Write("parameters/overlays/mine.yaml", "title: Mine\nset: {unit_costs.health.ae_attendance: 241}\n");
        string said = Run(["check", "mine"]).Output.ReplaceLineEndings(" ").Replace("  ", " ", StringComparison.Ordinal);
        Assert.Contains("overlay mine: no author is stated.", said, StringComparison.Ordinal);
        Assert.Contains("states no source (counts as an assumption), no reason (why), no price year (taken as ", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_printed_command_repeats_the_folder_that_was_named()
    {
        Assert.Equal(0, Run(["new", "riverside", "--parameters", "mine", .. s_answers]).Code);
        Command run = Run(["run", "riverside", "--parameters", "mine"]);
        Assert.Contains("sroi explain riverside ratio --parameters mine", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, Run(["explain", "riverside", "ratio", "--parameters", "mine"]).Code);
        Assert.Contains(
            "sroi run riverside --parameters mine",
            Run(["new", "riverside2", "--parameters", "mine", .. s_answers]).Output.Replace("riverside2", "riverside", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
    }

    private Command Run(string[] args) => Command.Run(args, folder: _folder);

    private void Write(string file, string text)
    {
        string path = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private static string Cost(string id, string value = "11") =>
        $"{id}: {{label: A visit of the choir, value: {value}, unit: GBP/visit, price_year: 2024-25, index: gdp_deflator, distribution: fixed, confidence: low, licence: ours, source: {{title: Ours}}}}\n";

    private static string[] Shipped() =>
        [.. Directory.EnumerateFiles(TestFolder.Parameters, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    private static void Copy(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            if (new FileInfo(file).Length > 20_000_000)
            {
                File.CreateSymbolicLink(target, file);
            }
            else
            {
                File.Copy(file, target);
            }
        }
    }
}
