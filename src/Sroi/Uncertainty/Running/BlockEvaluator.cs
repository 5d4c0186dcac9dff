using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Sroi.Arithmetic;
using Sroi.Uncertainty.Correlations;
using Sroi.Uncertainty.Plans;
using Sroi.Uncertainty.Quantiles;
using Sroi.Uncertainty.Streams;

namespace Sroi.Uncertainty.Running;

/// <summary>Evaluates a plan for one block of draws after the other, in buffers of its own. One for each thread.</summary>
internal sealed class BlockEvaluator : IDisposable
{
    private readonly DrawPlan _draws;
    private readonly Width _width;
    private readonly AlignedDoubles _registers;
    private readonly uint[] _uniforms = new uint[Block.Size];
    private readonly Dictionary<int, uint[]> _correlated = [];
    private readonly uint[][][] _groups;
    private readonly CopulaScratch? _scratch;
    private ImmutableArray<Sampler> _inputSamplers;

    public BlockEvaluator(DrawPlan draws, Width width)
    {
        (_draws, _width) = (draws, width);
        _registers = RegisterPool.Rent(Math.Max(1, draws.Plan.Registers) * Block.Size);
        _groups = [.. draws.Groups.Select(group => group.Inputs.Select(_ => new uint[Block.Size]).ToArray())];
        for (int group = 0; group < _groups.Length; group++)
        {
            for (int member = 0; member < _groups[group].Length; member++)
            {
                _correlated.Add(draws.Groups[group].Inputs[member], _groups[group][member]);
            }
        }

        _scratch = _groups.Length == 0 ? null : new(_groups.Max(group => group.Length), Block.Size);
    }

    /// <summary>Gives back its registers, for another that comes after it; nothing may be asked of it any more.</summary>
    public void Dispose() => RegisterPool.Return(_registers);

    /// <summary>Takes the draws of an input as they are made.</summary>
    /// <param name="input">The number of the input in the plan.</param>
    /// <param name="values">The draws of the block.</param>
    public delegate void InputDrawn(int input, ReadOnlySpan<double> values);

    /// <summary>Draws all inputs of a block and runs every step.</summary>
    /// <param name="replicate">The replicate.</param>
    /// <param name="block">The block in it.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Evaluate(int replicate, long block)
    {
        Correlate(replicate, block);
        int draw = 0;
        foreach (PlanStep step in _draws.Plan.Steps)
        {
            if (step.IsDraw && !_draws.Columns.IsEmpty)
            {
                _draws.Columns[step.Number].AsSpan((int)block * Block.Size, Block.Size).CopyTo(Register(step.Target));
            }
            else if (step.IsDraw)
            {
                _draws.Samplers[draw++].Draw(_width, Uniforms(step.Number, replicate, block), Register(step.Target));
            }
            else
            {
                PlanKernels.Run(_width, step, _registers.Span, Block.Size);
            }
        }
    }

    /// <summary>Draws all inputs of a block, once more and for themselves.</summary>
    public void Inputs(int replicate, long block, InputDrawn drawn)
    {
        ImmutableArray<Sampler> samplers = _inputSamplers.IsDefault ? _inputSamplers = _draws.InputSamplers : _inputSamplers;
        double[] values = new double[Block.Size];
        Correlate(replicate, block);
        for (int input = 0; input < samplers.Length; input++)
        {
            samplers[input].Draw(_width, Uniforms(input, replicate, block), values);
            drawn(input, values);
        }
    }

    /// <summary>The uniforms behind the draws of one input in a block; they stand until the next call.</summary>
    public ReadOnlySpan<uint> UniformsOf(int input, int replicate, long block)
    {
        if (_correlated.ContainsKey(input))
        {
            Correlate(replicate, block);
        }

        return Uniforms(input, replicate, block);
    }

    /// <summary>The values of one of the plan's outputs that is no constant, once the block is evaluated.</summary>
    public ReadOnlySpan<double> Output(PlanOperand output) => Register(output.Register);

    private Span<double> Register(int number) => _registers.Span.Slice(number * Block.Size, Block.Size);

    private void Correlate(int replicate, long block)
    {
        for (int group = 0; group < _groups.Length; group++)
        {
            for (int member = 0; member < _groups[group].Length; member++)
            {
                _draws.Uniforms.Fill(_width, _draws.Groups[group].Inputs[member], replicate, block, _groups[group][member]);
            }

            _draws.Copulas[group].Correlate(_width, _groups[group], _scratch!);
        }
    }

    private ReadOnlySpan<uint> Uniforms(int input, int replicate, long block)
    {
        if (_correlated.TryGetValue(input, out uint[]? correlated))
        {
            return correlated;
        }

        _draws.Uniforms.Fill(_width, input, replicate, block, _uniforms);
        return _uniforms;
    }
}
