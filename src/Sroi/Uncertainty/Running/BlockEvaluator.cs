using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Sroi.Arithmetic;
using Sroi.Uncertainty.Correlations;
using Sroi.Uncertainty.Plans;
using Sroi.Uncertainty.Quantiles;
using Sroi.Uncertainty.Streams;

namespace Sroi.Uncertainty.Running;

/// <summary>Evaluates a plan for one block of draws after another, in its own buffers. One instance per thread.</summary>
internal sealed class BlockEvaluator : IDisposable
{
    private readonly DrawPlan _draws;
    private readonly Width _width;
    private readonly AlignedDoubles _registers;
    private readonly uint[] _uniforms = new uint[Block.Size];
    private readonly Dictionary<int, uint[]> _correlated = [];
    private readonly uint[][][] _groups;
    private readonly CopulaScratch? _scratch;
    private ImmutableArray<Sampler> _parameterSamplers;

    public BlockEvaluator(DrawPlan draws, Width width)
    {
        (_draws, _width) = (draws, width);
        _registers = RegisterPool.Rent(Math.Max(1, draws.Plan.Registers) * Block.Size);
        _groups = [.. draws.Groups.Select(group => group.Parameters.Select(_ => new uint[Block.Size]).ToArray())];
        for (int group = 0; group < _groups.Length; group++)
        {
            for (int member = 0; member < _groups[group].Length; member++)
            {
                _correlated.Add(draws.Groups[group].Parameters[member], _groups[group][member]);
            }
        }

        _scratch = _groups.Length == 0 ? null : new(_groups.Max(group => group.Length), Block.Size);
    }

    /// <summary>Returns its registers to the pool; it must not be used afterwards.</summary>
    public void Dispose() => RegisterPool.Return(_registers);

    /// <summary>Receives the draws of a parameter as they are made.</summary>
    /// <param name="parameter">The index of the parameter in the plan.</param>
    /// <param name="values">The draws of the block.</param>
    public delegate void ParameterDrawn(int parameter, ReadOnlySpan<double> values);

    /// <summary>Draws all parameters of a block and runs every step.</summary>
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

    /// <summary>Draws all parameters of a block again, without running the steps.</summary>
    public void Parameters(int replicate, long block, ParameterDrawn drawn)
    {
        ImmutableArray<Sampler> samplers = _parameterSamplers.IsDefault ? _parameterSamplers = _draws.ParameterSamplers : _parameterSamplers;
        double[] values = new double[Block.Size];
        Correlate(replicate, block);
        for (int parameter = 0; parameter < samplers.Length; parameter++)
        {
            samplers[parameter].Draw(_width, Uniforms(parameter, replicate, block), values);
            drawn(parameter, values);
        }
    }

    /// <summary>The uniforms behind the draws of one parameter in a block; valid until the next call.</summary>
    public ReadOnlySpan<uint> UniformsOf(int parameter, int replicate, long block)
    {
        if (_correlated.ContainsKey(parameter))
        {
            Correlate(replicate, block);
        }

        return Uniforms(parameter, replicate, block);
    }

    /// <summary>The values of a non-constant output of the plan, once the block is evaluated.</summary>
    public ReadOnlySpan<double> Output(PlanOperand output) => Register(output.Register);

    private Span<double> Register(int number) => _registers.Span.Slice(number * Block.Size, Block.Size);

    private void Correlate(int replicate, long block)
    {
        for (int group = 0; group < _groups.Length; group++)
        {
            for (int member = 0; member < _groups[group].Length; member++)
            {
                _draws.Uniforms.Fill(_width, _draws.Groups[group].Parameters[member], replicate, block, _groups[group][member]);
            }

            _draws.Copulas[group].Correlate(_width, _groups[group], _scratch!);
        }
    }

    private ReadOnlySpan<uint> Uniforms(int parameter, int replicate, long block)
    {
        if (_correlated.TryGetValue(parameter, out uint[]? correlated))
        {
            return correlated;
        }

        _draws.Uniforms.Fill(_width, parameter, replicate, block, _uniforms);
        return _uniforms;
    }
}
