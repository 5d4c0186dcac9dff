using System.Collections.Immutable;
using Sroi.Evaluation;
using Sroi.Parameters;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Uncertainty.Running;

/// <summary>Makes the result of a run from its tallies.</summary>
/// <param name="simulation">The simulation.</param>
/// <param name="figures">Its figures.</param>
/// <param name="draws">How they were drawn.</param>
/// <param name="atBase">The figures in the base case, then the denominators of those that are ratios, in order.</param>
internal sealed class ResultMaker(Simulation simulation, ImmutableArray<SimulatedFigure> figures, DrawPlan draws, ImmutableArray<double> atBase)
{
    private Dictionary<SimulatedFigure, int>? _numbers;

    public SimulationResult Make(RunTally tally, KeptDraws kept, BlockSchedule schedule, long blocksDone)
    {
        FigureSummarizer summarizer = new(tally, simulation.Width);
        long made = schedule.DrawsOf(blocksDone);
        ImmutableArray<FigureSummary> summaries = [.. figures.Select((_, i) => Summary(summarizer, tally, kept, i, schedule, blocksDone))];
        FigureSummary inputs = summaries[0];
        return new()
        {
            Simulation = simulation,
            Draws = made,
            IsStopped = blocksDone < schedule.Blocks,
            Figures = summaries,
            RatioOfMeans = RatioOfMeans(summarizer, tally, summaries),
            ShareInputsNotPositive = made == 0 ? 0 : NotPositive(inputs, made),
            Parameters = [.. draws.Plan.Parameters.Select(parameter => parameter.Id)],
            ParameterDraws = simulation.Keep == Kept.Parameters ? ParameterDraws(kept, schedule, blocksDone) : [],
            UndefinedDraws = Undefined(summaries, tally, schedule),
        };
    }

    private ImmutableArray<ImmutableArray<double>> ParameterDraws(KeptDraws kept, BlockSchedule schedule, long blocksDone) =>
        DrawnShares.Of(
            draws.Plan.Parameters,
            [.. draws.Plan.Parameters.Select((_, parameter) => kept.ParameterInOrder(parameter, schedule, blocksDone))]
        );

    private FigureSummary Summary(FigureSummarizer summarizer, RunTally tally, KeptDraws kept, int figure, BlockSchedule schedule, long blocksDone)
    {
        int number = NumberOf(tally, figure);
        if (number < 0)
        {
            bool isOutside = figures[figure].Denominator is not null && !(DenominatorOf(figure) > figures[figure].DenominatorNoise);
            return FigureSummarizer.Constant(figures[figure], atBase[figure], isOutside, schedule.DrawsOf(blocksDone));
        }

        if (summarizer.ConstantOf(number, BaseOf(figure)) is { } value)
        {
            return FigureSummarizer.Constant(figures[figure], value, isOutside: false, schedule.DrawsOf(blocksDone)) with { Base = BaseOf(figure) };
        }

        FigureSummary summary = summarizer.Summarize(number, BaseOf(figure), kept.OfFigure(number, blocksDone));
        return simulation.Keep == Kept.Nothing ? summary : summary with { Draws = kept.FigureInOrder(number, schedule, blocksDone) };
    }

    private double? BaseOf(int figure)
    {
        double below = DenominatorOf(figure);
        bool means = figures[figure].Denominator is null || (below > figures[figure].DenominatorNoise && double.IsFinite(below));
        return means && double.IsFinite(atBase[figure]) ? atBase[figure] : null;
    }

    private double DenominatorOf(int figure) =>
        figures[figure].Denominator is null ? 0 : atBase[figures.Length + figures[..figure].Count(f => f.Denominator is not null)];

