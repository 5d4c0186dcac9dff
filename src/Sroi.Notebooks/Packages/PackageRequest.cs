using NuGet.Versioning;
using Sroi.Notebooks.Execution;

namespace Sroi.Notebooks.Packages;

/// <summary>A package that a cell asks for.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Version">The version; null for the latest.</param>
/// <param name="Line">The line of the cell, counted from 1.</param>
internal sealed record PackageRequest(string Id, NuGetVersion? Version, int Line)
{
    /// <summary>Reads what stands after "nuget:".</summary>
    /// <exception cref="CellException">It is not a name, a comma and a version.</exception>
    public static PackageRequest Read(string text, int line)
    {
        string[] parts = text.Split(',', StringSplitOptions.TrimEntries);
        string wanted = parts.Length > 1 ? parts[1] : "*";
        NuGetVersion? version = null;
        bool isAny = wanted is "" or "*" or "*-*";
        if (parts.Length > 2 || parts[0].Length == 0 || parts[0].Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('.' or '_' or '-')))
        {
            throw new CellException("PackageError", $"'nuget: {text}' is not a package. Write #r \"nuget: ID, VERSION\".", line);
        }

        return isAny || NuGetVersion.TryParse(wanted, out version)
            ? new(parts[0], version, line)
            : throw new CellException("PackageError", $"'{wanted}' is not a version of {parts[0]}. Write one such as 1.2.3, or leave it out.", line);
    }

    /// <summary>As a cell writes it.</summary>
    public override string ToString() => Version is null ? Id : $"{Id} {Version}";
}
