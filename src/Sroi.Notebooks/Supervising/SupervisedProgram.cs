using System.Collections.Immutable;
using System.Diagnostics;

namespace Sroi.Notebooks.Supervising;

/// <summary>A program that is started to run a notebook.</summary>
/// <param name="Arguments">Itself and its arguments, but for the last one.</param>
/// <param name="Folder">Where it starts.</param>
/// <param name="Errors">Where what it writes on its standard error goes.</param>
public sealed record SupervisedProgram(ImmutableArray<string> Arguments, string Folder, TextWriter Errors)
{
    internal Process Start(string lastArgument) =>
        Process.Start(
            new ProcessStartInfo(Arguments[0], [.. Arguments.Skip(1), lastArgument]) { WorkingDirectory = Folder, RedirectStandardError = true }
        )!;
}
