using Sroi.Cli.Declarations;
using Sroi.Cli.Settings;
using Sroi.Evaluation;
using Sroi.Reports;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi explain</c>: how a figure was calculated, down to the sources.</summary>
internal sealed record ExplainCommand(CaseSettings Case, string What, OutputForm Form) : IRunnable
{
    private const string Parameters = "parameters";

    public static Declaration Declared =>
        new(
            "explain",
            "Explain how a figure was calculated, down to the sources.",
            given => new ExplainCommand(CaseSettings.Of(given), WhatOf(given), OutputForm.WithoutCsv(given))
        );

    private static string WhatOf(Given given)
    {
        string what =
            given.OptionalArgument(
                "WHAT",
                "ratio (default), npv, benefits, inputs, payback, break_even, parameters, or the name of an outcome, input, transfer, party, parameter or step."
            ) ?? "ratio";
        if (what != "numbers")
        {
            return what;
        }

        given.Notice("explain … numbers", $"explain … {Parameters}");
        return Parameters;
    }

    public int Run(Terminal terminal)
    {
        SocialReturn social = Case.SocialReturn(terminal);
        terminal.Out.Write(What == Parameters ? AllParameters(social) : Figure(Explanation.Of(social.Find(What), social)));
        return CommandLine.Done;
    }

    private string Figure(Explanation explanation) => Form.IsJson ? ExplanationJson.Write(explanation) : explanation + "\n";

    private string AllParameters(SocialReturn social) =>
        Form.IsJson
            ? ParameterJson.Write([.. social.Scenario.Parameters.Values])
            : string.Concat(social.Scenario.Parameters.Values.Select(parameter => Explanation.Of(parameter) + "\n"));
}
