using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Sroi.Notebooks.Cells;

/// <summary>Why a cell failed, for its author: the line of the cell, and only the notebook's own stack frames.</summary>
internal static partial class CellFailure
{
    /// <summary>An error that the session found before any code ran.</summary>
    public static CellOutcome.Failed Of(string name, string message, int? line) => new(name, message, line, [.. message.Split('\n')]);

    /// <summary>A cell of an imported file failed (<c>#!import</c>).</summary>
    /// <param name="failed">The failure.</param>
    /// <param name="place">The file and the cell.</param>
    /// <param name="line">The line of the magic.</param>
    public static CellOutcome.Failed Imported(CellOutcome.Failed failed, string place, int line)
    {
        string where = failed.Line is { } own ? string.Create(CultureInfo.InvariantCulture, $"{place}, line {own}") : place;
        return new(failed.Name, $"{where}: {failed.Message}", line, [$"In {where}:", .. failed.Traceback]);
    }

    /// <summary>The cell does not compile.</summary>
    /// <param name="errors">The errors of the compiler.</param>
    /// <param name="known">The variables of the notebook, for names that are nearly spelt so.</param>
    public static CellOutcome.Failed Of(IEnumerable<Diagnostic> errors, IReadOnlyCollection<string> known)
    {
        ImmutableArray<Diagnostic> inOrder = [.. errors.OrderBy(error => error.Location.SourceSpan.Start)];
        ImmutableArray<string> lines = [.. inOrder.Select(Text), .. CompilationHint.For(inOrder, known) is { } hint ? [hint] : Array.Empty<string>()];
        return new("CompilationError", string.Join('\n', lines), LineOf(inOrder[0].Location), lines);
    }

    /// <summary>The cell threw.</summary>
    /// <param name="error">What it threw.</param>
    /// <param name="file">The file name under which the cell was compiled.</param>
    public static CellOutcome.Failed Of(Exception error, string file)
    {
        int? line = FramesOf(error).FirstOrDefault(frame => frame.GetFileName() == file)?.GetFileLineNumber();
        return new(NameOf(error.GetType()), error.Message, line, Describe(error, file));
    }

    /// <summary>An exception, its stack frames in notebook code, and its causes.</summary>
    public static ImmutableArray<string> Describe(Exception error, string? file)
    {
        ImmutableArray<string>.Builder lines = ImmutableArray.CreateBuilder<string>();
        for (Exception? cause = error; cause is not null; cause = cause.InnerException)
        {
            lines.Add($"{(cause == error ? "" : "caused by ")}{NameOf(cause.GetType())}: {cause.Message}");
            lines.AddRange(FramesOf(cause).Select(frame => $"   at {Place(frame, file)}"));
        }

        return lines.ToImmutable();
    }

    private static string Text(Diagnostic error)
    {
        string message = $"{error.Id}: {error.GetMessage(CultureInfo.InvariantCulture)}";
        if (!error.Location.IsInSource)
        {
            return message;
        }

        FileLinePositionSpan at = error.Location.GetLineSpan();
        string file = CellFile.Is(at.Path) ? "" : $"{Path.GetFileName(at.Path)} ";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{file}({at.StartLinePosition.Line + 1}, {at.StartLinePosition.Character + 1}): {message}"
        );
    }

    private static int? LineOf(Location location) =>
        location.IsInSource && CellFile.Is(location.SourceTree.FilePath) ? location.GetLineSpan().StartLinePosition.Line + 1 : null;

    private static IEnumerable<StackFrame> FramesOf(Exception error) =>
        new StackTrace(error, fNeedFileInfo: true)
            .GetFrames()
            .Where(frame => frame.GetFileName() is { } name && (CellFile.Is(name) || name.EndsWith(".csx", StringComparison.Ordinal)));

    private static string Place(StackFrame frame, string? file)
    {
        string line = string.Create(CultureInfo.InvariantCulture, $"line {frame.GetFileLineNumber()}");
        string method = MethodOf(frame);
        string where =
            frame.GetFileName() == file || file is null ? ""
            : CellFile.Is(frame.GetFileName()!) ? " of an earlier cell"
            : $" of {Path.GetFileName(frame.GetFileName())}";
        return method.Length == 0 ? line + where : $"{method}, {line}{where}";
    }

    // The compiler puts the author's names between angle brackets: <<Initialize>>d__0 is the cell itself, <Pay>b__1 a lambda in Pay.
    private static string MethodOf(StackFrame frame)
    {
        string method = frame.GetMethod()?.Name ?? "";
        string name = method is "MoveNext" or ".ctor" ? frame.GetMethod()?.DeclaringType?.Name ?? "" : method;
        string own = Bracketed().Match(name) is { Success: true } match ? match.Groups[1].Value : name;
        return own is "Initialize" or "Factory" || own.StartsWith("Submission#", StringComparison.Ordinal) ? "" : own;
    }

    private static string NameOf(Type type) =>
        type.FullName?.Replace('+', '.').Split('`')[0] is { } name ? Submission().Replace(name, "") : type.Name;

    [GeneratedRegex(@"<+(\w+)>")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"^Submission#\d+\.")]
    private static partial Regex Submission();
}
