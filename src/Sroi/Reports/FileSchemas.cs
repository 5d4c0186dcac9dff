using System.Text.Json;
using Sroi.Model.Reading;
using Sroi.Parameters.Reading;

namespace Sroi.Reports;

/// <summary>JSON Schemas of the files, made from the very forms that the strict reader reads by, so that editor and program cannot disagree.</summary>
public static class FileSchemas
{
    private const string NumberOrPercent = @"^[-+]?([0-9]+(\.[0-9]+)?|\.[0-9]+)([eE][-+]?[0-9]+)? *%?$";

    /// <summary>Each schema by its file name.</summary>
    public static IReadOnlyDictionary<string, string> All() =>
        new Dictionary<string, string>
        {
            ["scenario.schema.json"] = One(ScenarioForms.Scenario),
            ["parameters.schema.json"] = ByName(ParameterForms.Parameter, "Parameters by name; the path of the file and the name are the id."),
            ["overlay.schema.json"] = One(ParameterForms.Overlay),
            ["batch.schema.json"] = One(BatchForms.Plan),
            ["parties.schema.json"] = ByName(ParameterForms.Party, "Parties by id."),
            ["price_indices.schema.json"] = ByName(ParameterForms.Index, "Price indices by id."),
            ["discounting.schema.json"] = ByName(ParameterForms.Schedule, "Discount schedules by id."),
            ["optimism_bias.schema.json"] = ByName(ParameterForms.OptimismBias, "Optimism corrections by id."),
        };

    private static string One(Form form) =>
        JsonText.Write(json =>
        {
            json.WriteStartObject();
            Head(json, form.Meaning);
            Body(json, form);
            json.WriteEndObject();
        });

    private static string ByName(Form form, string meaning) =>
        JsonText.Write(json =>
        {
            json.WriteStartObject();
            Head(json, meaning);
            json.WriteString("type", "object");
            json.WriteStartObject("additionalProperties");
            json.WriteString("description", form.Meaning);
            Body(json, form);
            json.WriteEndObject();
            json.WriteEndObject();
        });

    private static void Head(Utf8JsonWriter json, string meaning)
    {
        json.WriteString("$schema", "http://json-schema.org/draft-07/schema#");
        json.WriteString("description", meaning);
    }

    private static void Body(Utf8JsonWriter json, Form form)
    {
        json.WriteString("type", "object");
        json.WriteNumber("minProperties", 1);
        json.WriteBoolean("additionalProperties", form.Fields.Length == 0);
        if (form.Fields.Any(field => field.IsRequired))
        {
            json.WriteStrings("required", form.Fields.Where(f => f.IsRequired).Select(f => f.Name));
        }

        json.WriteStartObject("properties");
        foreach (Field field in form.Fields)
        {
            json.WriteStartObject(field.Name);
            json.WriteString("description", field.Meaning);
            Kind(json, field.Kind);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Kind(Utf8JsonWriter json, FieldKind kind)
    {
        switch (kind)
        {
            case FieldKind.Text or FieldKind.Year or FieldKind.Calculation:
                json.WriteStrings("type", ["string", "number", "boolean"]);
                json.WriteNumber("minLength", 1);
                break;
            case FieldKind.Date:
                json.WriteStrings("type", ["string", "number"]);
                json.WriteString("pattern", DateText.Pattern);
                break;
            case FieldKind.Number:
                NumberOrShare(json);
                break;
            case FieldKind.Whole:
                json.WriteString("type", "integer");
                break;
            case FieldKind.YesNo:
                json.WriteStartArray("enum");
                json.WriteBooleanValue(true);
                json.WriteBooleanValue(false);
                json.WriteStringValue("yes");
                json.WriteStringValue("no");
                json.WriteEndArray();
                break;
            case FieldKind.OneWordOf words:
                OneOf(json, words.Words);
                break;
            case FieldKind.ListOf list:
                json.WriteString("type", "array");
                json.WriteNumber("minItems", list.MayBeEmpty ? 0 : 1);
                json.WriteStartObject("items");
                Kind(json, list.Item);
                json.WriteEndObject();
                break;
            case FieldKind.MapOf map:
                json.WriteString("type", "object");
                json.WriteNumber("minProperties", 1);
                json.WriteStartObject("additionalProperties");
                Kind(json, map.Value);
                json.WriteEndObject();
                break;
            case FieldKind.Block block:
                Body(json, block.Form);
                break;
            case FieldKind.AnyOf any:
                json.WriteStartArray("anyOf");
                foreach (FieldKind one in any.Kinds)
                {
                    Alternative(json, () => Kind(json, one));
                }

                json.WriteEndArray();
                break;
            default:
                throw new InvalidOperationException($"A field kind {kind.GetType().Name} has no schema.");
        }
    }

    private static void NumberOrShare(Utf8JsonWriter json)
    {
        json.WriteStartArray("anyOf");
        Alternative(json, () => json.WriteString("type", "number"));
        Alternative(
            json,
            () =>
            {
                json.WriteString("type", "string");
                json.WriteString("pattern", NumberOrPercent + "|^to fill in$");
            }
        );
        json.WriteEndArray();
    }

    // An editor's YAML may hand the word no over as false.
    private static void OneOf(Utf8JsonWriter json, string[] words)
    {
        json.WriteStartArray("enum");
        foreach (string word in words)
        {
            json.WriteStringValue(word);
            if (word == "no")
            {
                json.WriteBooleanValue(false);
            }
        }

        json.WriteEndArray();
    }

    private static void Alternative(Utf8JsonWriter json, Action write)
    {
        json.WriteStartObject();
        write();
        json.WriteEndObject();
    }
}
