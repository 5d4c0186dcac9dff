using System.Collections.Immutable;
using System.CommandLine;
using Sroi.Assurance;
using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Parameters;
using Sroi.Presentation.Pages;
using Sroi.Reports;
using Sroi.Uncertainty;

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
        SimulationOptions simulations = new();
        simulations.AddTo(command);
        command.SetAction(parsed =>
        {
            Common.RefuseBoth(parsed.GetValue(json), parsed.GetValue(csv));
            simulations.Begin(parsed);
            string name = parsed.GetRequiredValue(scenario);
            ParameterLibrary library = Common.Library(terminal, parsed.GetValue(folder), name);
            Scenario read = Common.Read(terminal, library, name, parsed.GetValue(variant), parsed.GetRequiredValue(overlays));
            using ResultTarget? target = parsed.GetValue(output) is { } chosen ? ResultTarget.Take(terminal.PathOf(chosen), read) : null;
            SroiResult result = SroiResult.Of(read);
            SimulationResult? simulation = simulations.Read(parsed, result.SocialReturn) is { } asked ? Simulated(terminal, asked) : null;
            Outcome outcome = new(result, simulation, Assurer.Check(result, simulation));
            Print(terminal, outcome, parsed.GetValue(json), parsed.GetValue(csv));
            if (target is not null)
            {
                Save(terminal, (target, parsed.GetValue(output)!), outcome);
            }

            return simulation is { IsStopped: true } ? CommandLine.Stopped : CommandLine.Done;
        });
        return command;
    }

    public static SimulationResult Simulated(Terminal terminal, Simulation simulation)
    {
        using Interruption interruption = new();
        using ProgressLine progress = new(terminal.Progress, terminal.ShowsProgress);
        try
        {
            return simulation.Run(progress, interruption.Token);
        }
        catch (OperationCanceledException)
        {
            throw new CommandException("Stopped before the first draws were made; there is nothing to show.", CommandLine.Stopped);
        }
    }

    private static void Print(Terminal terminal, Outcome outcome, bool json, bool csv)
    {
        if (json)
        {
            terminal.Out.Write(ResultJson.Write(outcome.Result, outcome.Simulation, outcome.Warnings));
        }
        else if (csv)
        {
            terminal.Csv.Write(
                outcome.Simulation is { } simulation ? SimulationTables.Figures(simulation).ToCsv() : ResultTables.Outcomes(outcome.Result).ToCsv()
            );
        }
        else
        {
            terminal.Write(ResultPage.Of(outcome.Result, outcome.Simulation, outcome.Warnings));
        }
    }

    private static void Save(Terminal terminal, (ResultTarget Target, string Name) folder, Outcome outcome)
    {
        StringWriter text = new();
        new Terminal(terminal.In, text, terminal.Error, terminal.Folder, IsPlain: true).Write(
            ResultPage.Of(outcome.Result, outcome.Simulation, outcome.Warnings)
        );
        Dictionary<string, Action<TextWriter>> files = new()
        {
            ["result.json"] = to => to.Write(ResultJson.Write(outcome.Result, outcome.Simulation, outcome.Warnings)),
            ["result.txt"] = to => to.Write(text),
            ["explanation.txt"] = to => to.Write(Explained(outcome.Result) + "\n"),
            ["figures.csv"] = to => to.Write(ResultTables.Figures(outcome.Result).ToCsv()),
            ["outcomes.csv"] = to => to.Write(ResultTables.Outcomes(outcome.Result).ToCsv()),
            ["ledger.csv"] = to => to.Write(ResultTables.Ledger(outcome.Result).ToCsv()),
            ["quantities.csv"] = to => to.Write(ResultTables.Numbers(outcome.Result).ToCsv()),
        };
        if (outcome.Simulation is { } simulation)
        {
            files["simulation.csv"] = to => to.Write(SimulationTables.Figures(simulation).ToCsv());
            files["histograms.csv"] = to => to.Write(SimulationTables.Histograms(simulation).ToCsv());
            files["manifest.json"] = to => to.Write(ResultJson.Write(RunManifest.Of(simulation)));
            if (simulation.Simulation.Keep != Kept.Nothing)
            {
                files["draws.csv"] = to => SimulationTables.WriteDraws(simulation, to);
            }
        }

        folder.Target.Write(files.ToDictionary(file => file.Key, file => VisibleWriter.Over(file.Value)));
        terminal.Error.WriteLine($"Written to {folder.Name}: {string.Join(", ", files.Keys)}");
    }

    // An explanation shows every number that it rests on.
    private static string Explained(SroiResult result) =>
        PrivateValues.In(result.Scenario.Parameters.Values) is { Count: > 0 } hidden
            ? $"Left out: it would show values of {string.Join(", ", hidden.Select(p => p.Bank!.Title).Distinct())}, which may not be quoted."
            : Explanation.Of(result.SocialReturn.NetPresentValue).ToString();

    private sealed record Outcome(SroiResult Result, SimulationResult? Simulation, ImmutableArray<Warning> Warnings);
}
