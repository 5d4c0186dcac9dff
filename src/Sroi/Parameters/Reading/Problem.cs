namespace Sroi.Parameters.Reading;

/// <summary>One thing wrong with a file: where, what was found, what is allowed, what to do.</summary>
/// <param name="File">The file, as the user would name it.</param>
/// <param name="Line">The line, from 1; null for the whole file.</param>
/// <param name="Message">What was found, where in the file's own terms, and what is allowed.</param>
/// <param name="Remedy">What to do about it; null if the message says it.</param>
public sealed record Problem(string File, int? Line, string Message, string? Remedy = null)
{
    /// <summary>How many problems there are beside those that are listed, where this says so; 0 for a problem itself.</summary>
    public int More { get; init; }

    /// <summary><c>file, line 31, outcomes.fewer_attendances: what is wrong</c>, the remedy on a line of its own.</summary>
    public override string ToString() =>
        (Line is null ? $"{File}: {Message}" : $"{File}, line {Line}: {Message}") + (Remedy is null ? "" : $"\n  {Remedy}");
}

/// <summary>Files have problems; all of them are listed, in the order of file and line.</summary>
public sealed class InvalidFilesException(IReadOnlyList<Problem> problems) : Exception(string.Join('\n', problems))
{
    /// <summary>The problems, at least one.</summary>
    public IReadOnlyList<Problem> Problems { get; } = problems;
}