    private Estimate? RatioOfMeans(FigureSummarizer summarizer, RunTally tally, ImmutableArray<FigureSummary> summaries)
    {
        int benefits = Find(FigureCatalogue.PresentValueBenefits),
            inputs = Find(FigureCatalogue.PresentValueInputs),
            net = Find(FigureCatalogue.NetPresentValue);
        if (net < 0)
        {
            return null;
        }

        int benefitsNumber = Varying(summarizer, tally, benefits),
            inputsNumber = Varying(summarizer, tally, inputs);
        double constant = inputsNumber < 0 ? summaries[inputs].Mean?.Value ?? atBase[inputs] : 0;
        if (benefitsNumber >= 0)
        {
            return summarizer.RatioOfMeans(benefitsNumber, inputsNumber < 0 ? null : inputsNumber, NumberOf(tally, net), constant);
        }

        // Benefits that do not vary: the error is that of the inputs alone.
        Estimate spent = inputsNumber < 0 ? new(constant, 0) : summarizer.Summarize(inputsNumber, null, []).Mean ?? new(0, 0);
        double ratio = (summaries[benefits].Mean?.Value ?? atBase[benefits]) / spent.Value;
        return spent.Value > figures[inputs].Noise ? new(ratio, Math.Abs(ratio) * spent.StandardError / spent.Value) : null;
    }

    private int Find(HeadlineFigure of) => figures.ToList().FindIndex(figure => figure.Group == FigureGroup.Headline && figure.Id == of.Id);

    private int Varying(FigureSummarizer summarizer, RunTally tally, int figure) =>
        NumberOf(tally, figure) is >= 0 and var number && summarizer.ConstantOf(number, BaseOf(figure)) is null ? number : -1;

    private int NumberOf(RunTally tally, int figure) => (_numbers ??= Numbered(tally)).GetValueOrDefault(figures[figure], -1);

    private static Dictionary<SimulatedFigure, int> Numbered(RunTally tally)
    {
        Dictionary<SimulatedFigure, int> numbers = new(ReferenceEqualityComparer.Instance);
        for (int number = 0; number < tally.Figures.Length; number++)
        {
            numbers.Add(tally.Figures[number].Figure, number);
        }

        return numbers;
    }

    private static double NotPositive(FigureSummary inputs, long made) =>
        inputs.ProbabilityAboveThreshold is { } above ? 1 - above.Value : inputs.Undefined / (double)made;

    private UndefinedDraws? Undefined(ImmutableArray<FigureSummary> summaries, RunTally tally, BlockSchedule schedule)
    {
        FigureSummary[] affected = [.. summaries.Where(figure => figure.Undefined > 0)];
        if (affected.Length == 0)
        {
            return null;
        }

        long first = FirstUndefined(tally);
        return new(
            affected.Max(figure => figure.Undefined),
            [.. affected.Select(figure => figure.Id).Distinct()],
            schedule.NumberOf(first),
            draws.Columns.IsEmpty ? InputsOf(first) : []
        );
    }

    private static long FirstUndefined(RunTally tally)
    {
        long first = long.MaxValue;
        foreach (BlockSums[] replicate in tally.Sums)
        {
            foreach (BlockSums sums in replicate)
            {
                first = sums.Undefined > 0 ? Math.Min(first, sums.FirstUndefined) : first;
            }
        }

        return first == long.MaxValue ? 0 : first;
    }

    // Drawn again, because every draw has an address.
    private ImmutableArray<DrawnParameter> InputsOf(long address)
    {
        (int replicate, long block, int place) = BlockSchedule.PlaceOf(address);
        ImmutableArray<double>[] values = new ImmutableArray<double>[draws.Parameters.Length];
        new BlockEvaluator(draws, simulation.Width).Parameters(replicate, block, (parameter, drawn) => values[parameter] = [drawn[place]]);
        ImmutableArray<Parameter> parameters = draws.Plan.Parameters;
        return
        [
            .. parameters.Zip(
                DrawnShares.Of(parameters, [.. values[..parameters.Length]]),
                (parameter, value) => new DrawnParameter(parameter.Id, value[0])
            ),
        ];
    }
}
