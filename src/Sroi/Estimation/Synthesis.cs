using System.Collections.Immutable;

namespace Sroi.Estimation;

/// <summary>One estimate from several studies, and what to expect in a new place.</summary>
/// <remarks>
/// Random effects: DerSimonian and Laird 1986, Controlled Clinical Trials 7:177; restricted maximum likelihood by Fisher scoring, Viechtbauer 2005, Journal of
/// Educational and Behavioral Statistics 30:261. Interval by Hartung and Knapp 2001, Statistics in Medicine 20:3875, never narrower than that of the fixed
/// effect. Prediction: Higgins, Thompson and Spiegelhalter 2009, JRSS A 172:137.
/// </remarks>
public sealed record Synthesis
{
    private const int MostSteps = 1_000;
    private const double Accuracy = 1e-14,
        Level = 0.025;

    private Synthesis(EffectScale scale, SynthesisModel model, ImmutableArray<StudyEffect> studies) =>
        (Scale, Model, Studies) = (scale, model, studies);

    /// <summary>The scale of all effects.</summary>
    public EffectScale Scale { get; }

    /// <summary>The model.</summary>
    public SynthesisModel Model { get; }

    /// <summary>The studies, as given.</summary>
    public ImmutableArray<StudyEffect> Studies { get; }

    /// <summary>The weight of each study in the mean; they sum to one.</summary>
    public ImmutableArray<double> Weights { get; private init; }

    /// <summary>The variance between studies, τ²; 0 for a fixed effect.</summary>
    public double VarianceBetween { get; private init; }

    /// <summary>Cochran's Q, with the number of studies − 1 degrees of freedom.</summary>
    public double Heterogeneity { get; private init; }

    /// <summary>The effect in the average place. With one study, that study.</summary>
    public EffectEstimate Mean { get; private init; } = null!;

    /// <summary>Whether the interval of Hartung and Knapp would have been narrower than that of the fixed effect, which is used instead.</summary>
    public bool IsWidened { get; private init; }

    /// <summary>The effect in a new place, with the number of studies − 1 degrees of freedom; that of <see cref="Mean"/> for a fixed effect or one study.</summary>
    public EffectEstimate Prediction { get; private init; } = null!;

    /// <summary>The same with the number of studies − 2, as some publish it; null with fewer than three studies.</summary>
    public EffectEstimate? CautiousPrediction =>
        Studies.Length > 2 && Model != SynthesisModel.Fixed ? Prediction with { DegreesOfFreedom = Studies.Length - 2 } : null;

    /// <summary>The share of the variance that is between studies, from τ² and the typical variance within them.</summary>
    public double ShareBetween { get; private init; }

    /// <summary>The same from Q: (Q − (k − 1)) ÷ Q, not below 0.</summary>
    public double ShareBetweenFromQ => Heterogeneity > 0 ? Math.Max(0, (Heterogeneity - (Studies.Length - 1)) / Heterogeneity) : 0;

    /// <summary>The synthesis of some studies.</summary>
    /// <param name="scale">The scale of all effects.</param>
    /// <param name="studies">The studies: at least one.</param>
    /// <param name="model">The model.</param>
    /// <exception cref="ArgumentException">There are none, or one has no finite effect or no standard error above zero.</exception>
    public static Synthesis Of(EffectScale scale, IEnumerable<StudyEffect> studies, SynthesisModel model = SynthesisModel.RestrictedMaximumLikelihood)
    {
        ImmutableArray<StudyEffect> all = [.. studies];
        if (all.IsEmpty)
        {
            throw new ArgumentException("There are no studies to be put together.");
        }

        if (
            all.FirstOrDefault(study => !(double.IsFinite(study.Value) && study.StandardError > 0 && double.IsFinite(study.StandardError))) is { } bad
        )
        {
            throw new ArgumentException($"{bad.Label}: a study has a finite effect and a standard error above zero.");
        }

        Synthesis made = new(scale, model, all);
        return all.Length == 1 ? made.OfOne() : made.OfSeveral();
    }

    private Synthesis OfOne()
    {
        EffectEstimate only = new(Scale, Studies[0].Value, Studies[0].StandardError, double.PositiveInfinity);
        return this with { Weights = [1], Mean = only, Prediction = only };
    }

