namespace Sroi.Showing;

/// <summary>Registers the formatter of a type with .NET Interactive, which looks for this attribute by its name, in any namespace.</summary>
/// <param name="formatterSourceType">A class with a constructor without parameters and a method <c>CreateTypeFormatters</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    public Type FormatterSourceType { get; } = formatterSourceType;

    public string[]? PreferredMimeTypes { get; set; }
}

/// <summary>The formatters of <see cref="Presentable"/>, in the shape that .NET Interactive asks for by name.</summary>
internal sealed class PresentableFormatters
{
    public const string Html = "text/html",
        Text = "text/plain";

    public IEnumerable<object> CreateTypeFormatters() => [new AsHtml(), new AsText()];

    /// <summary>As HTML.</summary>
    internal sealed class AsHtml
    {
        public string MimeType => Html;

        public bool Format(object instance, TextWriter writer)
        {
            string? html = instance switch
            {
                Presentable presentable => presentable.ToOutput(),
                IShown shown => shown.ToHtml(),
                _ => null,
            };
            if (html is null)
            {
                return false;
            }

            writer.Write(html);
            return true;
        }
    }

    /// <summary>As plain text.</summary>
    internal sealed class AsText
    {
        public string MimeType => Text;

        public bool Format(object instance, TextWriter writer)
        {
            writer.Write(instance.ToString());
            return true;
        }
    }
}
