using BenchmarkDotNet.Attributes;
using Sroi.Arithmetic;
using Sroi.Parameters.Distributions;
using Sroi.Uncertainty.Plans;
using Sroi.Uncertainty.Quantiles;
using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Streams;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Benchmarks;

/// <summary>Random integers: one block of 1,024.</summary>
public class Uniforms
{
    private readonly uint[] _block = new uint[Block.Size];

    public static IEnumerable<int> Widths => Arithmetic.Widths.Supported.Select(width => (int)width);

    /// <summary>The vector width: 1, 4 (AVX2) or 8 (AVX-512).</summary>
    [ParamsSource(nameof(Widths))]
    public int Lanes { get; set; }

    [Benchmark(OperationsPerInvoke = Block.Size)]
    public void Philox() => RandomStream.Fill((Width)Lanes, 1, 2, 3, _block);
}

/// <summary>Sources of uniforms, one block of 1,024.</summary>
public class Sources
{
    private readonly uint[] _block = new uint[Block.Size];
    private UniformSource _source = null!;

    [ParamsAllValues]
    public Sampling Sampling { get; set; }

    [GlobalSetup]
    public void SetUp() => _source = UniformSource.Of(Sampling, 1, ["a.b.c"], [], 1 << 20);

    [Benchmark(OperationsPerInvoke = Block.Size)]
    public void Fill() => _source.Fill(Widths.Widest, 0, 0, 3, _block);
}

/// <summary>Each kind of quantile function: creation and draws.</summary>
public class Quantiles
{
    private static readonly Dictionary<string, Distribution> Families = new()
    {
        ["triangular"] = new Distribution.Triangular(0, 0.1, 1),
        ["pert"] = new Distribution.Pert(10, 25, 100),
        ["normal"] = new Distribution.Normal(3, 2),
        ["truncated_normal"] = new Distribution.TruncatedNormal(60, 40, 0, double.PositiveInfinity),
        ["lognormal"] = new Distribution.LogNormal(1, 0.5),
        ["gamma"] = new Distribution.Gamma(4, 10),
        ["gamma_small"] = new Distribution.Gamma(0.1, 10),
        ["beta"] = new Distribution.Beta(2, 8),
        ["beta_large"] = new Distribution.Beta(5e4, 5e4),
        ["poisson"] = new Distribution.Poisson(4.2),
        ["discrete"] = new Distribution.Discrete([1, 2, 5], [0.2, 0.5, 0.3]),
        ["mixture"] = new Distribution.Mixture([new Distribution.Normal(0, 1), new Distribution.Normal(6, 2)], [0.7, 0.3]),
    };

    private readonly uint[] _uniforms = new uint[Block.Size];
    private readonly double[] _values = new double[Block.Size];
    private Sampler _sampler = null!;

    public static IEnumerable<string> Names => Families.Keys;

    [ParamsSource(nameof(Names))]
    public string Family { get; set; } = "";

    [GlobalSetup]
    public void SetUp()
    {
        RandomStream.Fill(Widths.Widest, 1, 2, 3, _uniforms);
        _sampler = Sampler.Of(Families[Family]);
    }

    [Benchmark(OperationsPerInvoke = Block.Size)]
    public void Draw() => _sampler.Draw(Widths.Widest, _uniforms, _values);

    [Benchmark]
    public object Make() => Sampler.Of(Families[Family]);
}

/// <summary>The plan of the reference model: compiled, and one block of 1,024 draws evaluated with all its inputs.</summary>
public class Plans
{
    private BlockEvaluator _evaluator = null!;

    [GlobalSetup]
    public void SetUp() => _evaluator = new(DrawPlan.Of(Compile(), DrawRules.Of(ReferenceModel.Simulation)), Widths.Widest);

    [Benchmark]
    public object CompilePlan() => Compile();

    [Benchmark(OperationsPerInvoke = Block.Size)]
    public void EvaluateBlock() => _evaluator.Evaluate(0, 3);

    private static Plan Compile() => Plan.Of(SimulatedFigure.Of(ReferenceModel.SocialReturn, Breakdown.Outcomes).Select(figure => figure.Formula));
}

/// <summary>The summary of one figure: sums and counts of one block of 1,024 draws.</summary>
public class Summaries
{
    private readonly double[] _values = new double[Block.Size];
    private FigureTally _tally = null!;

    [GlobalSetup]
    public void SetUp()
    {
        uint[] uniforms = new uint[Block.Size];
        RandomStream.Fill(Widths.Widest, 1, 2, 3, uniforms);
        Sampler.Of(new Distribution.LogNormal(1, 0.5)).Draw(Widths.Widest, uniforms, _values);
        _tally = new(BinLayout.For(_values, 12), _values[0], threshold: 1, denominatorNoise: 0);
    }

    [Benchmark(OperationsPerInvoke = Block.Size)]
    public long Tally() => _tally.Take(Widths.Widest, _values, Block.Size, [], 0).Count;
}

/// <summary>Whole simulations of the reference model through the public API.</summary>
public class Simulations
{
    [Params(10_000, 1_000_000)]
    public long Draws { get; set; }

    [Params(1, 2)]
    public int Threads { get; set; }

    [Benchmark]
    public object Run() => (ReferenceModel.Simulation with { Draws = Draws, Threads = Threads }).Run();
}
