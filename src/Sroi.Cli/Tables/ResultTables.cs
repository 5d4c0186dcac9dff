using System.Globalization;
using Spectre.Console;
using Sroi.Assurance;
using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Parameters;
using Sroi.Quantities;
using Sroi.Uncertainty;

namespace Sroi.Cli.Tables;

/// <summary>A result as a person reads it in a terminal: the question, the answer, the value map, who pays and gains, the weak spots.</summary>
internal static class ResultTables
{
    public static void Write(IAnsiConsole console, SroiResult result, SimulationResult? simulation, IReadOnlyList<Warning> warnings)
    {
        Heading(console, result.Scenario);
        Headline(console, result);
        Caveat(console, result, simulation, warnings);
        if (simulation is not null)
        {
            SimulationTables.Write(console, simulation);
        }

        if (result.ValuesAnything)
        {
            ValueMap(console, result);
        }

        Inputs(console, result);
        Years(console, result);
        Ledger(console, result);
        NotValued(console, result.Scenario);
        Changes(console, result.Scenario);
        WarningList.Write(console, warnings);
        Layout.Line(
            console,
            $"Why is a number so? sroi explain {result.Scenario.Id} ratio · every number with its source: sroi explain {result.Scenario.Id} numbers",
            "dim"
        );
    }

    private static void Heading(IAnsiConsole console, Scenario scenario)
    {
        Layout.Line(console, scenario.Title, "bold");
        if (scenario.Variant is { } variant)
        {
            Layout.Line(console, $"Variant {variant.Id}: {variant.Title}", "bold yellow");
        }

        foreach (OverlayTitle overlay in scenario.Overlays)
        {
            Layout.Line(console, $"Overlay {overlay.Id}: {overlay.Title}{(overlay.Author is { } author ? $" ({author})" : "")}", "yellow");
        }

        if (scenario.Question is { } question)
        {
            Layout.Line(console, question);
        }

        string with = scenario.PowerSharedWith.IsEmpty ? "" : $", power shared with {string.Join(", ", scenario.PowerSharedWith)}";
        Layout.Line(console, $"Delivery: {DeliveryModels.Name(scenario.DeliveryModel)}{with}.", "dim");
        foreach (ServiceComponent component in scenario.Components)
        {
            Layout.Line(console, $"  {component.Label}: {DeliveryModels.Name(component.DeliveryModel)}", "dim");
        }

        Layout.Line(
            console,
            $"{ComparedFigures.FrameOf(scenario.Appraisal)}.{(scenario.Map.HasBaseline ? " Incremental to usual care." : "")}",
            "dim"
        );
        console.WriteLine();
    }

    private static void Headline(IAnsiConsole console, SroiResult result)
    {
        Table table = Layout.Table(null, ("", false), ("base case", true));
        table.Row("SROI ratio (all benefits ÷ all inputs)", Ratio(result.SroiRatio), "bold");
        table.Row("Net present value", Layout.Money(result.NetPresentValue), "bold");
        table.Row("Present value of benefits", result.ValuesAnything ? Layout.Money(result.PresentValueBenefits) : "nothing valued");
        table.Row("Present value of inputs", Layout.Money(result.PresentValueInputs));
        table.Row("Net SROI ratio (net present value ÷ inputs)", Ratio(result.NetSroiRatio));
        table.Row("Public-value ratio (all benefits ÷ public inputs)", Ratio(result.PublicValueRatio));
        table.Row("Fiscal ratio (fiscal benefits ÷ public cash)", Ratio(result.FiscalRatio));
        table.Row("Cashable net present value", Layout.Money(result.CashableNetPresentValue));
        table.Row("Payback (guide, months; inputs ÷ year 1)", Layout.Number(result.PaybackMonths, "0.0"));
        table.Row(
            "Payback (years), discounted",
            $"{Layout.Number(result.PaybackYears, "0.00")}, {Layout.Number(result.DiscountedPaybackYears, "0.00")}"
        );
        table.Row("People served", Layout.Number(result.PeopleServed, "#,##0.#"));
        table.Row("Cost per person served", Layout.Money(result.CostPerPerson));
        table.Row("People of an intake at which it breaks even", Layout.Number(result.BreakEvenPeople, "#,##0.0"));
        Alternatives(table, result);
        console.Write(table);
    }

