using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Sroi.Evaluation;
using Sroi.Quantities;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Reports;

/// <summary>Writes JSON for people and programs: indented, UTF-8, pounds and minus signs as they are, hidden characters escaped, a newline at the end.</summary>
public static class JsonText
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text of what <paramref name="write"/> writes.</summary>
    public static string Write(Action<Utf8JsonWriter> write)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, Options))
        {
            write(json);
        }

        return VisibleText.Of(Encoding.UTF8.GetString(stream.ToArray())) + "\n";
    }

    /// <summary>The value of a cell: a text, a number, true or false, a list, another object, or null.</summary>
    internal static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case JsonPart part:
                json.WriteStartObject();
                part.Write(json);
                json.WriteEndObject();
                break;
            case not string and System.Collections.IEnumerable items:
                json.WriteStartArray();
                foreach (object? item in items)
                {
                    WriteValue(json, item);
                }

                json.WriteEndArray();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            case double number:
                json.WriteNumberValue(number);
                break;
            case int or long:
                json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case null:
                json.WriteNullValue();
                break;
            default:
                throw new ArgumentException($"A {value.GetType().Name} is no value of a cell.", nameof(value));
        }
    }

    extension(Utf8JsonWriter json)
    {
        /// <summary>A value that <see cref="WriteValue(Utf8JsonWriter, object?)"/> knows.</summary>
        internal void WriteAny(string name, object? value)
        {
            json.WritePropertyName(name);
            WriteValue(json, value);
        }

        /// <summary>A number, or null.</summary>
        public void WriteNullable(string name, double? value)
        {
            if (value is { } number)
            {
                json.WriteNumber(name, number);
            }
            else
            {
                json.WriteNull(name);
            }
        }

        /// <summary>A text, or null.</summary>
        public void WriteNullable(string name, string? value)
        {
            if (value is null)
            {
                json.WriteNull(name);
            }
            else
            {
                json.WriteString(name, value);
            }
        }

        /// <summary>Headline figures under their ids.</summary>
        internal void WriteFigures(IEnumerable<HeadlineFigure> figures, Func<HeadlineFigure, double?> valueOf)
        {
            foreach (HeadlineFigure figure in figures)
            {
                json.WriteNullable(figure.Id, valueOf(figure));
            }
        }

        /// <summary>A figure with its standard error, or null.</summary>
        internal void WriteEstimate(string name, Estimate? estimate)
        {
            json.WriteNullable(name, estimate?.Value);
            json.WriteNullable($"{name}_se", estimate?.StandardError);
        }

        /// <summary>A list of texts.</summary>
        public void WriteStrings(string name, IEnumerable<string> values)
        {
            json.WriteStartArray(name);
            foreach (string value in values)
            {
                json.WriteStringValue(value);
            }

            json.WriteEndArray();
        }

        /// <summary>A list of numbers.</summary>
        public void WriteNumbers(string name, IEnumerable<double> values)
        {
            json.WriteStartArray(name);
            foreach (double value in values)
            {
                json.WriteNumberValue(value);
            }

            json.WriteEndArray();
        }

        /// <summary>A list of objects, each written by <paramref name="write"/>.</summary>
        public void WriteObjects<T>(string name, IEnumerable<T> items, Action<T> write)
        {
            json.WriteStartArray(name);
            foreach (T item in items)
            {
                json.WriteStartObject();
                write(item);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
    }
}
