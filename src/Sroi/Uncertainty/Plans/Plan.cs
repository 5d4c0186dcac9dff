using System.Collections.Immutable;
using Sroi.Parameters;
using Sroi.Quantities;

namespace Sroi.Uncertainty.Plans;

/// <summary>
/// Formulas compiled once into steps over blocks of draws: what they share is computed once, constants are folded, registers are used again as soon as
/// their last reader is done. It computes what <see cref="Valuation"/> computes, to the bit.
/// </summary>
internal sealed class Plan
{
    private Dictionary<string, int>? _numbers;

    internal Plan(ImmutableArray<Parameter> inputs, ImmutableArray<PlanStep> steps, ImmutableArray<PlanOperand> outputs, int registers) =>
        (Inputs, Steps, Outputs, Registers) = (inputs, steps, outputs, registers);

    /// <summary>The uncertain inputs, in the order of their ids.</summary>
    public ImmutableArray<Parameter> Inputs { get; }

    /// <summary>The steps, in their order.</summary>
    public ImmutableArray<PlanStep> Steps { get; }

    /// <summary>Where each formula's result stands once all steps are done.</summary>
    public ImmutableArray<PlanOperand> Outputs { get; }

    /// <summary>How many registers it takes.</summary>
    public int Registers { get; }

    /// <summary>The plan of formulas, in their order.</summary>
    public static Plan Of(IEnumerable<Formula> formulas) => new PlanCompiler(PlanCompiler.IsUncertain).Compile([.. formulas]);

    /// <summary>The plan of formulas in which every number is an input, those too that are known exactly.</summary>
    public static Plan OfEveryNumber(IEnumerable<Formula> formulas) => new PlanCompiler(_ => true).Compile([.. formulas]);

    /// <summary>The results at one set of inputs.</summary>
    /// <param name="inputs">In the order of <see cref="Inputs"/>.</param>
    /// <returns>One for each formula; not a number, or infinite, where it is undefined.</returns>
    public double[] At(ReadOnlySpan<double> inputs)
    {
        double[] registers = new double[Registers];
        foreach (PlanStep step in Steps)
        {
            registers[step.Target] = PlanScalar.Compute(step, registers, inputs);
        }

        return [.. Outputs.Select(output => output.In(registers))];
    }

    /// <summary>The results at the base values.</summary>
    public double[] AtBase() => At(Base());

    /// <summary>The base values of the inputs, in their order.</summary>
    public double[] Base() => [.. Inputs.Select(input => input.Value)];

    /// <summary>The number of an input; −1 where the formulas do not use it.</summary>
    public int NumberOf(string id) => (_numbers ??= Numbered()).GetValueOrDefault(id, -1);

    private Dictionary<string, int> Numbered() =>
        Inputs.Select((input, number) => (input.Id, number)).ToDictionary(input => input.Id, input => input.number, StringComparer.Ordinal);
}