    private Synthesis OfSeveral()
    {
        Pooled without = new(Studies, 0);
        double heterogeneity = without.Squares,
            between = Model switch
            {
                SynthesisModel.Fixed => 0,
                SynthesisModel.DerSimonianLaird => DerSimonianLaird(without),
                _ => RestrictedMaximumLikelihood(),
            };
        Pooled pooled = new(Studies, between);
        int degrees = Studies.Length - 1;
        double fixedError = Math.Sqrt(1 / without.Total);
        EffectEstimate mean = new(Scale, without.Mean, fixedError, double.PositiveInfinity);
        bool isWidened = false;
        if (Model != SynthesisModel.Fixed)
        {
            double error = Math.Sqrt(pooled.Squares / (degrees * pooled.Total)),
                least =
                    Parameters.Distributions.SpecialFunctions.NormalQuantileAbove(Level)
                    * fixedError
                    / Parameters.Distributions.StudentsT.QuantileAbove(Level, degrees);
            isWidened = error < least;
            mean = new(Scale, pooled.Mean, Math.Max(error, least), degrees);
        }

        double typical = degrees * without.Total / ((without.Total * without.Total) - without.TotalOfSquares);
        return this with
        {
            Weights = [.. pooled.Weights.Select(weight => weight / pooled.Total)],
            VarianceBetween = between,
            Heterogeneity = heterogeneity,
            Mean = mean,
            IsWidened = isWidened,
            Prediction =
                Model == SynthesisModel.Fixed ? mean : mean with { StandardError = Math.Sqrt(between + (mean.StandardError * mean.StandardError)) },
            ShareBetween = between / (between + typical),
        };
    }

    private double DerSimonianLaird(Pooled without) =>
        Math.Max(0, (without.Squares - (Studies.Length - 1)) / (without.Total - (without.TotalOfSquares / without.Total)));

    // Each step is the score of the restricted likelihood over its information; a step that leads below zero is halved.
    private double RestrictedMaximumLikelihood()
    {
        double between = DerSimonianLaird(new(Studies, 0)),
            size = Studies.Max(study => study.Variance);
        for (int step = 0; step < MostSteps; step++)
        {
            Pooled at = new(Studies, between);
            double change = at.Score / at.Information,
                next = between + change;
            next =
                next >= 0 ? next
                : between < Accuracy * size ? 0
                : between / 2;
            if (Math.Abs(next - between) <= Accuracy * (size + next))
            {
                return next;
            }

            between = next;
        }

        throw new ArgumentException("The variance between the studies cannot be estimated by restricted maximum likelihood; use dersimonian_laird.");
    }

    // Sums over the studies at one variance between them.
    private sealed class Pooled
    {
        public Pooled(ImmutableArray<StudyEffect> studies, double between)
        {
            Weights = [.. studies.Select(study => 1 / (study.Variance + between))];
            Total = Weights.Sum();
            TotalOfSquares = Weights.Sum(weight => weight * weight);
            Mean = studies.Zip(Weights, (study, weight) => weight * study.Value).Sum() / Total;
            double[] squares = [.. studies.Select(study => (study.Value - Mean) * (study.Value - Mean))];
            Squares = squares.Zip(Weights, (square, weight) => weight * square).Sum();
            double cubes = Weights.Sum(weight => weight * weight * weight),
                part = TotalOfSquares / Total;
            Score = squares.Zip(Weights, (square, weight) => weight * weight * square).Sum() - (Total - part);
            Information = TotalOfSquares - (2 * cubes / Total) + (part * part);
        }

        public ImmutableArray<double> Weights { get; }

        public double Total { get; }

        public double TotalOfSquares { get; }

        public double Mean { get; }

        public double Squares { get; }

        public double Score { get; }

        public double Information { get; }
    }
}

/// <summary>How studies are put together.</summary>
public enum SynthesisModel
{
    /// <summary>Random effects, the variance between studies by restricted maximum likelihood.</summary>
    RestrictedMaximumLikelihood,

    /// <summary>Random effects, the variance between studies by the method of moments.</summary>
    DerSimonianLaird,

    /// <summary>One effect for all: differences between studies are chance.</summary>
    Fixed,
}
