using Sroi.Quantities;

namespace Sroi.Parameters.Reading;

/// <summary>Collects the problems of files read together, so that all are reported at once.</summary>
internal sealed class ProblemList
{
    /// <summary>So many are listed; of the others only the number is kept.</summary>
    public const int Most = 1_000;

    private const int MostCounted = 1_000_000;

    private readonly List<Problem> _problems = [];
    private readonly HashSet<(int Line, int Hash)> _seen = [];

    public bool Any => _problems.Count > 0;

    /// <summary>How many there are, whether or not they are listed.</summary>
    public int Count { get; private set; }

    /// <summary>Whether a file has a problem.</summary>
    public bool HasOf(string file) => _problems.Any(problem => problem.File == file);

    /// <summary>Whether no more are listed, so that a nearest match need not be looked for.</summary>
    public bool IsFull => Count >= Most;

    public void Add(string file, int? line, string message, string? remedy = null)
    {
        if (Count >= MostCounted || !_seen.Add((line ?? 0, HashCode.Combine(file, message, remedy))))
        {
            return;
        }

        if (!IsFull)
        {
            _problems.Add(new(file, line is FilePosition.NoLine ? null : line, message, remedy));
        }

        Count++;
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
            if (problem.More > 0)
            {
                Count += problem.More;
            }
            else
            {
                Add(problem.File, problem.Line, problem.Message, problem.Remedy);
            }
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
            .. Count > Most ? [Rest()] : Array.Empty<Problem>(),
        ];

    private Problem Rest() =>
        new(
            _problems[^1].File,
            Line: null,
            $"the first {Most:N0} of {(Count == MostCounted ? "more than " : "")}{Count:N0} problems are listed; mend these and look again."
        )
        {
            More = Count - Most,
        };

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
