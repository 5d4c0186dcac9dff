namespace Sroi.Showing;

/// <summary>What shows itself in a notebook, without a reference to any notebook's package.</summary>
/// <remarks>
/// Three conventions, one source of HTML. .NET Interactive looks for <see cref="TypeFormatterSourceAttribute"/> by its name; Verso and this project's own kernel
/// call <see cref="ToHtml"/>; everything else prints <see cref="object.ToString"/>.
/// </remarks>
[TypeFormatterSource(typeof(PresentableFormatters), PreferredMimeTypes = [PresentableFormatters.Html, PresentableFormatters.Text])]
public abstract record Presentable
{
    /// <summary>It as HTML, to stand within a document: tables with headings, nothing fetched from the network.</summary>
    public abstract string ToHtml();

    /// <summary>It as an output of .NET Interactive, where the first output of a process may bring what the others need too.</summary>
    protected internal virtual string ToOutput() => ToHtml();
}

/// <summary>What shows itself and is no record.</summary>
internal interface IShown
{
    /// <summary>It as HTML, to stand within a document.</summary>
    string ToHtml();
}
