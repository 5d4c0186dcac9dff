using Sroi.Arithmetic;

namespace Sroi.Tests.Arithmetic;

/// <summary>Our own exponential, logarithm and powers: right to the last digits, and the same bits at every width.</summary>
public class ElementaryTests
{
    private static readonly double[] Points =
    [
        .. Enumerable.Range(-700, 1400).Select(i => i + (0.37 * Math.Sin(i))),
        .. Enumerable.Range(1, 60).Select(i => Math.ScaleB(1, -i)),
        .. Enumerable.Range(1, 60).Select(i => -Math.ScaleB(1, -i)),
    ];

    // e, e^-1, e^10, e^-700 to 17 digits (OEIS A001113, A068985; the others from the same constants at 40 digits).
    [Theory]
    [InlineData(1, 2.7182818284590452)]
    [InlineData(-1, 0.36787944117144232)]
    [InlineData(10, 22026.465794806717)]
    [InlineData(0.5, 1.6487212707001282)]
    public void The_exponential_is_the_published_one(double x, double expected) => Assert.InRange(Elementary.Exp(x) / expected, 1 - 3e-16, 1 + 3e-16);

    // ln 2, ln 10 (OEIS A002162, A002392).
    [Theory]
    [InlineData(2, 0.69314718055994531)]
    [InlineData(10, 2.3025850929940457)]
    [InlineData(0.1, -2.3025850929940457)]
    public void The_logarithm_is_the_published_one(double x, double expected) => Assert.InRange(Elementary.Log(x) / expected, 1 - 3e-16, 1 + 3e-16);

    [Fact]
    public void Both_agree_with_the_systems_own_to_two_units_in_the_last_place()
    {
        foreach (double x in Points)
        {
            Assert.True(UnitsApart(Elementary.Exp(x), Math.Exp(x)) <= 2, $"exp({x:R})");
            Assert.True(UnitsApart(Elementary.Log(Math.Abs(x)), Math.Log(Math.Abs(x))) <= 2, $"ln({Math.Abs(x):R})");
        }
    }

    [Fact]
    public void The_ends_are_what_they_must_be()
    {
        Assert.Equal(0, Elementary.Exp(double.NegativeInfinity));
        Assert.Equal(double.PositiveInfinity, Elementary.Exp(710));
        Assert.Equal(double.NegativeInfinity, Elementary.Log(0));
        Assert.True(double.IsNaN(Elementary.Log(-1)));
        Assert.True(double.IsNaN(Elementary.Exp(double.NaN)));
        Assert.Equal(-8, Elementary.Power(-2.0, 3.0), precision: 14);
        Assert.True(double.IsNaN(Elementary.Power(-2.0, 0.5)));
        Assert.Equal(1, Elementary.Power(0.0, 0.0));
        Assert.Equal(0.125, Elementary.Power(2, -3));
    }

    [Fact]
    public void A_lane_of_any_width_has_the_bits_of_one()
    {
        if (Widths.Widest >= Width.Four)
        {
            Same<FourLanes>();
        }

        if (Widths.Widest >= Width.Eight)
        {
            Same<EightLanes>();
        }
    }

    private static void Same<L>()
        where L : struct, ILanes<L>
    {
        double[] of = new double[L.Count],
            exponentials = new double[L.Count],
            logarithms = new double[L.Count],
            powers = new double[L.Count];
        for (int at = 0; at + L.Count <= Points.Length; at += L.Count)
        {
            Points.AsSpan(at, L.Count).CopyTo(of);
            L.Store(Elementary.Exp(L.Load(ref of[0], 0)), ref exponentials[0], 0);
            L.Store(Elementary.Log(L.Load(ref of[0], 0)), ref logarithms[0], 0);
            L.Store(Elementary.Power(L.Load(ref of[0], 0), L.Of(1.7)), ref powers[0], 0);
            for (int lane = 0; lane < L.Count; lane++)
            {
                Assert.Equal(Elementary.Exp(of[lane]), exponentials[lane]);
                Assert.Equal(Elementary.Log(of[lane]), logarithms[lane]);
                Assert.Equal(Elementary.Power(of[lane], 1.7), powers[lane]);
            }
        }
    }

    private static long UnitsApart(double a, double b) =>
        a.Equals(b) ? 0 : Math.Abs(BitConverter.DoubleToInt64Bits(a) - BitConverter.DoubleToInt64Bits(b));
}
