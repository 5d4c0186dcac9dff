using System.Collections.Immutable;

namespace Sroi.Parameters.Reading;

/// <summary>Changes that somebody lays over the parameters, without touching them: who, why, and what they were stays visible.</summary>
public sealed class Overlay
{
    internal Overlay(string id, string title, string? author, string? date, ImmutableArray<ChangeEntry> entries) =>
        (Id, Title, Author, Date, Entries) = (id, title, author, date, entries);

    /// <summary>Its name: that of its file.</summary>
    public string Id { get; }

    /// <summary>What the changes are, in words.</summary>
    public string Title { get; }

    /// <summary>Who made them; null where nobody has said.</summary>
    public string? Author { get; }

    /// <summary>When; null where nobody has said.</summary>
    public string? Date { get; }

    /// <summary>The full ids of the numbers it changes, in the order of the file.</summary>
    public IEnumerable<string> Ids => Entries.Select(entry => entry.Id);

    internal ImmutableArray<ChangeEntry> Entries { get; }
}

/// <summary>A change as it stands in a file, not yet applied to the number it changes.</summary>
internal sealed record ChangeEntry(string Id, YamlNode Node, string File, int Line, string By, string? Author);
