using System.Collections.Immutable;
using Sroi.Parameters;
using Sroi.Quantities;
using Sroi.Showing;

namespace Sroi.Evaluation;

/// <summary>Why a number is what it is: the formula in words, the numbers put in, and so on down to the sources.</summary>
public sealed record Explanation : Presentable
{
    /// <summary>The address of the step, such as <c>fewer_attendances.gross</c>, or the full id of a parameter.</summary>
    public required string Id { get; init; }

    /// <summary>What it is, in words.</summary>
    public required string Label { get; init; }

    /// <summary>Its value; null if it is undefined.</summary>
    public required double? Value { get; init; }

    /// <summary>Its unit.</summary>
    public required Unit Unit { get; init; }

    /// <summary>Its price year; null if it is not money.</summary>
    public PriceYear? PriceYear { get; init; }

    /// <summary>The formula in words; null for a parameter.</summary>
    public string? Formula { get; init; }

    /// <summary>The formula with the numbers put in; null for a parameter.</summary>
    public string? WithNumbers { get; init; }

    /// <summary>Arithmetic that needs no source but a reason, such as discount factors.</summary>
    public ImmutableArray<string> Reasons { get; init; } = [];

    /// <summary>What the file says of the case, at the top, and of an outcome, at its gross value.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>The parameter, for a leaf: its source, spread, uprating and changes.</summary>
    public Parameter? Parameter { get; init; }

    /// <summary>The steps and parameters it is calculated from; each is explained once.</summary>
    public ImmutableArray<Explanation> Parts { get; init; } = [];

    /// <summary>Whether it was explained further up.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>The explanation of a formula at its base values.</summary>
    public static Explanation Of(Formula formula) => new Explainer([]).Explain(formula);

    /// <summary>The explanation of a formula of a case, with what the case's file says in words.</summary>
    public static Explanation Of(Formula formula, SocialReturn social)
    {
        Explanation explained = new Explainer([
            .. social
                .Outcomes.Where(row => row.Outcome.Note is not null)
                .Select(row => KeyValuePair.Create($"{row.Outcome.Id}.gross", row.Outcome.Note!)),
        ]).Explain(formula);
        return explained with { Notes = [.. new[] { social.Scenario.Note }.OfType<string>(), .. explained.Notes] };
    }

    /// <summary>The value with its unit and price year: <c>£280.00 per attendance (2024-25 prices)</c>.</summary>
    public string Shown =>
        Value is not { } value ? "undefined"
        : Parameter is { IsShare: true } ? Figures.Percent(value)
        : Figures.WithUnit(value, Unit) + (PriceYear is { } year && Parameter is not null ? $" ({year} prices)" : "");

    /// <inheritdoc/>
    public override string ToString() => ExplanationText.Of(this);

    /// <inheritdoc/>
    public override string ToHtml() => Presenter.Html(this);

    private sealed class Explainer(IEnumerable<KeyValuePair<string, string>> notes)
    {
        private readonly Dictionary<string, string> _notes = new(notes, StringComparer.Ordinal);
        private readonly Valuation _at = new();
        private readonly HashSet<string> _explained = new(StringComparer.Ordinal);

        public Explanation Explain(Formula formula) =>
            formula switch
            {
                Quantities.Formula.Given given => Leaf(given),
                Quantities.Formula.Named named => Step(named.Id, named.Label, named, named.Body),
                _ => Step("", "calculated", formula, formula),
            };

        private Explanation Leaf(Quantities.Formula.Given given) =>
            new()
            {
                Id = given.Quantity.Id,
                Label = given.Quantity.Label,
                Value = _at.Of(given),
                Unit = given.Unit,
                PriceYear = given.PriceYear,
                Parameter = given.Quantity as Parameter,
                IsRepeated = !_explained.Add(given.Quantity.Id),
            };

        private Explanation Step(string id, string label, Formula whole, Formula body)
        {
            bool isRepeated = id.Length > 0 && !_explained.Add(id);
            List<Formula> parts = [];
            List<string> reasons = [];
            Collect(body, parts, reasons);
            return new()
            {
                Id = id,
                Label = label,
                Value = _at.Of(whole),
                Unit = whole.Unit,
                PriceYear = whole.PriceYear,
                Formula = FormulaText.Of(whole),
                WithNumbers = FormulaText.WithNumbers(whole, _at),
                Reasons = [.. reasons.Distinct()],
                Notes = isRepeated || !_notes.TryGetValue(id, out string? note) ? [] : [note],
                IsRepeated = isRepeated,
                Parts = isRepeated ? [] : [.. parts.Select(Explain)],
            };
        }

        private static void Collect(Formula body, List<Formula> parts, List<string> reasons)
        {
            switch (body)
            {
                case Quantities.Formula.Given or Quantities.Formula.Named:
                    if (!parts.Any(part => AddressOf(part) == AddressOf(body)))
                    {
                        parts.Add(body);
                    }

                    break;
                case Quantities.Formula.Constant { Reason: { } reason } constant:
                    reasons.Add($"{Figures.Number(constant.Value)}: {reason}");
                    break;
                default:
                    foreach (Formula part in body.Parts)
                    {
                        Collect(part, parts, reasons);
                    }

                    break;
            }
        }

        private static string AddressOf(Formula part) =>
            part switch
            {
                Quantities.Formula.Given given => given.Quantity.Id,
                Quantities.Formula.Named named => named.Id,
                _ => "",
            };
    }
}
