using System.CommandLine;
using Sroi.Cli.Declarations;
using Sroi.Cli.Settings;
using Sroi.Evaluation;
using Sroi.Parameters.Reading;
using Sroi.Presentation.Pages;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi parameters refresh OVERLAY… [--from DIR]</c>: the effect of changed parameters on every case.</summary>
internal sealed record ParametersRefreshCommand(string[] Overlays, string? From, LibrarySettings Source) : IRunnable
{
    public static Declaration Declared =>
        new(
            "refresh",
            "Show the effect of new parameters on the net present value and ratio of every case.",
            given => new ParametersRefreshCommand(
                given.Arguments("OVERLAY", "The overlays to apply, such as one written by an import.", ArgumentArity.ZeroOrMore),
                given.Text("--from", "DIR", "Another folder of parameters to compare with, such as an older version of this one."),
                LibrarySettings.Of(given)
            )
        );

    public int Run(Terminal terminal)
    {
        if (Overlays.Length == 0 && From is null)
        {
            throw new CommandException(
                "There is nothing to compare with: name an overlay, or another folder with --from DIR.",
                CommandLine.WrongCommandLine
            );
        }

        ParameterLibrary library = Source.Open(terminal);
        ParameterLibrary before = From is null ? library : ParameterLibrary.Open(terminal.PathOf(From));
        Overlay[] laid = [.. Overlays.Select(name => library.Overlay(CaseNames.Resolved(terminal, name)))];
        foreach (Overlay overlay in laid)
        {
            terminal.Write(ParameterPage.Changes(overlay, library.Changed(overlay)));
        }

        terminal.Write(UpdatePage.Of(CaseEffect.All(before, [], library, laid)));
        return CommandLine.Done;
    }
}