    // The ratio never stands alone: its interval where there is one, and its gravest weak spot.
    private static void Caveat(IAnsiConsole console, SroiResult result, SimulationResult? simulation, IReadOnlyList<Warning> warnings)
    {
        string range = simulation?.SroiRatio is { Percentiles.IsEmpty: false } ratio
            ? $"In 95 of 100 draws the ratio lies between {Percentile(ratio, 0.025)} and {Percentile(ratio, 0.975)}."
            : $"This is one figure, not a range; 'sroi run {result.Scenario.Id} --draws 100000' says how sure it is.";
        Layout.Line(console, warnings.Count == 0 ? range : $"{range} Read it with its gravest weak spot: {warnings[0].Message}", "yellow");
        console.WriteLine();
    }

    private static string Percentile(FigureSummary figure, double p) =>
        Figures.Ratio(figure.Percentile(p).Value, figure.Percentile(p).StandardError);

    private static void Alternatives(Table table, SroiResult result)
    {
        if (result.WithoutOptimismCorrection is { } plain)
        {
            table.Row("Without the optimism correction: ratio, NPV", $"{Ratio(plain.SroiRatio)}, {Layout.Money(plain.NetPresentValue)}");
        }

        if (result.Weighted is { } weighted)
        {
            table.Row("With distributional weights: ratio, NPV", $"{Ratio(weighted.SroiRatio)}, {Layout.Money(weighted.NetPresentValue)}");
        }
    }

    private static void ValueMap(IAnsiConsole console, SroiResult result)
    {
        Table table = Layout.Table(
            "Value map (GBP)",
            ("outcome", false),
            ("whose gain", false),
            ("gross", true),
            ("kept", true),
            ("present value", true)
        );
        foreach (OutcomeResult outcome in result.Outcomes)
        {
            Outcome row = outcome.Value.Outcome;
            string gains = string.Join(", ", row.Proxy.GainsTo.Select(g => g.Party.Label));
            table.Row([
                $"{row.Id}{(row.IsBaseline ? " (usual care)" : "")}",
                $"{gains} ({row.Proxy.Benefit.ToString().ToLowerInvariant()})",
                Layout.Whole(outcome.Gross),
                outcome.Gross == 0 ? "–" : Figures.Percent(Math.Round(outcome.Impact / outcome.Gross, 3)),
                Layout.Whole(outcome.PresentValue),
            ]);
        }

        table.Row(["total", "", "", "", Layout.Whole(result.PresentValueBenefits)], "bold");
        console.Write(table);
        Layout.Line(
            console,
            "Gross is quantity × proxy of one full outcome year; kept is what deadweight, displacement and attribution leave of it.",
            "dim"
        );
        console.WriteLine();
    }

    private static void Years(IAnsiConsole console, SroiResult result)
    {
        Table table = Layout.Table("Year by year (GBP, undiscounted)", ("year", false), ("benefits", true), ("inputs", true), ("net", true));
        for (int year = 0; year < result.BenefitsByYear.Length; year++)
        {
            if (year > 0 || result.InputsByYear[0] != 0)
            {
                string name = year == 0 ? "0 (start)" : $"{year} ({result.Scenario.Appraisal.FirstYear.Plus(year - 1)})";
                table.Row([
                    name,
                    Valued(result, result.BenefitsByYear[year]),
                    Layout.Whole(result.InputsByYear[year]),
                    Valued(result, result.BenefitsByYear[year] - result.InputsByYear[year]),
                ]);
            }
        }

        console.Write(table);
        console.WriteLine();
    }

