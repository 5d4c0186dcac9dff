namespace Sroi.Parameters.Reading;

/// <summary>Reads where a number comes from.</summary>
internal static class SourceReader
{
    /// <summary>The source of a block; null if there is none, or if it is not valid, which is reported.</summary>
    public static Source? Read(Fields fields)
    {
        if (fields.Block("source", ParameterForms.Source) is not { } source || source.Text("title") is not { } title)
        {
            return null;
        }

        string? kind = source.Word("kind");
        return new()
        {
            Title = title,
            Kind = kind is null
                ? title.StartsWith("assumption", StringComparison.OrdinalIgnoreCase)
                    ? SourceKind.Assumption
                    : SourceKind.Publication
                : (SourceKind)Array.IndexOf(ParameterForms.SourceKinds, kind),
            Author = source.Text("author"),
            Publisher = source.Text("publisher"),
            Year = source.Text("year"),
            Locator = source.Text("locator"),
            Key = source.Text("key"),
            Url = source.Text("url"),
            Note = source.Text("note"),
        };
    }
}
