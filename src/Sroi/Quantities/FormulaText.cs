namespace Sroi.Quantities;

/// <summary>Formulas in words and in figures, with no more brackets than they need.</summary>
public static class FormulaText
{
    private const int Additive = 1,
        Multiplicative = 2,
        Tight = 3;

    /// <summary>The formula in the names of its quantities and steps: <c>people × ae_before × (1 − rate_ratio)</c>.</summary>
    public static string Of(Formula formula) => Write(formula, NameOf, Additive, isTop: true);

    /// <summary>The same with the numbers put in: <c>107 × 4 × (1 − 0.7)</c>.</summary>
    public static string WithNumbers(Formula formula, Valuation valuation) =>
        Write(
            formula,
            leaf =>
                leaf is Formula.Constant constant ? NameOf(constant)
                : valuation.Of(leaf) is { } value ? Shown(value)
                : "undefined",
            Additive,
            isTop: true
        );

    private static string Shown(double value) => value < 0 ? $"({Figures.Number(value)})" : Figures.Number(value);

    private static string NameOf(Formula leaf) =>
        leaf switch
        {
            Formula.Given given => given.Quantity.Name,
            Formula.Named named => named.Id,
            Formula.Constant { Unit.IsNone: true } constant => Shown(constant.Value),
            Formula.Constant constant => $"{Shown(constant.Value)} {constant.Unit}",
            _ => throw new InvalidOperationException($"{leaf.GetType().Name} is not a leaf."),
        };

    private static string Write(Formula formula, Func<Formula, string> leaf, int binding, bool isTop = false)
    {
        string Inner(Formula part, int strength) => Write(part, leaf, strength);
        (string text, int strength) = formula switch
        {
            Formula.Named named when isTop => (Write(named.Body, leaf, binding), Tight),
            Formula.Named or Formula.Given or Formula.Constant => (leaf(formula), Tight),
            Formula.Sum sum => (
                string.Join(" + ", sum.Terms.Select(term => Inner(term, term is Formula.Difference ? Multiplicative : Additive))),
                Additive
            ),
            Formula.Difference difference => ($"{Inner(difference.Left, Additive)} − {Inner(difference.Right, Multiplicative)}", Additive),
            Formula.Product product => ($"{Inner(product.Left, Multiplicative)} × {Inner(product.Right, Multiplicative)}", Multiplicative),
            Formula.Quotient quotient => ($"{Inner(quotient.Left, Multiplicative)} ÷ {Inner(quotient.Right, Tight)}", Multiplicative),
            Formula.Power { Base: Formula.Constant { Value: Math.E } } power => ($"exp({Inner(power.Exponent, Additive)})", Tight),
            Formula.Power power => ($"{Inner(power.Base, Tight)}^{Inner(power.Exponent, Tight)}", Tight),
            Formula.NaturalLogarithm logarithm => ($"ln({Inner(logarithm.Of, Additive)})", Tight),
            Formula.Choice choice => (
                $"{(choice.TakesSmaller ? "min" : "max")}({Inner(choice.Left, Additive)}, {Inner(choice.Right, Additive)})",
                Tight
            ),
            _ => throw new InvalidOperationException($"A formula of kind {formula.GetType().Name} has no text."),
        };
        return strength < binding ? $"({text})" : text;
    }
}
