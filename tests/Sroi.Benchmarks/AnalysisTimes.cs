using System.Diagnostics;
using System.Globalization;
using System.Text;
using Sroi.Sensitivity;
using Sroi.Sensitivity.Decisions;
using Sroi.Sensitivity.OneAtATime;
using Sroi.Sensitivity.Variance;

namespace Sroi.Benchmarks;

/// <summary>Times of the analyses of the reference model, in process: the first run, and the median of several more.</summary>
internal static class AnalysisTimes
{
    private const int Rounds = 9;

    /// <summary>A row for each analysis.</summary>
    public static string Table()
    {
        TargetFigure figure = TargetFigure.NetPresentValue(ReferenceModel.SocialReturn);
        (string Name, Action<ulong> Run)[] analyses =
        [
            ("tornado and switching values of 73 parameters", _ => TornadoAndSwitching(figure)),
            (
                "Sobol indices of 73 parameters, 2^12 points",
                seed => SobolIndices.Of(figure, new VarianceDesign(seed) { Points = 4096, Screen = Screen.Never })
            ),
            ("the same, screened first", seed => SobolIndices.Of(figure, seed)),
            (
                "Shapley effects of 73 parameters, 65,536 orders",
                seed => ShapleyEffects.Of(figure, new VarianceDesign(seed) { Screen = Screen.Never })
            ),
            ("means by tenths of 73 parameters, 10^5 draws", seed => ConditionalMeans.Of(figure, 100_000, seed)),
            ("10^5 draws, EVPI and EVPPI of 73 parameters", seed => Information(Decide(seed))),
            ("one EVPPI by nested draws, 2,048 × 1,024", seed => Nested(Decide(seed))),
            ("acceptability curve, 10^5 draws", seed => AcceptabilityCurve.Of(Decide(seed))),
        ];
        StringBuilder table = new("| analysis | first, ms | median, ms | processor, ms |\n|---|---|---|---|\n");
        foreach ((string name, Action<ulong> run) in analyses)
        {
            table.AppendLine(Row(name, run));
        }

        return table.ToString();
    }

    private static string Row(string name, Action<ulong> run)
    {
        double first = Timed(() => run(1)).Elapsed;
        (double Elapsed, double Processor)[] rounds =
        [
            .. Enumerable.Range(2, Rounds).Select(seed => Timed(() => run((ulong)seed))).OrderBy(round => round.Elapsed),
        ];
        (double elapsed, double processor) = rounds[Rounds / 2];
        return string.Create(CultureInfo.InvariantCulture, $"| {name} | {first:0.#} | {elapsed:0.#} | {processor:0.#} |");
    }

    private static (double Elapsed, double Processor) Timed(Action run)
    {
        using Process process = Process.GetCurrentProcess();
        TimeSpan before = process.TotalProcessorTime;
        Stopwatch watch = Stopwatch.StartNew();
        run();
        double elapsed = watch.Elapsed.TotalMilliseconds;
        process.Refresh();
        return (elapsed, (process.TotalProcessorTime - before).TotalMilliseconds);
    }

    private static void TornadoAndSwitching(TargetFigure figure)
    {
        _ = Tornado.Of(figure);
        _ = SwitchingValues.Of(figure);
    }

    private static Decision Decide(ulong seed) => Decision.Between([new("reference_model", ReferenceModel.SocialReturn)], 100_000, seed);

    private static void Information(Decision decision)
    {
        _ = Evpi.Of(decision);
        _ = Evppi.Of(decision);
    }

    private static void Nested(Decision decision) =>
        _ = NestedEvppi.Of(decision, new("investment", [decision.ParameterIds()[0]]), NestedEvppi.UsualOuter);

    private static string[] ParameterIds(this Decision decision) => [.. decision.Joint.Parameters.Select(input => input.Id)];
}
