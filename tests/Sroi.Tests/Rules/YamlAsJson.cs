using System.Globalization;
using System.Text.Json;
using Sroi.Parameters;
using Sroi.Parameters.Reading;
using Sroi.Reports;

namespace Sroi.Tests.Rules;

/// <summary>A YAML file as an editor's YAML server hands it to a JSON Schema validator: plain scalars resolved by the core schema.</summary>
internal static class YamlAsJson
{
    public static string Of(string path)
    {
        ProblemList problems = new();
        YamlMap map = YamlFile.Read(path, path, problems, new Dictionary<string, ParameterFile>())!;
        problems.ThrowIfAny();
        return JsonText.Write(json => Node(json, map));
    }

    private static void Node(Utf8JsonWriter json, YamlNode node)
    {
        switch (node)
        {
            case YamlMap map:
                json.WriteStartObject();
                foreach (YamlField field in map.Entries)
                {
                    json.WritePropertyName(field.Name);
                    Node(json, field.Value);
                }

                json.WriteEndObject();
                break;
            case YamlList list:
                json.WriteStartArray();
                foreach (YamlNode item in list.Items)
                {
                    Node(json, item);
                }

                json.WriteEndArray();
                break;
            case YamlScalar { IsQuoted: false, Text: "true" or "false" } flag:
                json.WriteBooleanValue(flag.Text == "true");
                break;
            case YamlScalar { IsQuoted: false } scalar
                when long.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole):
                json.WriteNumberValue(whole);
                break;
            case YamlScalar { IsQuoted: false } scalar
                when double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number):
                json.WriteNumberValue(number);
                break;
            default:
                json.WriteStringValue(((YamlScalar)node).Text);
                break;
        }
    }
}
