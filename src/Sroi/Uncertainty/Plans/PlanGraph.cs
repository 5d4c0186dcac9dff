using System.Collections.Immutable;

namespace Sroi.Uncertainty.Plans;

/// <summary>The steps of a plan with a separate place for each result, and which step reads which, so that only what a parameter reaches is recomputed.</summary>
internal sealed class PlanGraph
{
    private readonly Plan _plan;
    private readonly PlanStep[] _steps;
    private readonly List<int>[] _readers;
    private readonly List<int>[] _draws;
    private readonly ImmutableArray<PlanOperand> _outputs;

    public PlanGraph(Plan plan)
    {
        _plan = plan;
        _steps = new PlanStep[plan.Steps.Length];
        _readers = [.. _steps.Select(_ => new List<int>())];
        _draws = [.. plan.Parameters.Select(_ => new List<int>())];
        int[] lastWriter = new int[plan.Registers];
        for (int place = 0; place < _steps.Length; place++)
        {
            PlanStep step = plan.Steps[place];
            _steps[place] = step.Moved(lastWriter, place);
            lastWriter[step.Target] = place;
            if (step.IsDraw)
            {
                _draws[step.Number].Add(place);
            }

            foreach (int read in _steps[place].Reads)
            {
                _readers[read].Add(place);
            }
        }

        _outputs = [.. plan.Outputs.Select(output => output.Moved(lastWriter))];
    }

    /// <summary>The places of the steps that some parameters reach, in plan order.</summary>
    /// <param name="parameters">Their indices in the plan.</param>
    public int[] ReachedBy(params IEnumerable<int> parameters)
    {
        HashSet<int> reached = [];
        Stack<int> open = new(parameters.SelectMany(parameter => _draws[parameter]));
        while (open.TryPop(out int place))
        {
            if (reached.Add(place))
            {
                foreach (int reader in _readers[place])
                {
                    open.Push(reader);
                }
            }
        }

        return [.. reached.Order()];
    }

    /// <summary>The result of each step, place by place.</summary>
    /// <param name="parameters">The values of the parameters, in plan order.</param>
    public double[] At(ReadOnlySpan<double> parameters)
    {
        double[] results = new double[_steps.Length];
        foreach (PlanStep step in _steps)
        {
            results[step.Target] = PlanScalar.Compute(step, results, parameters);
        }

        return results;
    }

    /// <summary>Recomputes some steps only.</summary>
    /// <param name="places">Their places, in plan order.</param>
    /// <param name="parameters">The values of the parameters.</param>
    /// <param name="results">The result of each step.</param>
    public void Again(int[] places, ReadOnlySpan<double> parameters, double[] results)
    {
        foreach (int place in places)
        {
            results[place] = PlanScalar.Compute(_steps[place], results, parameters);
        }
    }

    /// <summary>The value of each formula.</summary>
    /// <param name="results">The result of each step.</param>
    public double[] Outputs(double[] results) => [.. _outputs.Select(output => output.In(results))];

    /// <summary>The plan of the same formulas in which some parameters vary and all others are fixed.</summary>
    /// <param name="parameters">The indices of those that vary, in the order of the new plan.</param>
    /// <param name="results">The result of each step at those values.</param>
    public Plan Over(ImmutableArray<int> parameters, double[] results)
    {
        int[] reached = ReachedBy(parameters);
        Dictionary<int, int> places = [];
        PlanStep?[] steps = new PlanStep?[reached.Length];
        PlanOperand Moved(PlanOperand operand) =>
            operand.IsConstant ? operand
            : places.TryGetValue(operand.Register, out int place) ? PlanOperand.At(place)
            : PlanOperand.Of(results[operand.Register]);
        foreach (int place in reached)
        {
            PlanStep step = _steps[place];
            steps[places.Count] = step.IsDraw
                ? step with
                {
                    Number = parameters.IndexOf(step.Number),
                }
                : step with
                {
                    A = Moved(step.A),
                    B = Moved(step.B),
                    C = Moved(step.C),
                    D = Moved(step.D),
                };
            places.Add(place, places.Count);
        }

        ImmutableArray<PlanOperand> outputs = [.. _outputs.Select(Moved)];
        (ImmutableArray<PlanStep> allocated, outputs, int registers) = RegisterAllocation.Of(steps, outputs);
        return new([.. parameters.Select(parameter => _plan.Parameters[parameter])], allocated, outputs, registers);
    }
}
