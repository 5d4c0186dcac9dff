using Sroi.Quantities;

namespace Sroi.Parameters;

/// <summary>Gathers the problems of files that are read together, so that all are told at once.</summary>
internal sealed class ProblemList
{
    /// <summary>So many are told; a file with more is not worth reading further.</summary>
    public const int Most = 1_000;

    private readonly List<Problem> _problems = [];
    private readonly HashSet<Problem> _seen = [];

    public bool Any => _problems.Count > 0;

    public int Count => _problems.Count;

    public bool IsFull => _problems.Count >= Most;

    public void Add(string file, int? line, string message, string? remedy = null)
    {
        Problem problem = IsFull
            ? new(file, Line: null, $"there are more problems; the first {Most:N0} are listed.")
            : new(file, line, message, remedy);
        if (_seen.Add(problem))
        {
            _problems.Add(problem);
        }
    }

    /// <summary>Adds a problem for each line of a text that has a hidden character in it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="text">The text, its lines ended by line feeds.</param>
    /// <param name="first">The line on which it begins.</param>
    public void AddHidden(string file, string text, int first = 1)
    {
        if (VisibleText.FirstHidden(text) is null)
        {
            return;
        }

        foreach ((int index, string line) in text.Split('\n').Index())
        {
            if (VisibleText.FirstHidden(line) is { } hidden)
            {
                Add(
                    file,
                    first + index,
                    $"the hidden character {hidden} in '{VisibleText.Of(Around(line))}'; text holds what can be seen, and spaces.",
                    "Delete it, or retype the line: it may have come in with copied text."
                );
            }
        }
    }

    public void AddRange(IEnumerable<Problem> problems)
    {
        foreach (Problem problem in problems)
        {
            Add(problem.File, problem.Line, problem.Message, problem.Remedy);
        }
    }

    public IReadOnlyList<Problem> Sorted() =>
        [
            .. _problems
                .Select((problem, order) => (problem, order))
                .OrderBy(p => p.problem.File, StringComparer.Ordinal)
                .ThenBy(p => p.problem.Line ?? 0)
                .ThenBy(p => p.order)
                .Select(p => p.problem),
        ];

    public void ThrowIfAny()
    {
        if (Any)
        {
            throw new InvalidFilesException(Sorted());
        }
    }

    private static string Around(string line)
    {
        string text = line.Trim();
        return text.Length > 60 ? text[..57] + "…" : text;
    }
}
