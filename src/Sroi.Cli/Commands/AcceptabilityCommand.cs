using System.Collections.Immutable;
using System.CommandLine;
using Sroi.Presentation.Pages;
using Sroi.Reports;
using Sroi.Sensitivity.Decisions;
using Sroi.Sensitivity.OneAtATime;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi acceptability</c>: how likely each option brings what is asked of a pound, and which is best at each demand.</summary>
internal static class AcceptabilityCommand
{
    private const int MostSteps = 10_000;

    public static Command Create(Terminal terminal)
    {
        DecisionOptions options = new();
        Option<string?> ratios = new("--ratios")
        {
            Description = "The ratios asked for: LOW..HIGH, or a rising list such as 0.5,1,1.5; chosen from the draws when left out.",
            HelpName = "R",
        };
        Option<int?> steps = new("--steps")
        {
            Description = "With --ratios LOW..HIGH: how many ratios; 21 when left out.",
            HelpName = "N",
            CustomParser = result => NumberArguments.Few(result, "--steps"),
        };
        Command command = new("acceptability", "How likely each option brings what is asked of a pound, from ratio to ratio, and which is best.")
        {
            ratios,
            steps,
        };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            ImmutableArray<double>? asked = parsed.GetValue(ratios) is { } text ? Ratios(text, parsed.GetValue(steps) ?? 21) : null;
            if (parsed.GetValue(steps) is not null && parsed.GetValue(ratios)?.Contains("..", StringComparison.Ordinal) != true)
            {
                throw new CommandException("--steps needs --ratios LOW..HIGH.", CommandLine.WrongCommandLine);
            }

            Decision decision = options.Read(terminal, parsed, withVariants: false);
            AcceptabilityCurve curve = asked is { } given ? AcceptabilityCurve.Of(decision, given) : AcceptabilityCurve.Of(decision);
            options.Shared.Print(
                terminal,
                parsed,
                () => DecisionJson.Write(curve),
                () => SensitivityTables.Points(curve).ToCsv(),
                () => terminal.Write(AcceptabilityPage.Of(curve))
            );
            return CommandLine.Done;
        });
        return command;
    }

    private static ImmutableArray<double> Ratios(string text, int steps)
    {
        if (!text.Contains("..", StringComparison.Ordinal))
        {
            return
            [
                .. text.Split(',')
                    .Select(part =>
                        NumberArguments.TryRead(part, out double ratio)
                            ? ratio
                            : throw new CommandException(
                                $"--ratios takes LOW..HIGH or numbers such as 0.5,1,1.5; {NumberArguments.Found(text)}",
                                CommandLine.WrongCommandLine
                            )
                    ),
            ];
        }

        ValueRange range = NumberArguments.Range(text, "--ratios");
        if (range.Low >= range.High || steps is < 2 or > MostSteps)
        {
            throw new CommandException(
                range.Low >= range.High
                    ? $"--ratios go from a lower to a higher ratio; found {text}."
                    : $"--steps lies between 2 and {MostSteps:N0}; found {steps:N0}.",
                CommandLine.WrongCommandLine
            );
        }

        return [.. Enumerable.Range(0, steps).Select(i => i == steps - 1 ? range.High : range.Low + ((range.High - range.Low) * i / (steps - 1)))];
    }
}
