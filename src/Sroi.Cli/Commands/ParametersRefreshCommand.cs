using System.CommandLine;
using Sroi.Evaluation;
using Sroi.Parameters;
using Sroi.Presentation.Pages;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi parameters refresh OVERLAY… [--from DIR]</c>: what changed numbers do to every case.</summary>
internal static class ParametersRefreshCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string[]> overlays = new("OVERLAY")
        {
            Description = "The overlays whose effect is shown, such as one that an import wrote.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        Option<string?> from = new("--from") { Description = "Another folder of parameters, such as an older version of this one, to compare with.", HelpName = "DIR" },
            folder = Common.Folder();
        Command command = new("refresh", "Show what new numbers do to the net present value and the ratio of every case.") { overlays, from, folder };
        command.SetAction(parsed =>
        {
            string[] names = parsed.GetRequiredValue(overlays);
            if (names.Length == 0 && parsed.GetValue(from) is null)
            {
                throw new CommandException("There is nothing to compare with: name an overlay, or another folder with --from DIR.", CommandLine.WrongCommandLine);
            }

            ParameterLibrary library = Common.Library(terminal, parsed.GetValue(folder));
            ParameterLibrary before = parsed.GetValue(from) is { } other ? ParameterLibrary.Open(terminal.PathOf(other)) : library;
            Overlay[] laid = [.. names.Select(name => library.Overlay(Common.Resolved(terminal, name)))];
            foreach (Overlay overlay in laid)
            {
                terminal.Write(ParameterPage.Changes(overlay, library.Changed(overlay)));
            }

            terminal.Write(UpdatePage.Of(CaseEffect.All(before, [], library, laid)));
            return CommandLine.Done;
        });
        return command;
    }
}
