using System.Collections.Immutable;
using System.Globalization;
using Sroi.Arithmetic;
using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Parameters;
using Sroi.Parameters.Distributions;
using Sroi.Quantities;
using Sroi.Uncertainty.Plans;
using Sroi.Uncertainty.Quantiles;
using Sroi.Uncertainty.Streams;

namespace Sroi.Uncertainty.Running;

/// <summary>
/// Formulas of one or more cases simulated on common random numbers, with all draws kept: a parameter that several cases share has the same uniforms in
/// all of them. Identical results on any number of threads.
/// </summary>
internal sealed class JointDraws
{
    private JointDraws(ImmutableArray<DrawnCase> cases, int draws)
    {
        (Cases, Draws) = (cases, draws);
        Parameters =
        [
            .. cases
                .SelectMany(drawn => drawn.Plan.Parameters)
                .DistinctBy(parameter => parameter.Id)
                .OrderBy(parameter => parameter.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>The cases, in order.</summary>
    public ImmutableArray<DrawnCase> Cases { get; }

    /// <summary>The number of draws.</summary>
    public int Draws { get; }

    /// <summary>The uncertain parameters of all cases, each once, in the ordinal order of their ids.</summary>
    public ImmutableArray<Parameter> Parameters { get; }

    /// <summary>Draws the formulas of cases.</summary>
    /// <exception cref="SimulationException">The draws do not fit into memory, or correlations are invalid.</exception>
    public static JointDraws Of(IReadOnlyList<(Scenario Scenario, ImmutableArray<Formula> Formulas)> cases, int draws, ulong seed, int? threads)
    {
        CheckMemory(draws, cases.Sum(one => one.Formulas.Length));
        DrawRules rules = DrawRules.Of([.. cases.Select(one => one.Scenario)], seed);
        return new([.. cases.Select(one => Settled(Drawn(Plan.Of(one.Formulas), rules, draws, threads), one.Formulas))], draws);
    }

    /// <summary>The uniforms behind a parameter's draws, as integers x that represent (x + ½) ÷ 2³².</summary>
    public uint[] UniformsOf(string id)
    {
        DrawnCase drawn = Cases.First(one => one.Plan.NumberOf(id) >= 0);
        int parameter = drawn.Plan.NumberOf(id);
        using BlockEvaluator blocks = new(drawn.Blocks, Widths.Widest);
        uint[] uniforms = new uint[Draws];
        for (int from = 0; from < Draws; from += Block.Size)
        {
            int rows = Math.Min(Block.Size, Draws - from);
            blocks.UniformsOf(parameter, replicate: 0, from / Block.Size)[..rows].CopyTo(uniforms.AsSpan(from));
        }

        return uniforms;
    }

    /// <summary>The draws of a parameter, from the first case that uses it.</summary>
    public double[] ValuesOf(string id) => ValuesOf(Parameters[IndexOf(id)].Distribution, UniformsOf(id));

    /// <summary>The values of a distribution at some uniforms.</summary>
    public static double[] ValuesOf(Distribution distribution, uint[] uniforms)
    {
        double[] values = new double[uniforms.Length];
        SamplerCache.Of([new Drawn(distribution, RemainderOf: null)])[0].Draw(Widths.Widest, uniforms, values);
        return values;
    }

    private int IndexOf(string id)
    {
        int index = 0;
        while (Parameters[index].Id != id)
        {
            index++;
        }

        return index;
    }

    private static DrawnCase Drawn(Plan plan, DrawRules rules, int draws, int? threads)
    {
        DrawPlan blocks = DrawPlan.Of(plan, rules);
        double[][] values = [.. plan.Outputs.Select(_ => new double[draws])];
        Workers.For(
            (int)Block.Count(draws),
            threads,
            () => new BlockEvaluator(blocks, Widths.Widest),
            (block, evaluator) =>
            {
                evaluator.Evaluate(replicate: 0, block);
                int from = block * Block.Size,
                    rows = Math.Min(Block.Size, draws - from);
                for (int output = 0; output < values.Length; output++)
                {
                    PlanOperand at = plan.Outputs[output];
                    Span<double> to = values[output].AsSpan(from, rows);
                    if (at.IsConstant)
                    {
                        to.Fill(at.Constant);
                    }
                    else
                    {
                        evaluator.Output(at)[..rows].CopyTo(to);
                    }
                }
            }
        );
        return new(plan, blocks, values);
    }

    // Rounding noise is removed: what cancels on paper is zero, and what does not vary is a single value.
    private static DrawnCase Settled(DrawnCase drawn, ImmutableArray<Formula> formulas)
    {
        RoundingErrors errors = new(formulas.SelectMany(formula => formula.Parameters()));
        return drawn with { Noise = [.. formulas.Select((formula, i) => RoundingErrors.Settle(drawn.Values[i], errors.Of(formula)))] };
    }

    private static void CheckMemory(int draws, int columns)
    {
        double most = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4.0 / sizeof(double) / Math.Max(1, columns);
        if (draws > most)
        {
            throw new SimulationException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Keeping {columns} columns of {draws:N0} draws does not fit into memory; at most {most:N0} draws do here."
                )
            );
        }
    }
}

/// <summary>The draws of one case's formulas.</summary>
/// <param name="Plan">The compiled formulas.</param>
/// <param name="Blocks">The source of its blocks.</param>
/// <param name="Values">A column for each formula; NaN or infinite if a draw is undefined.</param>
internal sealed record DrawnCase(Plan Plan, DrawPlan Blocks, double[][] Values)
{
    /// <summary>The rounding noise that was removed from the draws of each formula.</summary>
    public ImmutableArray<double> Noise { get; init; } = [];

    /// <summary>The plan in which some parameters vary and all others are at their means.</summary>
    /// <param name="parameters">The numbers in the plan of those that vary, in the order that they have in the new plan.</param>
    public Plan Over(ImmutableArray<int> parameters) => AtMeans.Value.Graph.Over(parameters, AtMeans.Value.Results);

    private Lazy<(PlanGraph Graph, double[] Results)> AtMeans { get; } =
        new(() =>
        {
            PlanGraph graph = new(Plan);
            return (graph, graph.At([.. Plan.Parameters.Select(parameter => parameter.Distribution.Mean)]));
        });
}
