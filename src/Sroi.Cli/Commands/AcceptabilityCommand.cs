using System.Collections.Immutable;
using Sroi.Cli.Declarations;
using Sroi.Cli.Settings;
using Sroi.Presentation.Pages;
using Sroi.Reports;
using Sroi.Sensitivity.Decisions;
using Sroi.Sensitivity.OneAtATime;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi acceptability</c>: how likely each option is to reach a given SROI ratio, and which option is best at each ratio.</summary>
internal sealed record AcceptabilityCommand(DecisionSettings Options, string? Ratios, int? Steps, OutputForm Form) : IRunnable
{
    private const int UsualSteps = 21,
        MostSteps = 10_000;

    public static Declaration Declared =>
        new(
            "acceptability",
            "Show how likely each option is to reach a given SROI ratio, and which is best.",
            given => new AcceptabilityCommand(
                DecisionSettings.Of(given),
                given.Text(
                    "--ratios",
                    "R",
                    "The ratios: LOW..HIGH, or an ascending list such as 0.5,1,1.5. If omitted, they are chosen from the draws."
                ),
                given.Value("--steps", "N", $"With --ratios LOW..HIGH: the number of ratios (default: {UsualSteps}).", Kinds.Few),
                OutputForm.Of(given)
            )
        );

    public int Run(Terminal terminal)
    {
        ImmutableArray<double>? asked =
            Ratios is null ? null
            : IsRange ? Between(Texts.Range(Ratios, "--ratios"), Steps ?? UsualSteps)
            : Listed(Ratios);
        if (Steps is not null && !IsRange)
        {
            throw new CommandException("--steps needs --ratios LOW..HIGH.", CommandLine.WrongCommandLine);
        }

        Decision decision = Options.Read(terminal);
        AcceptabilityCurve curve = asked is { } ratios ? AcceptabilityCurve.Of(decision, ratios) : AcceptabilityCurve.Of(decision);
        return Form.Print(
            terminal,
            () => DecisionJson.Write(curve),
            () => SensitivityTables.Points(curve).ToCsv(),
            () => AcceptabilityPage.Of(curve)
        );
    }

    private bool IsRange => Ratios?.Contains("..", StringComparison.Ordinal) == true;

    private static ImmutableArray<double> Listed(string text) =>
        [
            .. text.Split(',')
                .Select(part =>
                    Kinds.TryRead(part, out double ratio)
                        ? ratio
                        : throw new CommandException(
                            $"--ratios takes LOW..HIGH or numbers such as 0.5,1,1.5; {Kinds.Found(text)}",
                            CommandLine.WrongCommandLine
                        )
                ),
        ];

    private ImmutableArray<double> Between(ValueRange range, int steps) =>
        range.Low >= range.High ? throw new CommandException($"--ratios takes the lower ratio first; found {Ratios}.", CommandLine.WrongCommandLine)
        : steps is < 2 or > MostSteps
            ? throw new CommandException($"--steps takes a number from 2 to {MostSteps:N0}; found {steps:N0}.", CommandLine.WrongCommandLine)
        : [.. Enumerable.Range(0, steps).Select(i => i == steps - 1 ? range.High : range.Low + ((range.High - range.Low) * i / (steps - 1)))];
}
