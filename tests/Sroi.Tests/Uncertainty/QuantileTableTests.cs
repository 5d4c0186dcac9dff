using System.Globalization;
using Sroi.Arithmetic;
using Sroi.Parameters.Distributions;
using Sroi.Tests.Published;
using Sroi.Uncertainty.Quantiles;

namespace Sroi.Tests.Uncertainty;

/// <summary>Samplers against quantiles of many digits: the bounds are those that the engine promises over the whole range of parameters.</summary>
public class QuantileTableTests
{
    private const double ProbabilityBound = 1e-7,
        TailBound = 1e-5;

    private static readonly Dictionary<string, QuantileReferences> All = QuantileReferences
        .Read(Path.Combine(TestFolder.Root, "tests", "Sroi.Tests", "Published", "quantiles.txt"))
        .ToDictionary(one => one.Text);

    public static TheoryData<string> Distributions => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Distributions))]
    public void Every_quantile_is_the_reference_within_the_bounds(string distribution)
    {
        Sampler sampler = Sampler.Of(All[distribution].Distribution);
        QuantileReferences references = All[distribution];

        // Of counts that spread over very many values each is tabled as smooth and rounded up, so integers next to a step may fall on its other side.
        double allowed = references.Distribution.IsDiscrete ? ProbabilityBound : -1;
        Assert.DoesNotContain(Wrong(references.Quantiles, sampler.At), wrong => wrong.Of.IsSeparate || wrong.Of.CountError(sampler.At) > allowed);
    }

    // The end of the support may be the image of another end, right to the last digits only.
    [Theory]
    [MemberData(nameof(Distributions))]
    public void What_remains_of_the_end_is_the_reference_distance_within_the_bounds(string distribution)
    {
        QuantileReferences references = All[distribution];
        if (references.Distribution.IsDiscrete)
        {
            return;
        }

        foreach (var end in references.Quantiles.Where(one => !one.IsSeparate).GroupBy(one => one.From))
        {
            Sampler sampler = Sampler.OfRemainder(end.Key, references.Distribution);
            bool isExact = references.Distribution.Support is var support && (support.Low == end.Key || support.High == end.Key);
            Assert.Empty(Wrong(end.Select(one => one with { From = isExact ? 0 : one.From }), x => (isExact ? 0 : end.Key) - sampler.At(x)));
        }
    }

    // 1 − X is distributed as the beta with its shapes exchanged; where X is close to 1 the digits of what is missing are kept.
    [Theory]
    [InlineData("beta 0.05 100000", 100000, 0.05)]
    [InlineData("beta 50 100000", 100000, 50)]
    [InlineData("beta 0.05 5", 5, 0.05)]
    [InlineData("beta 0.05 0.05", 0.05, 0.05)]
    public void One_less_a_beta_is_the_beta_with_its_shapes_exchanged(string exchanged, double alpha, double beta)
    {
        Sampler remainder = Sampler.OfRemainder(1, new Distribution.Beta(alpha, beta));
        Assert.Empty(Wrong(All[exchanged].Quantiles, x => remainder.At(~x)));
    }

    [Theory]
    [MemberData(nameof(Distributions))]
    public void A_block_has_the_same_bits_at_every_width(string distribution)
    {
        Sampler[] samplers = [Sampler.Of(All[distribution].Distribution), Sampler.OfRemainder(1, All[distribution].Distribution)];
        uint[] block = [.. All[distribution].Quantiles.Select(one => one.Integer), .. Enumerable.Range(0, 1000).Select(i => (uint)i * 4294967u)];
        block = block[..(block.Length / 8 * 8)];
        foreach (Sampler sampler in samplers)
        {
            long[] alone = [.. block.Select(x => BitConverter.DoubleToInt64Bits(sampler.At(x)))];
            foreach (Width width in Widths.Supported)
            {
                double[] drawn = new double[block.Length];
                sampler.Draw(width, block, drawn);
                Assert.Equal(alone, drawn.Select(BitConverter.DoubleToInt64Bits));
            }
        }
    }

    // Wichura 1988, algorithm AS 241, gives the quantiles of 0.25, 0.001 and 1e-20 to 16 digits; the two in range are -0.6744897501960817 and
    // -3.090232306167814. The integers next to a probability p are those around p × 2³² − ½.
    [Theory]
    [InlineData(0.25, -0.6744897501960817)]
    [InlineData(0.001, -3.090232306167814)]
    public void Normal_quantiles_lie_about_those_of_Wichura(double p, double published)
    {
        Sampler sampler = Sampler.Of(new Distribution.Normal(0, 1));
        uint before = (uint)Math.Floor((p * 4294967296) - 0.5);
        Assert.InRange(published, sampler.At(before) - 1e-7, sampler.At(before + 1) + 1e-7);
    }

    // Printed tables of chi-square at probability 0.95: 3.841, 18.307 and 124.342 for 1, 10 and 100 degrees; gamma(degrees ÷ 2, 2).
    [Theory]
    [InlineData(1, "3.841")]
    [InlineData(10, "18.307")]
    [InlineData(100, "124.342")]
    public void Gamma_quantiles_are_those_of_printed_tables_of_chi_square(double degrees, string printed) =>
        Assert.Equal(printed, Sampler.Of(new Distribution.Gamma(degrees / 2, 2)).At(4080218931).ToString("F3", CultureInfo.InvariantCulture));

    private static IEnumerable<WrongQuantile> Wrong(IEnumerable<QuantileReference> quantiles, Func<uint, double> drawn) =>
        quantiles.Select(one => new WrongQuantile(one, drawn(one.Integer))).Where(pair => !IsWithin(pair.Of, pair.Drawn));

    private static bool IsWithin(QuantileReference expected, double drawn) =>
        expected.IsSeparate ? expected.IsHit(drawn) : expected.ProbabilityError(drawn) <= ProbabilityBound && expected.TailError(drawn) <= TailBound;

    private sealed record WrongQuantile(QuantileReference Of, double Drawn)
    {
        public override string ToString() =>
            FormattableString.Invariant(
                $"{Of.Integer}: {Drawn:R} instead of {Of.Value:R}, KS {Of.ProbabilityError(Drawn):E1}, tail {Of.TailError(Drawn):E1}"
            );
    }
}
