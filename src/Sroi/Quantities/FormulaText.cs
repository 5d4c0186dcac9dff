namespace Sroi.Quantities;

/// <summary>Formulas in words and in figures, with no more brackets than they need.</summary>
public static class FormulaText
{
    private enum Binding
    {
        Alternative,
        Additive,
        Multiplicative,
        Tight,
    }

    /// <summary>The formula in the names of its quantities and steps: <c>people × ae_before × (1 − rate_ratio)</c>.</summary>
    public static string Of(Formula formula) => Written(formula, new(NameOf));

    /// <summary>The same with the numbers put in: <c>107 × 4 × (1 − 0.7)</c>.</summary>
    public static string WithNumbers(Formula formula, Valuation valuation) =>
        Written(
            formula,
            new(leaf =>
                leaf is Formula.Constant constant ? NameOf(constant)
                : valuation.Of(leaf) is { } value ? Shown(value)
                : "undefined"
            )
        );

    private static string Written(Formula formula, Reading reading) => reading.Read(formula is Formula.Named named ? named.Body : formula).Text;

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

    private readonly record struct Phrase(string Text, Binding Binding);

    private sealed class Reading(Func<Formula, string> leaf) : FormulaReading<Phrase>
    {
        protected internal override Phrase Of(Formula.Constant constant) => Tight(leaf(constant));

        protected internal override Phrase Of(Formula.Given given) => Tight(leaf(given));

        protected internal override Phrase Of(Formula.NoValue none) => Tight($"undefined ({none.Reason})");

        protected internal override Phrase Of(Formula.Named named) => Tight(leaf(named));

        protected internal override Phrase Of(Formula.Sum sum) =>
            new(
                string.Join(" + ", sum.Terms.Select(term => In(term, term is Formula.Difference ? Binding.Multiplicative : Binding.Additive))),
                Binding.Additive
            );

        protected internal override Phrase Of(Formula.Difference difference) =>
            new($"{In(difference.Left, Binding.Additive)} − {In(difference.Right, Binding.Multiplicative)}", Binding.Additive);

        protected internal override Phrase Of(Formula.Product product) =>
            new($"{In(product.Left, Binding.Multiplicative)} × {In(product.Right, Binding.Multiplicative)}", Binding.Multiplicative);

        protected internal override Phrase Of(Formula.Quotient quotient) => Divided(quotient.Left, quotient.Right);

        protected internal override Phrase Of(Formula.Ratio ratio) => Divided(ratio.Dividend, ratio.Divisor);

        protected internal override Phrase Of(Formula.Power power) =>
            Tight(
                power.Base is Formula.Constant { Value: Math.E }
                    ? $"exp({In(power.Exponent, Binding.Additive)})"
                    : $"{In(power.Base, Binding.Tight)}^{In(power.Exponent, Binding.Tight)}"
            );

        protected internal override Phrase Of(Formula.NaturalLogarithm logarithm) => Tight($"ln({In(logarithm.Of, Binding.Additive)})");

        protected internal override Phrase Of(Formula.Choice choice) =>
            Tight($"{(choice.TakesSmaller ? "min" : "max")}({In(choice.Left, Binding.Additive)}, {In(choice.Right, Binding.Additive)})");

        protected internal override Phrase Of(Formula.Provided provided) =>
            new($"{In(provided.Body, Binding.Additive)} if {In(provided.Condition, Binding.Additive)} ≥ 0", Binding.Alternative);

        protected internal override Phrase Of(Formula.Otherwise otherwise) =>
            new($"{In(otherwise.First, Binding.Additive)}, otherwise {In(otherwise.Second, Binding.Alternative)}", Binding.Alternative);

        private Phrase Divided(Formula above, Formula below) =>
            new($"{In(above, Binding.Multiplicative)} ÷ {In(below, Binding.Tight)}", Binding.Multiplicative);

        private string In(Formula part, Binding binding) => Read(part) is var phrase && phrase.Binding < binding ? $"({phrase.Text})" : phrase.Text;

        private static Phrase Tight(string text) => new(text, Binding.Tight);
    }
}
