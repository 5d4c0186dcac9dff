using Sroi.Cli.Declarations;
using Sroi.Presentation.Pages;

namespace Sroi.Cli.Settings;

/// <summary>The form in which a result is printed: a page, JSON or comma-separated values.</summary>
internal sealed record OutputForm(bool IsJson, bool IsCsv)
{
    /// <summary>All three forms.</summary>
    /// <exception cref="CommandException">Two of them were asked for.</exception>
    public static OutputForm Of(Given given)
    {
        OutputForm form = new(JsonOf(given), given.Flag("--csv", "Print the result as comma-separated values."));
        return form is { IsJson: true, IsCsv: true }
            ? throw new CommandException("--json and --csv cannot be used together.", CommandLine.WrongCommandLine)
            : form;
    }

    /// <summary>A page or JSON.</summary>
    public static OutputForm WithoutCsv(Given given) => new(JsonOf(given), IsCsv: false);

    /// <summary>Prints a result.</summary>
    /// <returns>The exit code of a command that is done.</returns>
    public int Print(Terminal terminal, Func<string> json, Func<string> csv, Func<Page> page)
    {
        if (IsJson)
        {
            terminal.Out.Write(json());
        }
        else if (IsCsv)
        {
            terminal.Csv.Write(csv());
        }
        else
        {
            terminal.Write(page());
        }

        return CommandLine.Done;
    }

    /// <summary>Prints a result that has no table of its own.</summary>
    /// <returns>The exit code of a command that is done.</returns>
    public int Print(Terminal terminal, Func<string> json, Func<Page> page) => Print(terminal, json, () => "", page);

    private static bool JsonOf(Given given) => given.Flag("--json", "Print the result as JSON.");
}
