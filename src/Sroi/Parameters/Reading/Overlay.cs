using System.Collections.Immutable;

namespace Sroi.Parameters.Reading;

/// <summary>Changes applied over the parameters without editing them. Who made each change, why, and the previous value remain visible.</summary>
public sealed class Overlay
{
    internal Overlay(string id, string title, string? author, string? date, ImmutableArray<ChangeEntry> entries) =>
        (Id, Title, Author, Date, Entries) = (id, title, author, date, entries);

    /// <summary>Its name: that of its file.</summary>
    public string Id { get; }

    /// <summary>What the changes are, in words.</summary>
    public string Title { get; }

    /// <summary>Who made the changes; null if not stated.</summary>
    public string? Author { get; }

    /// <summary>When; null if not stated.</summary>
    public string? Date { get; }

    /// <summary>Its name on a command line: its id, or its full path if it is not among the library's overlays.</summary>
    public string? Named { get; internal init; }

    /// <summary>The scenario whose short names it may use; null if it uses full ids only.</summary>
    public string? Case { get; internal init; }

    /// <summary>The ids of the parameters it changes, as written, in order: full ids, or short names of its case.</summary>
    public IEnumerable<string> Ids => Entries.Select(entry => entry.Id);

    /// <summary>What it leaves unsaid: its author, and the source, the reason or the price year of a change; each a sentence.</summary>
    public ImmutableArray<string> Unstated { get; internal init; } = [];

    internal ImmutableArray<ChangeEntry> Entries { get; }

    /// <summary>Whether it is a change written in one line, which must apply to the scenario it is used with.</summary>
    internal bool IsInline { get; init; }
}

/// <summary>A change as written in a file, not yet applied to its parameter.</summary>
internal sealed record ChangeEntry(string Id, YamlNode Node, string File, int Line, string By, string? Author)
{
    /// <summary>Whether it is written with a short name of a scenario instead of a full id.</summary>
    public bool IsShort => !Id.Contains('.');
}
