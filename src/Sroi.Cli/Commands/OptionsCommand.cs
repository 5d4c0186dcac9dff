using System.CommandLine;
using Sroi.Presentation.Pages;
using Sroi.Reports;
using Sroi.Sensitivity.Decisions;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi options</c>: options side by side on common random numbers; one scenario alone against its variants.</summary>
internal static class OptionsCommand
{
    public static Command Create(Terminal terminal)
    {
        DecisionOptions options = new();
        Option<string?> against = new("--against")
        {
            Description = "The option that the others are held against; the first when left out.",
            HelpName = "OPTION",
        };
        Command command = new(
            "options",
            "Options side by side on common random numbers: scenarios, variants, overlays; one scenario alone against its variants."
        )
        {
            against,
        };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            Decision decision = options.Read(terminal, parsed, withVariants: true);
            OptionComparison comparison = parsed.GetValue(against) is { } name
                ? OptionComparison.Of(decision, Named(decision, name))
                : OptionComparison.Of(decision);
            options.Shared.Print(
                terminal,
                parsed,
                () => DecisionJson.Write(comparison),
                () => SensitivityTables.Options(comparison).ToCsv(),
                () => terminal.Write(OptionPage.Of(comparison))
            );
            return CommandLine.Done;
        });
        return command;
    }

    // As it stands in results, or as it was given: 'croydon_sun, as_claimed', croydon_sun:as_claimed, as_claimed.
    private static string Named(Decision decision, string name)
    {
        string written = name.Replace("+", " + ", StringComparison.Ordinal).Replace(":", ", ", StringComparison.Ordinal);
        string[] found =
        [
            .. decision
                .Options.Select(option => option.Name)
                .Where(known =>
                    known == written
                    || known.EndsWith($", {name}", StringComparison.Ordinal)
                    || known.EndsWith($" + {name}", StringComparison.Ordinal)
                ),
        ];
        return found.Length == 1 ? found[0] : name;
    }
}
