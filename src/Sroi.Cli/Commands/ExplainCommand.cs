using Sroi.Cli.Declarations;
using Sroi.Cli.Settings;
using Sroi.Evaluation;
using Sroi.Reports;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi explain</c>: any figure, down to its sources.</summary>
internal sealed record ExplainCommand(CaseSettings Case, string What, OutputForm Form) : IRunnable
{
    public static Declaration Declared =>
        new(
            "explain",
            "Explain any figure, down to its sources.",
            given => new ExplainCommand(
                CaseSettings.Of(given),
                given.OptionalArgument(
                    "WHAT",
                    "ratio, npv, benefits, inputs, numbers, an outcome, an input, a transfer, a party, a quantity, or any step's address; the ratio where left out."
                ) ?? "ratio",
                OutputForm.WithoutCsv(given)
            )
        );

    public int Run(Terminal terminal)
    {
        SocialReturn social = Case.SocialReturn(terminal);
        terminal.Out.Write(What == "numbers" ? Numbers(social) : Figure(Explanation.Of(social.Find(What))));
        return CommandLine.Done;
    }

    private string Figure(Explanation explanation) => Form.IsJson ? ExplanationJson.Write(explanation) : explanation + "\n";

    private string Numbers(SocialReturn social) =>
        Form.IsJson
            ? ParameterJson.Write([.. social.Scenario.Parameters.Values])
            : string.Concat(social.Scenario.Parameters.Values.Select(parameter => Explanation.Of(parameter) + "\n"));
}
