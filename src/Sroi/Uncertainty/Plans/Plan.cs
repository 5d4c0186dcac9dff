using System.Collections.Immutable;
using Sroi.Parameters;
using Sroi.Quantities;

namespace Sroi.Uncertainty.Plans;

/// <summary>
/// Formulas compiled once into steps over blocks of draws: common parts are computed once, constants are folded, and registers are reused after
/// their last reader. It computes the same as <see cref="Valuation"/>, bit for bit.
/// </summary>
internal sealed class Plan
{
    private Dictionary<string, int>? _numbers;

    internal Plan(ImmutableArray<Parameter> parameters, ImmutableArray<PlanStep> steps, ImmutableArray<PlanOperand> outputs, int registers) =>
        (Parameters, Steps, Outputs, Registers) = (parameters, steps, outputs, registers);

    /// <summary>The uncertain parameters, in the order of their ids.</summary>
    public ImmutableArray<Parameter> Parameters { get; }

    /// <summary>The steps, in order.</summary>
    public ImmutableArray<PlanStep> Steps { get; }

    /// <summary>Where the result of each formula is, once all steps are done.</summary>
    public ImmutableArray<PlanOperand> Outputs { get; }

    /// <summary>The number of registers.</summary>
    public int Registers { get; }

    /// <summary>The plan of some formulas, in order.</summary>
    public static Plan Of(IEnumerable<Formula> formulas) => new PlanCompiler(PlanCompiler.IsUncertain).Compile([.. formulas]);

    /// <summary>The plan of formulas in which every number is a variable, including those known exactly.</summary>
    public static Plan OfEveryNumber(IEnumerable<Formula> formulas) => new PlanCompiler(_ => true).Compile([.. formulas]);

    /// <summary>The results at one set of values.</summary>
    /// <param name="parameters">In the order of <see cref="Parameters"/>.</param>
    /// <returns>One for each formula; NaN or infinite if undefined.</returns>
    public double[] At(ReadOnlySpan<double> parameters)
    {
        double[] registers = new double[Registers];
        foreach (PlanStep step in Steps)
        {
            registers[step.Target] = PlanScalar.Compute(step, registers, parameters);
        }

        return [.. Outputs.Select(output => output.In(registers))];
    }

    /// <summary>The results at the base values.</summary>
    public double[] AtBase() => At(Base());

    /// <summary>The base values of the parameters, in order.</summary>
    public double[] Base() => [.. Parameters.Select(parameter => parameter.Value)];

    /// <summary>The index of a parameter; −1 if the formulas do not use it.</summary>
    public int NumberOf(string id) => (_numbers ??= Numbered()).GetValueOrDefault(id, -1);

    private Dictionary<string, int> Numbered() =>
        Parameters
            .Select((parameter, number) => (parameter.Id, number))
            .ToDictionary(parameter => parameter.Id, parameter => parameter.number, StringComparer.Ordinal);
}
