using NuGet.Versioning;
using Sroi.Notebooks.Cells;

namespace Sroi.Notebooks.Packages;

/// <summary>A package that a cell requests.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Version">The exact version; null if any of <paramref name="Range"/> is acceptable.</param>
/// <param name="Range">The range from which the newest is chosen, such as 13.0.* or [13.0,14.0); null for the newest stable version, or an exact one.</param>
/// <param name="Line">The line of the cell, counted from 1.</param>
internal sealed record PackageRequest(string Id, NuGetVersion? Version, VersionRange? Range, int Line)
{
    /// <summary>Reads the text after "nuget:".</summary>
    /// <exception cref="CellException">It is not a name, optionally followed by a comma and a version or range.</exception>
    public static PackageRequest Read(string text, int line)
    {
        string[] parts = text.Split(',', 2, StringSplitOptions.TrimEntries);
        string wanted = parts.Length > 1 ? parts[1] : "";
        bool isRange = wanted.StartsWith('[') || wanted.StartsWith('(');
        if (
            parts[0].Length == 0
            || parts[0].Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('.' or '_' or '-'))
            || (!isRange && wanted.Contains(','))
        )
        {
            throw new CellException("PackageError", $"'nuget: {text}' is not a package. Write #r \"nuget: ID, VERSION\".", line);
        }

        return wanted is "" or "*" ? new(parts[0], Version: null, Range: null, line)
            : NuGetVersion.TryParse(wanted, out NuGetVersion? version) ? new(parts[0], version, Range: null, line)
            : VersionRange.TryParse(wanted, out VersionRange? range) ? new(parts[0], Version: null, range, line)
            : throw new CellException(
                "PackageError",
                $"'{wanted}' is not a version of {parts[0]}. Write one such as 1.2.3, 1.2.* or [1.2,2.0), or omit it.",
                line
            );
    }

    /// <summary>As a project references it.</summary>
    public string Reference => Version is not null ? $"[{Version}]" : Range?.OriginalString ?? "*";

    /// <summary>The lowest acceptable version; null for any.</summary>
    public NuGetVersion? Least => Version ?? Range?.MinVersion;

    /// <summary>Whether a version satisfies the request.</summary>
    public bool Accepts(NuGetVersion version) =>
        Version is not null ? Version == version : Range is null || (Range.IsFloating ? Range.Float!.Satisfies(version) : Range.Satisfies(version));

    /// <summary>As a cell writes it.</summary>
    public override string ToString() => Version is null && Range is null ? Id : $"{Id} {Version?.ToString() ?? Range!.OriginalString}";
}
