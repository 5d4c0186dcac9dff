using System.Collections.Immutable;

namespace Sroi.Presentation.Pages;

/// <summary>What is on a page or in a report. Each kind hands itself to a medium, which has a method for each kind.</summary>
public abstract record PageBlock
{
    private PageBlock() { }

    /// <summary>Writes itself in a medium.</summary>
    public abstract void WriteTo(PageMedium medium);

    /// <summary>A paragraph.</summary>
    /// <param name="Text">The text.</param>
    /// <param name="Tone">How it is said.</param>
    public sealed record Line(string Text, Tone Tone) : PageBlock
    {
        /// <inheritdoc/>
        public override void WriteTo(PageMedium medium) => medium.Write(this);
    }

    /// <summary>A table.</summary>
    /// <param name="Content">Its columns and rows.</param>
    public sealed record Table(PageTable Content) : PageBlock
    {
        /// <inheritdoc/>
        public override void WriteTo(PageMedium medium) => medium.Write(this);
    }

    /// <summary>Some room.</summary>
    public sealed record Space : PageBlock
    {
        /// <inheritdoc/>
        public override void WriteTo(PageMedium medium) => medium.Write(this);
    }

    /// <summary>A heading.</summary>
    /// <param name="Text">The text.</param>
    /// <param name="Section">The address of the section that it begins; null for a heading within a section.</param>
    public sealed record Heading(string Text, string? Section) : PageBlock
    {
        /// <summary>What the section shows, in a sentence beside its heading; empty for nothing.</summary>
        public string Remark { get; init; } = "";

        /// <summary>Whether the section begins a sheet of its own on paper.</summary>
        public bool BeginsSheet { get; init; }

        /// <inheritdoc/>
        public override void WriteTo(PageMedium medium) => medium.Write(this);
    }

    /// <summary>A list.</summary>
    /// <param name="Items">Its items, a paragraph each.</param>
    public sealed record List(ImmutableArray<string> Items) : PageBlock
    {
        /// <inheritdoc/>
        public override void WriteTo(PageMedium medium) => medium.Write(this);
    }

    /// <summary>A chart.</summary>
    /// <param name="Content">The chart, with its figures and what it shows in words.</param>
    public sealed record Picture(PagePicture Content) : PageBlock
    {
        /// <inheritdoc/>
        public override void WriteTo(PageMedium medium) => medium.Write(this);
    }

    /// <summary>What must not be missed: the answer of a report, or its main limitation.</summary>
    /// <param name="Label">What it is.</param>
    /// <param name="Text">The text.</param>
    /// <param name="Tone">Caution for a limitation.</param>
    public sealed record Note(string Label, string Text, Tone Tone) : PageBlock
    {
        /// <inheritdoc/>
        public override void WriteTo(PageMedium medium) => medium.Write(this);
    }

    /// <summary>A command to be typed.</summary>
    /// <param name="Text">The command.</param>
    public sealed record Code(string Text) : PageBlock
    {
        /// <inheritdoc/>
        public override void WriteTo(PageMedium medium) => medium.Write(this);
    }

    /// <summary>The head of a report.</summary>
    /// <param name="Kind">What kind of document it is.</param>
    /// <param name="Title">Its title.</param>
    /// <param name="Lead">What it is about; empty for nothing.</param>
    /// <param name="Facts">Who prepared it, for whom, when.</param>
    public sealed record Masthead(string Kind, string Title, string Lead, ImmutableArray<Fact> Facts) : PageBlock
    {
        /// <summary>The logo as a <c>data:</c> address; null if there is none.</summary>
        public string? Logo { get; init; }

        /// <inheritdoc/>
        public override void WriteTo(PageMedium medium) => medium.Write(this);
    }

    /// <summary>The answer of a report.</summary>
    /// <param name="Question">The question.</param>
    /// <param name="Figure">The ratio, such as <c>0.15 : 1</c>; null if there is none.</param>
    /// <param name="Text">The answer in words, with its interval.</param>
    /// <param name="Facts">The figures behind it.</param>
    public sealed record Answer(string Question, string? Figure, string Text, ImmutableArray<Fact> Facts) : PageBlock
    {
        /// <summary>Where the ratio lies; null if it does not vary.</summary>
        public PagePicture? Interval { get; init; }

        /// <inheritdoc/>
        public override void WriteTo(PageMedium medium) => medium.Write(this);
    }

    /// <summary>Points, each with what it says first in a few words.</summary>
    /// <param name="Items">The points.</param>
    /// <param name="IsRanked">Whether they are numbered, the most important first.</param>
    public sealed record Points(ImmutableArray<Point> Items, bool IsRanked) : PageBlock
    {
        /// <inheritdoc/>
        public override void WriteTo(PageMedium medium) => medium.Write(this);
    }

    /// <summary>The beginning of the annex for analysts.</summary>
    /// <param name="Text">The heading.</param>
    /// <param name="Remark">What is in it.</param>
    /// <param name="Contents">Its sections.</param>
    public sealed record Annex(string Text, string Remark, ImmutableArray<Heading> Contents) : PageBlock
    {
        /// <inheritdoc/>
        public override void WriteTo(PageMedium medium) => medium.Write(this);
    }

    /// <summary>A page within a report.</summary>
    /// <param name="Content">The page.</param>
    public sealed record Part(Page Content) : PageBlock
    {
        /// <inheritdoc/>
        public override void WriteTo(PageMedium medium) => medium.Write(this);
    }
}

/// <summary>A label with its value.</summary>
/// <param name="Label">The label.</param>
/// <param name="Value">The value, as it is written.</param>
public sealed record Fact(string Label, string Value);

/// <summary>A point of a list.</summary>
/// <param name="Lead">What it says, in a few words or a sentence.</param>
/// <param name="Text">More about it; empty for nothing.</param>
public sealed record Point(string Lead, string Text)
{
    /// <summary>A remark in small type; empty for nothing.</summary>
    public string Remark { get; init; } = "";

    /// <summary>All of it in one line, for media without small type.</summary>
    public string InALine => string.Join(" ", new[] { Lead, Text, Remark }.Where(part => part.Length > 0));
}
