using System.Collections.Immutable;
using System.CommandLine;
using Sroi.Assurance;
using Sroi.Cli.Tables;
using Sroi.Evaluation;
using Sroi.Reports;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi run</c>: the social return of a scenario, with its weak spots.</summary>
internal static class RunCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string> scenario = Common.Scenario();
        Option<string?> variant = Common.Variant(),
            folder = Common.Folder(),
            output = Common.Out();
        Option<string[]> overlays = Common.Overlay();
        Option<bool> json = Common.Json(),
            csv = Common.Csv();
        Command command = new("run", "Compute the social return of a scenario.") { scenario, variant, overlays, json, csv, output, folder };
        command.SetAction(parsed =>
        {
            Common.RefuseBoth(parsed.GetValue(json), parsed.GetValue(csv));
            string name = parsed.GetRequiredValue(scenario);
            Parameters.ParameterLibrary library = Common.Library(terminal, parsed.GetValue(folder), name);
            SroiResult result = SroiResult.Of(Common.Read(terminal, library, name, parsed.GetValue(variant), parsed.GetRequiredValue(overlays)));
            ImmutableArray<Warning> warnings = Assurer.Check(result);
            Print(terminal, result, warnings, parsed.GetValue(json), parsed.GetValue(csv));
            if (parsed.GetValue(output) is { } target)
            {
                Save(terminal, target, result, warnings);
            }

            return CommandLine.Done;
        });
        return command;
    }

    private static void Print(Terminal terminal, SroiResult result, ImmutableArray<Warning> warnings, bool json, bool csv)
    {
        if (json)
        {
            terminal.Out.Write(ResultJson.Write(result, warnings));
        }
        else if (csv)
        {
            terminal.Out.Write(CsvText.Outcomes(result));
        }
        else
        {
            ResultTables.Write(terminal.Console, result, warnings);
        }
    }

    private static void Save(Terminal terminal, string folder, SroiResult result, ImmutableArray<Warning> warnings)
    {
        StringWriter text = new();
        ResultTables.Write(new Terminal(terminal.In, text, terminal.Error, terminal.Folder, IsPlain: true).Console, result, warnings);
        OutputFolder.Write(
            terminal.PathOf(folder),
            new Dictionary<string, string>
            {
                ["result.json"] = ResultJson.Write(result, warnings),
                ["result.txt"] = text.ToString(),
                ["explanation.txt"] = Explanation.Of(result.SocialReturn.NetPresentValue) + "\n",
                ["figures.csv"] = CsvText.Figures(result),
                ["outcomes.csv"] = CsvText.Outcomes(result),
                ["ledger.csv"] = CsvText.Ledger(result),
                ["quantities.csv"] = CsvText.Numbers(result),
            }
        );
        terminal.Error.WriteLine(
            $"Written to {folder}: result.json, result.txt, explanation.txt, figures.csv, outcomes.csv, ledger.csv, quantities.csv"
        );
    }
}
