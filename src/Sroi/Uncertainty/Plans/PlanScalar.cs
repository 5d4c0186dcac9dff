using Sroi.Arithmetic;

namespace Sroi.Uncertainty.Plans;

/// <summary>The steps of a plan on single numbers: for constants, and for one set of inputs.</summary>
internal static class PlanScalar
{
    /// <summary>What a step that draws nothing makes of its operands.</summary>
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
