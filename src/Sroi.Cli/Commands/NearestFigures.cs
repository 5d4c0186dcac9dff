using Sroi.Parameters.Reading;

namespace Sroi.Cli.Commands;

/// <summary>Hints for a parameter that is not in the library.</summary>
internal static class NearestFigures
{
    private const int Most = 5;

    /// <summary>The id with the nearest spelling, or the parameters found by a search for its words; starts with a space or a line break.</summary>
    public static string Hint(ParameterLibrary library, string asked)
    {
        if (Nearest.Hint(asked, library.Ids()) is { Length: > 0 } hint)
        {
            return hint;
        }

        IReadOnlyList<FoundParameter> found = ParameterSearch.Of(library, asked);
        return found.Count == 0 ? "" : " The nearest are:" + string.Concat(found.Take(Most).Select(one => $"\n     {one.Id}: {one.Label}"));
    }
}
