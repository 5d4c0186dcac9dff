using System.Collections.Immutable;
using Sroi.Arithmetic;
using Sroi.Uncertainty.Streams;

namespace Sroi.Batch.Plans.Reading;

/// <summary>The points of a sampled design, each computed when it is asked for: a coordinate from 0 to below 1 for each axis.</summary>
internal sealed class DesignPoints
{
    private const int MostBlocks = 16;

    private readonly UniformSource _source;
    private readonly ImmutableArray<int> _inputs;
    private readonly Dictionary<long, uint[][]> _blocks = [];
    private readonly Lock _turn = new();

    /// <summary>Points of a design.</summary>
    /// <param name="sampling">Latin hypercube or Sobol.</param>
    /// <param name="points">The number of points.</param>
    /// <param name="seed">The plan's seed.</param>
    /// <param name="patterns">The ids or patterns of the axes, by which each has coordinates of its own.</param>
    public DesignPoints(Sampling sampling, long points, ulong seed, ImmutableArray<string> patterns)
    {
        ImmutableArray<string> ids = [.. patterns.Select(pattern => $"axis.{pattern}").Order(StringComparer.Ordinal)];
        _source = UniformSource.Of(sampling, seed, ids, alongside: [], points);
        _inputs = [.. patterns.Select(pattern => ids.IndexOf($"axis.{pattern}"))];
    }

    /// <summary>The coordinates of a point.</summary>
    public double[] this[long point]
    {
        get
        {
            (long block, long place) = Math.DivRem(point, Block.Size);
            uint[][] coordinates = BlockOf(block);
            return [.. coordinates.Select(axis => (axis[place] + 0.5) / 4_294_967_296.0)];
        }
    }

    private uint[][] BlockOf(long block)
    {
        lock (_turn)
        {
            if (!_blocks.TryGetValue(block, out uint[][]? known))
            {
                if (_blocks.Count == MostBlocks)
                {
                    _blocks.Clear();
                }

                known = [.. _inputs.Select(_ => new uint[Block.Size])];
                for (int axis = 0; axis < known.Length; axis++)
                {
                    _source.Fill(Widths.Widest, _inputs[axis], replicate: 0, block, known[axis]);
                }

                _blocks.Add(block, known);
            }

            return known;
        }
    }
}
