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
}
