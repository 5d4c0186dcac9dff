using System.CommandLine;
using Sroi.Evaluation;
using Sroi.Parameters.Reading;
using Sroi.Presentation.Reports;
using Sroi.Reports;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi report</c>: a business case as one page to hand over.</summary>
internal static class ReportCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string> scenario = Common.Scenario();
        Option<string?> variant = Common.Variant(),
            folder = Common.Folder();
        Option<string[]> overlays = Common.Overlay();
        Option<string> output = new("--out")
        {
            Description = "The file to write, such as case.html: one page that needs nothing else and opens without a network.",
            HelpName = "FILE",
            Required = true,
        };
        AnalysisOptions draws = new();
        Command command = new("report", "A business case as one page of HTML: the answer, how sure it is, its weak spots, and every number's source.")
        {
            scenario,
            output,
            variant,
            overlays,
            folder,
        };
        draws.AddDrawsAndSeedTo(command);
        command.SetAction(parsed =>
        {
            string file = parsed.GetRequiredValue(output);
            CheckName(file);
            string name = parsed.GetRequiredValue(scenario);
            string? chosen = parsed.GetValue(variant);
            string[] changes = parsed.GetRequiredValue(overlays);
            ParameterLibrary library = Common.Library(terminal, parsed.GetValue(folder), name);
            SocialReturn social = SocialReturn.Of(Common.Read(terminal, library, name, chosen, changes));
            SocialReturn? unchanged = chosen is null && changes.Length == 0 ? null : SocialReturn.Of(Common.Read(terminal, library, name, null, []));
            CaseReport report = CaseReport.Of(social, Draws(draws.Draws(parsed)), draws.Seed(parsed), unchanged);
            Save(terminal, file, report);
            return CommandLine.Done;
        });
        return command;
    }

    private static int Draws(int? asked) =>
        asked switch
        {
            null => AnalysisOptions.UsualDraws,
            < CaseReport.LeastDraws => throw new CommandException(
                $"A report takes at least {CaseReport.LeastDraws} draws; found --draws {asked}.",
                CommandLine.WrongCommandLine
            ),
            { } draws => draws,
        };

    // Before anything is drawn, which takes its time.
    private static void CheckName(string file)
    {
        if (!Path.GetExtension(file).Equals(".html", StringComparison.OrdinalIgnoreCase))
        {
            throw new CommandException(
                $"A report is a page of HTML: --out takes a name that ends in .html; found '{file}'.",
                CommandLine.WrongCommandLine
            );
        }
    }

    private static void Save(Terminal terminal, string file, CaseReport report)
    {
        string path = terminal.PathOf(file);
        WholeFiles.Write(
            Path.GetDirectoryName(path)!,
            new Dictionary<string, Action<TextWriter>> { [Path.GetFileName(path)] = to => to.Write(report.ToDocument()) }
        );
        terminal.Error.WriteLine($"Written to {file}. It opens in any browser, without a network.");
    }
}
