using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using Sroi.Files;
using Sroi.Parameters;
using Sroi.Parameters.Reading;
using Sroi.Uncertainty.Streams;

namespace Sroi.Batch.Plans.Reading;

/// <summary>Reads a batch plan against a library and reports all its problems at once.</summary>
internal sealed class PlanReader
{
    // A plan with more runs than can be numbered is a mistake.
    private const long MostRuns = 1L << 53;

    private readonly ParameterLibrary _library;
    private readonly Fields _fields;
    private readonly string _path;
    private readonly ProblemList _problems;

    private PlanReader(ParameterLibrary library, Fields fields, string path, ProblemList problems) =>
        (_library, _fields, _path, _problems) = (library, fields, path, problems);

    private string Id => Path.GetFileNameWithoutExtension(_path);

    private string Folder => Path.GetDirectoryName(Path.GetFullPath(_path))!;

    /// <summary>The plan of a name under <c>batches</c>, or of a path.</summary>
    public static BatchPlan Read(ParameterLibrary library, string nameOrPath)
    {
        string path = library.Locate("batches", nameOrPath, "batch plan");
        ProblemList problems = new();
        YamlMap? map = library.Read(path, problems);
        problems.ThrowIfAny();
        return new PlanReader(library, new(BatchForms.Plan, map!, library.Shown(path), "", problems), path, problems).Read();
    }

    private BatchPlan Read()
    {
        string title = _fields.Text("title") ?? Id;
        _ = (_fields.Text("author"), _fields.Text("note"));
        long? draws = Draws();
        ulong? seed = Seed();
        CaseReader reader = new(_library, _fields, Folder, _problems);
        ImmutableArray<PlannedCase> cases = reader.Read();
        AxisReader axes = new(_library, cases, _fields, _problems);
        (RunDesign? design, ImmutableArray<PlannedAxis> planned, string? table) = Design(axes, cases, seed ?? 0);
        if (design is not null)
        {
            new ValueCheck(_fields.File, Id, cases, _problems).Check(planned, design);
        }

        _problems.ThrowIfAny();
        CaseAxes[] ofCases = [.. cases.Select(one => CaseAxes.Of(one, planned))];
        ImmutableArray<long> counts = [.. ofCases.Select(design!.RunsOf)];
        CheckCount(counts);
        RunList runs = new(new(planned, design, table ?? _fields.File, Id), [.. ofCases], counts);
        return new(runs.Count, runs.Of)
        {
            Id = Id,
            Title = title,
            File = _fields.File,
            Text = UserFile.ReadText(_path, YamlFile.MaximumBytes),
            TableText = table is null ? null : UserFile.ReadText(TablePath()!),
            Cases = [.. cases.Select(one => one.Case)],
            Axes = [.. planned.Select(axis => axis.Axis)],
            AxesOfCases = [.. ofCases.Select(one => one.Used)],
            RunsOfCases = counts,
            Notices = [.. reader.Notices, .. Overridden(cases, planned)],
            Draws = draws!.Value,
            Seed = seed!.Value,
        };
    }

    // A parameter that the plan varies has the plan's value in every run, whatever a variant or an overlay gives.
    private static IEnumerable<string> Overridden(ImmutableArray<PlannedCase> cases, ImmutableArray<PlannedAxis> axes) =>
        cases
            .SelectMany(one =>
                axes.SelectMany(axis => axis.Axis.Ids.Select(one.Opened.Scenario.Parameters.GetValueOrDefault))
                    .OfType<Parameter>()
                    .Where(number => !number.Changes.IsEmpty)
                    .Select(number =>
                        $"{one.Case.Scenario}: {number.Id} is set by {number.Changes[^1].By}, but the plan varies it, so the values of the plan are used."
                    )
            )
            .Distinct();

    private void CheckCount(ImmutableArray<long> counts)
    {
        Int128 all = 0;
        foreach (long count in counts)
        {
            all += count;
        }

        if (all == 0)
        {
            _fields.Tell(_fields.Line, "the plan has no runs: no row of its table is for one of its cases.");
        }
        else if (all > MostRuns)
        {
            _fields.Tell(
                _fields.LineOf("vary"),
                $"the plan has {all.ToString("N0", CultureInfo.InvariantCulture)} runs, more than can be done.",
                "Vary fewer parameters, or use points: design: {latin-hypercube: {runs: 5000}}."
            );
        }

        _problems.ThrowIfAny();
    }

    private long? Draws()
    {
        if (_fields.Number("draws") is not { } draws)
        {
            return null;
        }

        if (draws is >= 1 and <= Samplings.MostDraws && Math.Floor(draws).Equals(draws))
        {
            return (long)draws;
        }

        _fields.Tell(
            _fields.LineOf("draws"),
            string.Create(CultureInfo.InvariantCulture, $"'draws' is a whole number from 1 to {Samplings.MostDraws:N0}.")
        );
        return null;
    }

