using System.Collections.Immutable;
using Sroi.Arithmetic;
using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Streams;

namespace Sroi.Tests.Uncertainty;

/// <summary>Where uniforms come from: each design has the structure that it is known for.</summary>
public class SamplingTests
{
    private static readonly ImmutableArray<string> Ids = ["a.b.one", "a.b.three", "a.b.two"];

    // The first points of Sobol's sequence without scrambling: dimension 1 is van der Corput's, dimensions 2 and 3 as in Joe and Kuo's program.
    [Fact]
    public void The_directions_give_the_published_points()
    {
        IReadOnlyList<uint[]> directions = SobolDirections.First(3);
        double[][] expected =
        [
            [0.5, 0.5, 0.5],
            [0.75, 0.25, 0.25],
            [0.25, 0.75, 0.75],
            [0.375, 0.375, 0.625],
        ];
        uint[] point = new uint[3];
        for (int n = 0; n < expected.Length; n++)
        {
            int bit = System.Numerics.BitOperations.TrailingZeroCount(~(uint)n);
            for (int d = 0; d < 3; d++)
            {
                point[d] ^= directions[d][bit];
                Assert.Equal(expected[n][d], point[d] / 4294967296.0);
            }
        }
    }

    [Theory]
    [InlineData(Sampling.Sobol)]
    [InlineData(Sampling.LatinHypercube)]
    public void Each_slice_of_each_input_is_hit_once_in_every_replicate(Sampling sampling)
    {
        const int draws = 4096;
        UniformSource source = UniformSource.Of(sampling, 5, Ids, [], draws);
        for (int replicate = 0; replicate < 3; replicate++)
        {
            for (int input = 0; input < Ids.Length; input++)
            {
                uint[] uniforms = [.. Enumerable.Range(0, draws / Block.Size).SelectMany(block => Filled(source, input, replicate, block))];
                Assert.Equal(draws, uniforms.Select(u => u >> 20).Distinct().Count());
            }
        }
    }

    // Two dimensions of a scrambled net of 2^10 points: every box of 2^-5 by 2^-5 holds one.
    [Fact]
    public void Scrambled_points_stay_a_net()
    {
        UniformSource source = UniformSource.Of(Sampling.Sobol, 5, Ids, [], 1024);
        uint[] x = Filled(source, 0, replicate: 2, block: 0),
            y = Filled(source, 1, replicate: 2, block: 0);
        Assert.Equal(1024, x.Zip(y, (a, b) => (a >> 27, b >> 27)).Distinct().Count());
    }

    [Fact]
    public void Antithetic_draws_come_in_mirrored_pairs()
    {
        uint[] uniforms = Filled(UniformSource.Of(Sampling.Antithetic, 5, Ids, [], 1024), 0, 0, 0);
        for (int i = 0; i < uniforms.Length; i += 2)
        {
            Assert.Equal(uint.MaxValue, uniforms[i] + uniforms[i + 1]);
        }
    }

    [Theory]
    [InlineData(Sampling.Philox)]
    [InlineData(Sampling.Sobol)]
    [InlineData(Sampling.LatinHypercube)]
    [InlineData(Sampling.Antithetic)]
    public void Replicates_and_seeds_differ_and_widths_do_not(Sampling sampling)
    {
        UniformSource source = UniformSource.Of(sampling, 5, Ids, [], 2048),
            other = UniformSource.Of(sampling, 6, Ids, [], 2048);
        uint[] first = Filled(source, 0, 0, 1);
        Assert.NotEqual(first, Filled(source, 0, 1, 1));
        Assert.NotEqual(first, Filled(source, 1, 0, 1));
        Assert.NotEqual(first, Filled(other, 0, 0, 1));
        Assert.All(
            Widths.Supported,
            width =>
            {
                uint[] wide = new uint[Block.Size];
                source.Fill(width, 0, 0, 1, wide);
                Assert.Equal(first, wide);
            }
        );
    }

    [Fact]
    public void Sobol_dimensions_follow_the_ids_and_not_the_order_of_use()
    {
        UniformSource all = UniformSource.Of(Sampling.Sobol, 5, Ids, [], 1024),
            last = UniformSource.Of(Sampling.Sobol, 5, ["a.b.two"], Ids, 1024);
        Assert.Equal(Filled(all, 2, 0, 0), Filled(last, 0, 0, 0));
    }

    [Theory]
    [InlineData(Sampling.Philox, 0, "The number of draws must be above zero; found 0.")]
    [InlineData(Sampling.Philox, -5, "The number of draws must be above zero; found -5.")]
    [InlineData(Sampling.Sobol, 1000, "The number of Sobol points must be a power of two, from 32; found 1,000. The nearest are 512 and 1,024.")]
    [InlineData(
        Sampling.LatinHypercube,
        1000,
        "Latin hypercube draws come in 16 replicates of even size, so the number must be a multiple of 32; found 1,000. The nearest is 992."
    )]
    [InlineData(
        Sampling.Antithetic,
        7,
        "Antithetic draws come in 16 replicates of even size, so the number must be a multiple of 32; found 7. The nearest is 32."
    )]
    public void A_number_of_draws_that_cannot_be_is_refused(Sampling sampling, long draws, string message)
    {
        Simulation simulation = Simulation.Of(UncertainCases.Reference, draws, 1) with { Sampling = sampling };
        Assert.Equal(message, Assert.Throws<SimulationException>(simulation.Run).Message);
    }

    [Fact]
    public void Draws_that_do_not_fit_into_memory_are_refused_before_any_work()
    {
        Simulation simulation = Simulation.Of(UncertainCases.Reference, 10_000_000_000_000, 1) with { Keep = Kept.Outputs };
        string message = Assert.Throws<SimulationException>(simulation.Run).Message;
        Assert.StartsWith("Keeping 4 columns of 10,000,000,000,000 draws takes 320,000.0 GB; at most ", message, StringComparison.Ordinal);
        Assert.EndsWith(
            " draws can be kept here. Keep fewer, or only the summaries: the draws can be made again from the seed.",
            message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(0.0, Sampling.Philox, "The tolerance must be between 0.0001 % and 100 %; found 0 %.")]
    [InlineData(double.NaN, Sampling.Philox, "The tolerance must be between 0.0001 % and 100 %; found NaN %.")]
    [InlineData(
        0.01,
        Sampling.LatinHypercube,
        "A Latin hypercube needs a fixed number of draws, so it cannot run until a tolerance is reached. Use philox or sobol."
    )]
    public void A_tolerance_that_cannot_be_is_refused(double until, Sampling sampling, string message)
    {
        Simulation simulation = Simulation.Of(UncertainCases.Reference, 1 << 20, 1) with { Sampling = sampling, Until = until };
        Assert.Equal(message, Assert.Throws<SimulationException>(simulation.Run).Message);
    }

    private static uint[] Filled(UniformSource source, int input, int replicate, long block)
    {
        uint[] uniforms = new uint[Block.Size];
        source.Fill(Width.One, input, replicate, block, uniforms);
        return uniforms;
    }
}
