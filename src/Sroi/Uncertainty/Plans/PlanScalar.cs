using Sroi.Arithmetic;

namespace Sroi.Uncertainty.Plans;

/// <summary>The steps of a plan on single numbers: for constants, and for one set of parameters.</summary>
internal static class PlanScalar
{
    /// <summary>The result of a step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="results">The results of the steps before it, by register.</param>
    /// <param name="parameters">The values of the parameters, by number.</param>
    public static double Compute(PlanStep step, double[] results, ReadOnlySpan<double> parameters) =>
        step.Operation switch
        {
            PlanOperation.Draw => parameters[step.Number],
            PlanOperation.DrawRemainder => step.A.Constant - parameters[step.Number],
            _ => Compute(step, step.A.In(results), step.B.In(results), step.C.In(results), step.D.In(results)),
        };

    /// <summary>The result of a step that draws nothing.</summary>
    public static double Compute(PlanStep step, double a, double b, double c, double d) =>
        step.Operation switch
        {
            PlanOperation.Add => a + b,
            PlanOperation.Subtract => a - b,
            PlanOperation.Multiply => a * b,
            PlanOperation.MultiplyThree => a * b * c,
            PlanOperation.MultiplyAdd => (a * b) + c,
            PlanOperation.MultiplyThreeAdd => (a * b * c) + d,
            PlanOperation.Divide => ScalarArithmetic.Quotient(a, b),
            PlanOperation.Ratio => ScalarArithmetic.Ratio(a, b),
            PlanOperation.Provided => ScalarArithmetic.Provided(a, b),
            PlanOperation.Otherwise => ScalarArithmetic.Otherwise(a, b),
            PlanOperation.Smaller => ScalarArithmetic.Smaller(a, b),
            PlanOperation.Larger => ScalarArithmetic.Larger(a, b),
            PlanOperation.Power => Elementary.Power(a, b),
            PlanOperation.Root => Math.Sqrt(a),
            PlanOperation.Exponential => Elementary.Exp(a),
            PlanOperation.Logarithm => Elementary.Log(a),
            _ => throw new InvalidOperationException($"{step.Operation} is not computed from operands."),
        };
}
