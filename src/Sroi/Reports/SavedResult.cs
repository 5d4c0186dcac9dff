using System.Collections.Immutable;
using System.Text.Json;
using Sroi.Evaluation;
using Sroi.Files;
using Sroi.Parameters.Reading;
using Sroi.Quantities;

namespace Sroi.Reports;

/// <summary>A result saved earlier as JSON, so that an old report can be compared with today's parameters.</summary>
public static class SavedResult
{
    /// <summary>The figures and numbers of a saved result.</summary>
    /// <param name="path">A file that <c>sroi run --json</c> or <c>--out</c> wrote.</param>
    /// <exception cref="InvalidFilesException">The file is missing, is not JSON, or is not a saved result.</exception>
    public static ComparedFigures Read(string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(UserFile.ReadText(path));
            return Figures(document.RootElement);
        }
        catch (JsonException error)
        {
            throw Invalid(path, (int?)error.LineNumber + 1, "this is not valid JSON.");
        }
        catch (Exception error) when (error is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw Invalid(path, line: null, "this JSON is not a result saved by 'sroi run --json'.");
        }
        catch (UnreadableFileException error)
        {
            throw Invalid(path, line: null, error.Message);
        }
    }

    private static InvalidFilesException Invalid(string path, int? line, string message) => new([new(path, line, message)]);

    private static ComparedFigures Figures(JsonElement root)
    {
        string Text(string name) => root.GetProperty(name).GetString() ?? throw new FormatException(name);
        double? Number(string name) => root.GetProperty(name) is { ValueKind: not JsonValueKind.Null } number ? number.GetDouble() : null;
        var figures = FigureCatalogue.Leading.ToImmutableDictionary(figure => figure.Id, figure => Number(figure.Id));
        string? variant = root.GetProperty("variant").GetString();
        IEnumerable<string> overlays = root.GetProperty("overlays").EnumerateArray().Select(o => o.GetString()!);
        return new()
        {
            Scenario = Text("scenario"),
            Name = string.Join(" + ", new[] { variant is null ? Text("scenario") : $"{Text("scenario")}, {variant}" }.Concat(overlays)) + " (saved)",
            ValuesAnything = figures[FigureCatalogue.NetPresentValue.Id] is not null,
            Figures = figures,
            Frame = Text("frame"),
            Parties = [.. root.GetProperty("ledger").EnumerateArray().Select(PartyOf)],
            Numbers = root.GetProperty("quantities")
                .EnumerateArray()
                .ToImmutableSortedDictionary(q => q.GetProperty("id").GetString()!, NumberOf, StringComparer.Ordinal),
        };
    }

    private static ComparedParty PartyOf(JsonElement line) =>
        new(line.GetProperty("party").GetString()!, line.GetProperty("party").GetString()!, line.GetProperty("net").GetDouble());

    private static ComparedNumber NumberOf(JsonElement quantity) =>
        new(
            quantity.GetProperty("value").GetDouble(),
            Unit.Parse(quantity.GetProperty("unit").GetString()!),
            quantity.GetProperty("price_year").GetString() is { } year ? PriceYear.Parse(year) : null,
            quantity.GetProperty("label").GetString()!,
            quantity.GetProperty("share").GetBoolean(),
            Note: null
        );
}
