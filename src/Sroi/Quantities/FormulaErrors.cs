namespace Sroi.Quantities;

/// <summary>Two parts of a formula do not fit: other units, or prices of other years. The message names both sides.</summary>
public sealed class UnitMismatchException(string message) : Exception(message);

/// <summary>A formula has no value: it divides by zero or takes the logarithm of what is not positive.</summary>
public sealed class UndefinedFormulaException(Formula formula)
    : Exception(
        $"{(formula is Formula.Named named ? named.Label : formula.ToString())} is undefined at these values: it divides by zero, or is too large for a number."
    )
{
    /// <summary>The formula without a value.</summary>
    public Formula Formula { get; } = formula;
}
