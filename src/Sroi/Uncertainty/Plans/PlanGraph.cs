using System.Collections.Immutable;

namespace Sroi.Uncertainty.Plans;

/// <summary>The steps of a plan with a place of its own for each result, and which step reads which: so that only what an input reaches is computed again.</summary>
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
        _draws = [.. plan.Inputs.Select(_ => new List<int>())];
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

    /// <summary>The places of the steps that some inputs reach, in the order of the plan.</summary>
    /// <param name="inputs">Their numbers in the plan.</param>
    public int[] ReachedBy(params IEnumerable<int> inputs)
    {
        HashSet<int> reached = [];
        Stack<int> open = new(inputs.SelectMany(input => _draws[input]));
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
    /// <param name="inputs">The values of the inputs, in the order of the plan's.</param>
    public double[] At(ReadOnlySpan<double> inputs)
    {
        double[] results = new double[_steps.Length];
        foreach (PlanStep step in _steps)
        {
            results[step.Target] = PlanScalar.Compute(step, results, inputs);
        }

        return results;
    }

    /// <summary>Computes some steps again, and only them.</summary>
    /// <param name="places">Their places, in the order of the plan.</param>
    /// <param name="inputs">The values of the inputs.</param>
    /// <param name="results">The result of each step.</param>
    public void Again(int[] places, ReadOnlySpan<double> inputs, double[] results)
    {
        foreach (int place in places)
        {
            results[place] = PlanScalar.Compute(_steps[place], results, inputs);
        }
    }

    /// <summary>The value of each formula.</summary>
    /// <param name="results">The result of each step.</param>
    public double[] Outputs(double[] results) => [.. _outputs.Select(output => output.In(results))];

    /// <summary>The plan of the same formulas in which some inputs vary and all others have one value.</summary>
    /// <param name="inputs">The numbers of those that vary, in the order that they have in the new plan.</param>
    /// <param name="results">The result of each step at those values.</param>
    public Plan Over(ImmutableArray<int> inputs, double[] results)
    {
        int[] reached = ReachedBy(inputs);
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
                    Number = inputs.IndexOf(step.Number),
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
        return new([.. inputs.Select(input => _plan.Inputs[input])], allocated, outputs, registers);
    }
}
