using Sroi.Cli.Declarations;
using Sroi.Cli.Settings;
using Sroi.Evaluation;
using Sroi.Presentation.Reports;
using Sroi.Reports;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi report</c>: a business case as one page to hand over.</summary>
internal sealed record ReportCommand(CaseSettings Case, string Out, DrawSettings Draws) : IRunnable
{
    public static Declaration Declared =>
        new(
            "report",
            "A business case as one page of HTML: the answer, how sure it is, its weak spots, and every number's source.",
            given => new ReportCommand(
                CaseSettings.Of(given),
                given.Required("--out", "FILE", "The file to write, such as case.html: one page that needs nothing else and opens without a network."),
                DrawSettings.WithoutThreads(given)
            )
        );

    public int Run(Terminal terminal)
    {
        // Before anything is drawn, which takes its time.
        if (!Path.GetExtension(Out).Equals(".html", StringComparison.OrdinalIgnoreCase))
        {
            throw new CommandException(
                $"A report is a page of HTML: --out takes a name that ends in .html; found '{Out}'.",
                CommandLine.WrongCommandLine
            );
        }

        SocialReturn social = Case.SocialReturn(terminal);
        SocialReturn? unchanged = Case is { Variant: null, Overlays: [] } ? null : (Case with { Variant = null, Overlays = [] }).SocialReturn(terminal);
        if (Draws.DrawsOrUsual < CaseReport.LeastDraws)
        {
            throw new CommandException(
                $"A report takes at least {CaseReport.LeastDraws} draws; found --draws {Draws.Draws}.",
                CommandLine.WrongCommandLine
            );
        }

        CaseReport report = CaseReport.Of(social, Draws.DrawsOrUsual, Draws.Seed, unchanged);
        string path = terminal.PathOf(Out);
        WholeFiles.Write(
            Path.GetDirectoryName(path)!,
            new Dictionary<string, Action<TextWriter>> { [Path.GetFileName(path)] = to => to.Write(report.ToDocument()) }
        );
        terminal.Error.WriteLine($"Written to {Out}. It opens in any browser, without a network.");
        return CommandLine.Done;
    }
}
