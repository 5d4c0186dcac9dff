using System.Text.Json;
using Sroi.Evaluation;
using Sroi.Parameters;

namespace Sroi.Reports;

/// <summary>An explanation as JSON: the same tree as the text, down to the sources.</summary>
public static class ExplanationJson
{
    /// <summary>The JSON text.</summary>
    public static string Write(Explanation explanation) =>
        JsonText.Write(json =>
        {
            json.WriteStartObject();
            Step(json, explanation);
            json.WriteEndObject();
        });

    private static void Step(Utf8JsonWriter json, Explanation step)
    {
        json.WriteString("id", step.Id);
        json.WriteString("label", step.Label);
        json.WriteNullable("value", step.Value);
        json.WriteString("unit", step.Parameter is { } number ? UnitNames.Of(number) : step.Unit.Text);
        json.WriteNullable("price_year", step.PriceYear?.ToString());
        json.WriteBoolean("explained_above", step.IsRepeated);
        if (step.IsRepeated)
        {
            return;
        }

        if (step.Formula is not null)
        {
            json.WriteString("formula", step.Formula);
            json.WriteNullable("with_numbers", step.WithNumbers);
            json.WriteStrings("reasons", step.Reasons);
        }

        json.WriteStrings("notes", step.Notes);

        if (step.Parameter is { } parameter)
        {
            Leaf(json, parameter);
        }

        json.WriteObjects("parts", step.Parts, part => Step(json, part));
    }

    private static void Leaf(Utf8JsonWriter json, Parameter parameter)
    {
        json.WriteString("distribution", parameter.Distribution.Describe());
        json.WriteNullable("confidence", ResultColumns.ConfidenceOf(parameter));
        json.WriteNullable("weakness", parameter.Weakness);
        json.WriteNullable("disclosure", parameter.Disclosure);
        json.WriteNullable("written_in", parameter.At?.ToString());
        SourceOf(json, parameter.Source);
        if (parameter.Uprating is { } step)
        {
            json.WriteStartObject("uprating");
            json.WriteString("from", step.From.ToString());
            json.WriteString("to", step.To.ToString());
            json.WriteString("index", step.Index.Id);
            json.WriteNumber("factor", step.Factor);
            json.WriteNumber("value_before", parameter.Value / step.Factor);
            json.WriteEndObject();
        }

        json.WriteObjects(
            "changes",
            parameter.Changes,
            change =>
            {
                json.WriteNumber("was", change.Was);
                json.WriteNumber("is", change.Is);
                json.WriteString("by", change.By);
                json.WriteNullable("author", change.Author);
                json.WriteNullable("why", change.Why);
                json.WriteNullable("notice", change.Notice);
            }
        );
    }

    private static void SourceOf(Utf8JsonWriter json, Source? source)
    {
        if (source is null)
        {
            json.WriteNull("source");
            return;
        }

        json.WriteStartObject("source");
        json.WriteString("title", source.Title);
        json.WriteString("kind", source.Kind.ToString().ToLowerInvariant());
        json.WriteNullable("author", source.Author);
        json.WriteNullable("publisher", source.Publisher);
        json.WriteNullable("year", source.Year);
        json.WriteNullable("locator", source.Locator);
        json.WriteNullable("url", source.Url);
        json.WriteNullable("note", source.Note);
        json.WriteEndObject();
    }
}
