namespace Sroi.Parameters.Reading;

/// <summary>Reads a change written in one line, such as <c>people=150</c>, as an overlay.</summary>
internal static class InlineChange
{
    /// <summary>The overlay, whose id is the text; null if the text is a name or a path.</summary>
    public static Overlay? Read(string text) =>
        text.Split('=', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } id, { Length: > 0 } value] && !id.Contains('/') && !id.Contains('\\')
            ? new(
                text,
                $"{id} set to {value}",
                author: null,
                date: null,
                [
                    new(
                        id,
                        new YamlScalar(value, IsQuoted: false, FilePosition.NoLine),
                        $"--set {text}",
                        FilePosition.NoLine,
                        "the command line",
                        Author: null
                    ),
                ]
            )
            {
                IsInline = true,
            }
            : null;
}