    private static void Inputs(IAnsiConsole console, SroiResult result)
    {
        Table table = Layout.Table("Inputs (GBP)", ("input", false), ("paid by", false), ("kind", false), ("present value", true));
        foreach (InputResult input in result.Inputs)
        {
            Input row = input.Value.Input;
            table.Row([
                $"{row.Label}{(row.IsBaseline ? " (usual care)" : "")}",
                row.PaidBy.Label,
                row.Kind == InputKind.Cash ? "cash" : "in kind",
                Layout.Whole(input.PresentValue),
            ]);
        }

        table.Row(["total", "", "", Layout.Whole(result.PresentValueInputs)], "bold");
        console.Write(table);
        console.WriteLine();
    }

    private static void Ledger(IAnsiConsole console, SroiResult result)
    {
        Table table = Layout.Table(
            "Who pays, who gains (present values, GBP)",
            ("party", false),
            ("pays", true),
            ("gains", true),
            ("net", true),
            ("transfers", true),
            ("cashable", true)
        );
        foreach (LedgerResult line in result.Ledger.Where(l => l.Pays != 0 || l.Gains != 0))
        {
            table.Row([
                $"{line.Party.Label}{(line.Party.IsPublic ? " (public)" : "")}",
                Layout.Whole(line.Pays),
                Valued(result, line.Gains),
                Valued(result, line.Nets),
                Layout.Whole(line.TransfersReceived - line.TransfersPaid),
                Layout.Whole(line.Cashable),
            ]);
        }

        table.Row(
            [
                "society",
                Layout.Whole(result.PresentValueInputs),
                Valued(result, result.PresentValueBenefits),
                Valued(result, result.PresentValueBenefits - result.PresentValueInputs),
                "0",
                Layout.Whole(result.Ledger.Sum(l => l.Cashable)),
            ],
            "bold"
        );
        console.Write(table);
        if (result.ValuesAnything)
        {
            Layout.Line(
                console,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Of the benefits {Figures.Pounds(result.Ledger.Sum(l => l.Fiscal))} are fiscal, {Figures.Pounds(result.Ledger.Sum(l => l.Economic))} economic, {Figures.Pounds(result.Ledger.Sum(l => l.Social))} social."
                ),
                "dim"
            );
        }

        console.WriteLine();
    }

    private static void NotValued(IAnsiConsole console, Scenario scenario)
    {
        if (scenario.Map.NotValued.IsEmpty)
        {
            return;
        }

        Layout.Line(console, "Real, but not valued", "bold");
        foreach (UnvaluedChange change in scenario.Map.NotValued)
        {
            Layout.Line(console, $"- {change.Change}{(change.Stakeholder is { } party ? $" ({party.Label})" : "")}: {change.Why}");
        }

        console.WriteLine();
    }

    private static void Changes(IAnsiConsole console, Scenario scenario)
    {
        Parameter[] changed = [.. scenario.Parameters.Values.Where(p => !p.Changes.IsEmpty)];
        if (changed.Length == 0)
        {
            return;
        }

        Layout.Line(console, "Changed numbers", "bold");
        foreach (Parameter parameter in changed)
        {
            foreach (string fact in ExplanationText.ChangesOf(parameter))
            {
                Layout.Line(console, $"- {parameter.Id}: {fact}");
            }
        }

        Layout.Line(
            console,
            $"What each change did: sroi compare {scenario.Id}{(scenario.Variant is { } v ? $" --variant {v.Id}" : "")}{string.Concat(scenario.Overlays.Select(o => $" --overlay {o.Id}"))}",
            "dim"
        );
        console.WriteLine();
    }

    // What was not valued is not nought.
    private static string Valued(SroiResult result, double amount) => result.ValuesAnything ? Layout.Whole(amount) : "–";

    private static string Ratio(double? ratio) => ratio is { } known ? $"{Figures.Ratio(known)} : 1" : "undefined";
}
