using Sroi.Parameters;
using Sroi.Parameters.Reading;
using Sroi.Quantities;

namespace Sroi.Model.Reading;

/// <summary>
/// A value of a template that has not been filled in. Templates are checked in full, so a placeholder is used for each missing value; it never gives
/// a result.
/// </summary>
internal static class TemplateBlank
{
    private const string Words = "to fill in";

    /// <summary>The blank to fill in; null if the value is given.</summary>
    public static YamlScalar? Find(Fields fields) => fields["value"] is YamlScalar { Text: Words } blank ? blank : null;

    /// <summary>What is missing, with the question whose answer it is.</summary>
    public static Problem Question(string name, Fields fields, YamlScalar blank)
    {
        string question = fields.Text("ask") ?? fields.Text("label") ?? name.Replace('_', ' ');
        string unit = fields.Text("unit") is { } text ? $" ({text})" : "";
        return new(fields.File, blank.Line, $"quantities.{name} is to be filled in: {question}{unit}");
    }

    /// <summary>A placeholder in the right unit; null, and reported, if there is no unit.</summary>
    public static Formula? PlaceHolder(string id, Fields fields, PriceYear? prices)
    {
        if (!Unit.TryParse(fields.Text("unit") ?? "", out Unit? unit))
        {
            fields.Tell(fields.LineOf("unit"), "'unit' is missing or is not a unit.");
            return null;
        }

        if (unit.IsMoney && prices is null)
        {
            return null;
        }

        return new Parameter(id, unit.IsNone ? 0.5 : 1, unit, unit.IsMoney ? prices : null)
        {
            Benefit = ParameterReader.BenefitOf(fields.Word("benefit")),
        };
    }
}
