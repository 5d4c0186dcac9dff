using Sroi.Showing;

namespace Sroi.Quantities;

/// <summary>
/// A named value with its unit, from which formulas are built. A parameter adds its source and its uncertainty.
/// </summary>
/// <remarks>Two quantities are the same input of a formula when their ids are the same.</remarks>
public record Quantity : Result
{
    /// <summary>A named number.</summary>
    /// <param name="id">Its full path, such as <c>unit_costs.health.ae_attendance</c>: lower case, dots between the parts.</param>
    /// <param name="value">The base value, in <paramref name="unit"/>.</param>
    /// <param name="unit">What it counts.</param>
    /// <param name="priceYear">Its price year; required for money, otherwise null.</param>
    /// <exception cref="ArgumentException">The value is not finite, or money has no price year, or a price year is given to what is not money.</exception>
    public Quantity(string id, double value, Unit unit, PriceYear? priceYear = null)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentException($"'{id}' must be a finite number, not {value}.", nameof(value));
        }

        if (unit.IsMoney != priceYear.HasValue)
        {
            throw new ArgumentException(
                unit.IsMoney
                    ? $"'{id}' is money ({unit}) and needs a price year."
                    : $"'{id}' is in {unit}, which is not money, and has no price year.",
                nameof(priceYear)
            );
        }

        (Id, Value, Unit, PriceYear, Label) = (id, value, unit, priceYear, id[(id.LastIndexOf('.') + 1)..].Replace('_', ' '));
    }

    /// <summary>The full path; the address of its draws too.</summary>
    public string Id { get; }

    /// <summary>The last part of the path.</summary>
    public string Name => Id[(Id.LastIndexOf('.') + 1)..];

    /// <summary>Its label; the name if it has none.</summary>
    public string Label { get; init; }

    /// <summary>The base value, in <see cref="Unit"/> and at the prices of <see cref="PriceYear"/>.</summary>
    public double Value { get; protected init; }

    /// <summary>What it counts.</summary>
    public Unit Unit { get; }

    /// <summary>Its price year; null if it is not money.</summary>
    public PriceYear? PriceYear { get; protected init; }

    /// <summary>The sum, as a formula.</summary>
    public static Formula operator +(Quantity left, Quantity right) => (Formula)left + (Formula)right;

    /// <summary>The difference, as a formula.</summary>
    public static Formula operator -(Quantity left, Quantity right) => (Formula)left - (Formula)right;

    /// <summary>The product, as a formula.</summary>
    public static Formula operator *(Quantity left, Quantity right) => (Formula)left * (Formula)right;

    /// <summary>The quotient, as a formula.</summary>
    public static Formula operator /(Quantity left, Quantity right) => (Formula)left / (Formula)right;
}