    private ulong? Seed()
    {
        if (_fields.Scalar("seed") is not { } scalar)
        {
            return null;
        }

        if (ulong.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed))
        {
            return seed;
        }

        _fields.Tell(scalar.Line, $"'seed' is {scalar.Kind}; it is a whole number from 0 to {ulong.MaxValue}.", AsciiForm.Remedy(scalar.Text));
        return null;
    }

    private (RunDesign? Design, ImmutableArray<PlannedAxis> Axes, string? Table) Design(
        AxisReader axes,
        ImmutableArray<PlannedCase> cases,
        ulong seed
    )
    {
        if (_fields["design"] is null or YamlScalar)
        {
            CheckWord();
            ImmutableArray<PlannedAxis> all = axes.Read(isSampled: false);
            return (new RunDesign.FullFactorial(all), all, null);
        }

        if (_fields.Block("design", BatchForms.Design) is not { } design)
        {
            return (null, [], null);
        }

        string[] given = [.. BatchForms.Design.Names.Where(design.IsWritten)];
        if (given is not [var kind])
        {
            design.Tell(design.Line, $"a design is one of {BatchForms.FullFactorial}, {string.Join(", ", BatchForms.Design.Names)}.");
            return (null, [], null);
        }

        if (kind == "table")
        {
            RunTable? table = Table(design, axes, cases);
            return (table is null ? null : new RunDesign.Table(table), table?.Axes ?? [], table is null ? null : _library.Shown(TablePath()!));
        }

        return Sampled(design, kind, axes, seed);
    }

    private void CheckWord()
    {
        if (_fields.Scalar("design") is { } word && word.Text != BatchForms.FullFactorial)
        {
            string[] known = [BatchForms.FullFactorial, .. BatchForms.Design.Names];
            _fields.Tell(
                word.Line,
                $"'design' is {word.Kind}; allowed: {string.Join(", ", known)}.{Nearest.Hint(word.Text, known)}",
                "Write 'full-factorial', '{latin-hypercube: {runs: 5000}}', '{sobol: {runs: 4096}}' or '{table: runs.csv}'."
            );
        }
    }

    private (RunDesign? Design, ImmutableArray<PlannedAxis> Axes, string? Table) Sampled(Fields design, string kind, AxisReader axes, ulong seed)
    {
        ImmutableArray<PlannedAxis> all = axes.Read(isSampled: true);
        if (design.Block(kind, BatchForms.Points) is not { } points || points.Whole("runs") is not { } runs)
        {
            return (null, all, null);
        }

        if (runs < 1)
        {
            points.Tell(points.LineOf("runs"), "'runs' is at least 1.");
            return (null, all, null);
        }

        if (kind == "sobol" && !BitOperations.IsPow2(runs))
        {
            uint below = (uint)runs / 2 + 1;
            uint next = BitOperations.RoundUpToPowerOf2((uint)runs);
            points.Tell(
                points.LineOf("runs"),
                $"'runs' is {runs}; Sobol points come in powers of two.",
                $"Write {BitOperations.RoundUpToPowerOf2(below)} or {next}."
            );
            return (null, all, null);
        }

        if (all.IsEmpty)
        {
            design.Tell(design.Line, "a design needs parameters to vary, but 'vary' names none.");
            return (null, all, null);
        }

        Sampling sampling = kind == "sobol" ? Sampling.Sobol : Sampling.LatinHypercube;
        return (new RunDesign.Sampled(all, new(sampling, runs, seed, [.. all.Select(axis => axis.Axis.Pattern)]), runs), all, null);
    }

    private string? TableName() => (_fields["design"] as YamlMap)?["table"] is YamlScalar { Text: var name } ? name.Trim() : null;

    private IEnumerable<string> Tables() => Directory.EnumerateFiles(Folder, "*.csv").Select(file => Path.GetFileName(file));

    private string? TablePath() => TableName() is { } name ? Path.Combine(Folder, name) : null;

    private RunTable? Table(Fields design, AxisReader axes, ImmutableArray<PlannedCase> cases)
    {
        int line = design.LineOf("table");
        if (_fields.Has("vary"))
        {
            _fields.Tell(
                _fields.LineOf("vary"),
                "the columns of a table say what is varied, so 'vary' cannot be used with it.",
                "Remove 'vary' or the table."
            );
        }

        if (design.Text("table") is not { } name)
        {
            return null;
        }

        string path = TablePath()!;
        if (!UserFolder.Holds(Folder, path))
        {
            design.Tell(line, $"the table '{name}' lies outside the plan's folder.", "Put the table beside the plan or in a folder below it.");
            return null;
        }

        try
        {
            string text = UserFile.ReadText(path);
            return new TableReader(_library.Shown(path), cases, axes, _problems).Read(text);
        }
        catch (UnreadableFileException error)
        {
            design.Tell(
                line,
                UserFile.IsThere(path)
                    ? $"the table {name} cannot be read: {error.Message}"
                    : $"there is no table '{name}' beside the plan.{Nearest.Hint(name, Tables())}"
            );
            return null;
        }
    }
}
