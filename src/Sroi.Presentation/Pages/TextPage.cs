namespace Sroi.Presentation.Pages;

/// <summary>Lines of text as they are.</summary>
internal static class TextPage
{
    public static Page Of(string text) =>
        Page.Of(page =>
        {
            foreach (string line in text.TrimEnd('\n').Split('\n'))
            {
                page.Line(line);
            }
        });
}
