using System.Collections.Immutable;
using System.Diagnostics;

namespace Sroi.Notebooks.Supervising;

/// <summary>A program to start that runs a notebook.</summary>
/// <param name="Arguments">The program and its arguments, except the last.</param>
/// <param name="Folder">Its working directory.</param>
/// <param name="Errors">The destination of its standard error.</param>
public sealed record SupervisedProgram(ImmutableArray<string> Arguments, string Folder, TextWriter Errors)
{
    internal Process Start(string lastArgument) =>
        Process.Start(
            new ProcessStartInfo(Arguments[0], [.. Arguments.Skip(1), lastArgument]) { WorkingDirectory = Folder, RedirectStandardError = true }
        )!;
}
