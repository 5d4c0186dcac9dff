using Sroi.Cli.Declarations;
using Sroi.Cli.Settings;
using Sroi.Evaluation;
using Sroi.Presentation.Reports;
using Sroi.Reports;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi report</c>: writes a business case as one self-contained page.</summary>
internal sealed record ReportCommand(CaseSettings Case, string Out, DrawSettings Draws) : IRunnable
{
    public static Declaration Declared =>
        new(
            "report",
            "Write a business case as one HTML page: result, uncertainty, limitations and sources.",
            given => new ReportCommand(
                CaseSettings.Of(given),
                given.Required("--out", "FILE", "The file to write, such as case.html. It is self-contained and opens offline."),
                DrawSettings.WithoutThreads(given)
            )
        );

    public int Run(Terminal terminal)
    {
        // Checked before drawing, which takes time.
        if (!Path.GetExtension(Out).Equals(".html", StringComparison.OrdinalIgnoreCase))
        {
            throw new CommandException($"--out takes a file name that ends in .html; found '{Out}'.", CommandLine.WrongCommandLine);
        }

        SocialReturn social = Case.SocialReturn(terminal);
        SocialReturn? unchanged = Case is { Variant: null, Overlays: [] }
            ? null
            : (Case with { Variant = null, Overlays = [] }).SocialReturn(terminal);
        if (Draws.DrawsOrUsual < CaseReport.LeastDraws)
        {
            throw new CommandException(
                $"A report needs at least {CaseReport.LeastDraws} draws; found --draws {Draws.Draws}.",
                CommandLine.WrongCommandLine
            );
        }

        CaseReport report = CaseReport.Of(social, Draws.DrawsOrUsual, Draws.Seed, unchanged);
        string path = terminal.PathOf(Out);
        WholeFiles.Write(
            Path.GetDirectoryName(path)!,
            new Dictionary<string, Action<TextWriter>> { [Path.GetFileName(path)] = to => to.Write(report.ToDocument()) }
        );
        terminal.Error.WriteLine($"Written to {Out}. Open it in any browser; it needs no network.");
        return CommandLine.Done;
    }
}
