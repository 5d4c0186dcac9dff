using System.Collections.Immutable;
using Sroi.Assurance;
using Sroi.Cli.Declarations;
using Sroi.Cli.Settings;
using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Parameters.Reading;
using Sroi.Presentation.Pages;
using Sroi.Reports;
using Sroi.Uncertainty.Running;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi run</c>: calculates the social return of a scenario and lists its limitations.</summary>
internal sealed record RunCommand(CaseSettings Case, SimulationSettings Simulations, OutputForm Form, string? Out) : IRunnable
{
    public static Declaration Declared =>
        new(
            "run",
            "Calculate the social return of a scenario.",
            given => new RunCommand(
                CaseSettings.Of(given),
                SimulationSettings.Of(given),
                OutputForm.Of(given),
                given.Text("--out", "DIR", "Write result.json, the tables as CSV and the text to this folder, all or none.")
            )
        );

    public int Run(Terminal terminal)
    {
        Simulations.Begin();
        Scenario scenario = Case.Scenario(terminal);
        using ResultTarget? target = Out is null ? null : ResultTarget.Take(terminal.PathOf(Out), scenario);
        SroiResult result = SroiResult.Of(scenario);
        SimulationResult? simulation = Simulations.Read(result.SocialReturn) is { } asked ? Simulated(terminal, asked) : null;
        Outcome outcome = new(result, simulation, Assurer.Check(result, simulation));
        Form.Print(terminal, outcome.Json, outcome.Csv, outcome.Page);
        if (target is not null)
        {
            Save(terminal, (target, Out!), outcome);
        }

        return simulation is { IsStopped: true } ? CommandLine.Stopped : CommandLine.Done;
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
            throw new CommandException("Stopped before the first draws were made, so there is nothing to show.", CommandLine.Stopped);
        }
    }

    private static void Save(Terminal terminal, (ResultTarget Target, string Name) folder, Outcome outcome)
    {
        StringWriter text = new();
        new Terminal(terminal.In, text, terminal.Error, terminal.Folder, IsPlain: true).Write(outcome.Page());
        Dictionary<string, Action<TextWriter>> files = new()
        {
            ["result.json"] = to => to.Write(outcome.Json()),
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
            ? $"Omitted: it would show values of {string.Join(", ", hidden.Select(p => p.Bank!.Title).Distinct())}, which may not be quoted."
            : Explanation.Of(result.SocialReturn.NetPresentValue, result.SocialReturn).ToString();

    private sealed record Outcome(SroiResult Result, SimulationResult? Simulation, ImmutableArray<Warning> Warnings)
    {
        public string Json() => ResultJson.Write(Result, Simulation, Warnings);

        public string Csv() => (Simulation is { } simulation ? SimulationTables.Figures(simulation) : ResultTables.Outcomes(Result)).ToCsv();

        public Page Page() => ResultPage.Of(Result, Simulation, Warnings);
    }
}
