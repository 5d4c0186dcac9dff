using System.Globalization;
using Sroi.Parameters.Distributions;

namespace Sroi.Tests.Published;

/// <summary>Reference quantiles of one distribution, from quantiles.txt.</summary>
/// <param name="Text">The distribution as the file names it.</param>
/// <param name="Distribution">The distribution.</param>
/// <param name="Quantiles">Its quantiles.</param>
internal sealed record QuantileReferences(string Text, Distribution Distribution, IReadOnlyList<QuantileReference> Quantiles)
{
    /// <summary>The family, and how it was moved.</summary>
    public string Family =>
        Text.Split(' ')[0] switch
        {
            "affine" => "scaled and shifted",
            "odds" => "moved by odds",
            var family => family.Replace('_', ' '),
        };

    /// <summary>All that a file holds.</summary>
    public static IReadOnlyList<QuantileReferences> Read(string file)
    {
        List<QuantileReferences> all = [];
        List<QuantileReference> quantiles = [];
        foreach (string line in File.ReadLines(file).Where(line => !line.StartsWith('#')))
        {
            if (line.StartsWith('>'))
            {
                quantiles = [];
                all.Add(new(line[2..], new DistributionWords(line[2..]).Read(), quantiles));
            }
            else
            {
                quantiles.Add(QuantileReference.Read(line));
            }
        }

        return all;
    }
}

/// <summary>One reference quantile.</summary>
/// <param name="Integer">The integer x of the probability (x + ½) ÷ 2³².</param>
/// <param name="From">The end of the support from which distances count; the centre where that end is infinite.</param>
/// <param name="Distance">The distance of the quantile from there.</param>
/// <param name="Density">The density there; not a number for separate values.</param>
internal readonly record struct QuantileReference(uint Integer, double From, double Distance, double Density)
{
    private const double TailWithin = 1.0 / 32;

    /// <summary>The quantile.</summary>
    public double Value => From + Distance;

    /// <summary>Whether it is one of separate values, which are hit exactly or not at all.</summary>
    public bool IsSeparate => double.IsNaN(Density);

    /// <summary>Whether the probability on one side is small, so that the distance from the end counts as such.</summary>
    public bool IsTail => Math.Min(Integer, uint.MaxValue - Integer) < TailWithin * 4294967296;

    /// <summary>A line of the file.</summary>
    public static QuantileReference Read(string line)
    {
        string[] words = line.Split(' ');
        double At(int word) => double.Parse(words[word], CultureInfo.InvariantCulture);
        uint integer = uint.Parse(words[0], CultureInfo.InvariantCulture);
        return words.Length == 2 ? new(integer, 0, At(1), double.NaN) : new(integer, At(1), At(2), At(3));
    }

    /// <summary>Whether a drawn value is this separate value, which may itself be rounded in its last digits where it was moved.</summary>
    public bool IsHit(double drawn) => Math.Abs(drawn - Value) <= 4 * Last(Value);

    /// <summary>By how much the probability at a drawn value is wrong, apart from what a double cannot hold.</summary>
    public double ProbabilityError(double drawn) => Off(drawn) is > 0 and var off ? off * Density : 0;

    /// <summary>By which part of its distance from the end a drawn value in a tail is wrong, apart from what a double cannot hold.</summary>
    public double TailError(double drawn) => IsTail && Off(drawn) is > 0 and var off ? off / Math.Abs(Distance) : 0;

    /// <summary>By how much the probability is wrong at which counts are drawn that spread over very many values: how far off their integers begin or end.</summary>
    public double CountError(Func<uint, double> drawn)
    {
        uint off = 0;
        while (off < Integer && off < uint.MaxValue - Integer && !(drawn(Integer - off) <= Value && drawn(Integer + off) >= Value))
        {
            off++;
        }

        return off / 4294967296.0;
    }

    // The end and the sum are rounded once each.
    private double Off(double drawn) => Math.Abs(drawn - Value) - (Last(Value) / 2) - (Last(From) / 2);

    private static double Last(double value) => Math.BitIncrement(Math.Abs(value)) - Math.Abs(value);
}

/// <summary>Distributions from words and numbers, each before what it is made of: <c>affine 2 1 gamma 0.5 1</c>.</summary>
internal sealed class DistributionWords(string text)
{
    private readonly Queue<string> _words = new(text.Split(' '));

    /// <summary>The next distribution.</summary>
    public Distribution Read() =>
        _words.Dequeue() switch
        {
            "fixed" => new Distribution.Fixed(Number()),
            "uniform" => new Distribution.Uniform(Number(), Number()),
            "triangular" => new Distribution.Triangular(Number(), Number(), Number()),
            "pert" => new Distribution.Pert(Number(), Number(), Number(), Number()),
            "normal" => new Distribution.Normal(Number(), Number()),
            "student_t" => new Distribution.StudentT(Number(), Number(), Number()),
            "truncated_normal" => new Distribution.TruncatedNormal(Number(), Number(), Number(), Number()),
            "lognormal" => new Distribution.LogNormal(Number(), Number()),
            "gamma" => new Distribution.Gamma(Number(), Number()),
            "beta" => new Distribution.Beta(Number(), Number()),
            "scaled_beta" => new Distribution.ScaledBeta(Number(), Number(), Number(), Number()),
            "poisson" => new Distribution.Poisson(Number()),
            "negative_binomial" => new Distribution.NegativeBinomial(Number(), Number()),
            "empirical" => new Distribution.Empirical(Several(Number)),
            "discrete" => Discrete(),
            "mixture" => Mixture(),
            "affine" => Affine(),
            "odds" => Odds(),
            var word => throw new FormatException($"{word} is no family."),
        };

    private Distribution.Discrete Discrete()
    {
        (double Value, double Weight)[] pairs = Several(() => (Number(), Number()));
        return new(pairs.Select(pair => pair.Value), pairs.Select(pair => pair.Weight));
    }

    private Distribution.Mixture Mixture()
    {
        (double Weight, Distribution Component)[] pairs = Several(() => (Number(), Read()));
        return new(pairs.Select(pair => pair.Component), pairs.Select(pair => pair.Weight));
    }

    private Distribution.Affine Affine()
    {
        (double scale, double shift) = (Number(), Number());
        return new(Read(), scale, shift);
    }

    private Distribution.OddsScaled Odds()
    {
        double factor = Number();
        return new(Read(), factor);
    }

    private T[] Several<T>(Func<T> read) => [.. Enumerable.Range(0, (int)Number()).Select(_ => read())];

    private double Number() =>
        _words.Dequeue() switch
        {
            "inf" => double.PositiveInfinity,
            "-inf" => double.NegativeInfinity,
            var word => double.Parse(word, CultureInfo.InvariantCulture),
        };
}
