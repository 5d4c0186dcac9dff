using System.CommandLine;
using Sroi.Evaluation;
using Sroi.Parameters.Reading;
using Sroi.Reports;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi explain</c>: any figure, down to its sources.</summary>
internal static class ExplainCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string> scenario = Common.Scenario();
        Argument<string?> what = new("WHAT")
        {
            Description =
                "ratio, npv, benefits, inputs, numbers, an outcome, an input, a transfer, a party, a quantity, or any step's address; the ratio where left out.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Option<string?> variant = Common.Variant(),
            folder = Common.Folder();
        Option<string[]> overlays = Common.Overlay();
        Option<bool> json = Common.Json();
        Command command = new("explain", "Explain any figure, down to its sources.") { scenario, what, variant, overlays, json, folder };
        command.SetAction(parsed =>
        {
            string name = parsed.GetRequiredValue(scenario);
            ParameterLibrary library = Common.Library(terminal, parsed.GetValue(folder), name);
            SocialReturn social = SocialReturn.Of(Common.Read(terminal, library, name, parsed.GetValue(variant), parsed.GetRequiredValue(overlays)));
            string asked = parsed.GetValue(what) ?? "ratio";
            terminal.Out.Write(asked == "numbers" ? Numbers(social, parsed.GetValue(json)) : Figure(social, asked, parsed.GetValue(json)));
            return CommandLine.Done;
        });
        return command;
    }

    private static string Figure(SocialReturn social, string name, bool json)
    {
        Explanation explanation = Explanation.Of(social.Find(name));
        return json ? ExplanationJson.Write(explanation) : explanation + "\n";
    }

    private static string Numbers(SocialReturn social, bool json) =>
        json
            ? ParameterJson.Write([.. social.Scenario.Parameters.Values])
            : string.Concat(social.Scenario.Parameters.Values.Select(parameter => Explanation.Of(parameter) + "\n"));
}
