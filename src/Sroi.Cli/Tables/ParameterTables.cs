using Spectre.Console;
using Sroi.Evaluation;
using Sroi.Parameters;
using Sroi.Quantities;

namespace Sroi.Cli.Tables;

/// <summary>Parameters as a person reads them.</summary>
internal static class ParameterTables
{
    public static void List(IAnsiConsole console, IReadOnlyList<Parameter> parameters)
    {
        foreach (IGrouping<string, Parameter> file in parameters.GroupBy(p => p.Id[..p.Id.LastIndexOf('.')]))
        {
            Layout.Line(console, file.Key, "bold");
            foreach (Parameter p in file)
            {
                string trust = p.Confidence == Confidence.Unstated ? "" : $", {p.Confidence.ToString().ToLowerInvariant()} confidence";
                Layout.Line(console, $"  {p.Name}: {Value(p)}{(p.PriceYear is { } year ? $" at {year} prices" : "")}{trust}");
                Layout.Line(console, $"      {p.Source?.ToString() ?? "no source"}", "dim");
            }

            console.WriteLine();
        }
    }

    public static void Show(IAnsiConsole console, Parameter parameter)
    {
        Layout.Line(console, $"{parameter.Label} [{parameter.Id}]", "bold");
        Layout.Line(
            console,
            $"  {Value(parameter)}{(parameter.PriceYear is { } year ? $" at {year} prices, uprated by {parameter.Index ?? "nothing"}" : "")}"
        );
        Distribution spread = parameter.Distribution;
        if (!spread.IsFixed)
        {
            Layout.Line(
                console,
                $"  mean {Figures.Number(spread.Mean)}, standard deviation {Figures.Number(spread.StandardDeviation)}, runs from {Bound(spread.Support.Low)} to {Bound(spread.Support.High)}"
            );
        }
        else
        {
            Layout.Line(console, "  known exactly: no spread");
        }

        foreach (string line in Uses(parameter).Concat(ExplanationText.Facts(parameter)))
        {
            Layout.Line(console, "  " + line);
        }
    }

    public static void Diff(IAnsiConsole console, Overlay overlay, IReadOnlyList<Parameter> changed)
    {
        Layout.Line(
            console,
            $"{overlay.Title}{(overlay.Author is { } author ? $" ({author}{(overlay.Date is { } date ? $", {date}" : "")})" : "")}",
            "bold"
        );
        foreach (Parameter parameter in changed)
        {
            Layout.Line(console, $"{parameter.Label} [{parameter.Id}]");
            foreach (string fact in ExplanationText.Facts(parameter))
            {
                Layout.Line(console, "  " + fact);
            }
        }

        foreach (string other in overlay.Ids.Where(id => id.StartsWith("scenarios.", StringComparison.Ordinal)))
        {
            Layout.Line(console, $"{other}: a quantity of a scenario; see sroi compare {other.Split('.')[1]} --overlay {overlay.Id}");
        }
    }

    private static string Value(Parameter p) => p.IsShare ? Figures.Percent(p.Value) : Figures.WithUnit(p.Value, p.Unit);

    private static string Bound(double bound) => double.IsInfinity(bound) ? (bound < 0 ? "minus infinity" : "infinity") : Figures.Number(bound);

    private static IEnumerable<string> Uses(Parameter p)
    {
        if (!p.Saves.IsEmpty)
        {
            yield return $"saves: {string.Join(", ", p.Saves.Select(s => p.Saves.Length == 1 ? s.Party.Label : $"{s.Party.Label} {s.Part}"))}";
        }

        if (p.Benefit is { } kind)
        {
            yield return $"benefit: {kind.ToString().ToLowerInvariant()}{(p.Cashable is { } cash ? $", {cash} cashable" : "")}";
        }

        if (p.IsTransfer)
        {
            yield return "a transfer between parties: no gain to society";
        }

        if (p.Evidence is { } e)
        {
            string[] facts =
            [
                .. new[]
                {
                    e.Measure,
                    e.Design,
                    e.MarylandScale is { } sms ? $"Maryland scale {sms}" : null,
                    e.IsControlled switch
                    {
                        true => "controlled",
                        false => "uncontrolled",
                        _ => null,
                    },
                    e.IsSelfReported == true ? "self-report" : null,
                    e.Country,
                }.OfType<string>(),
            ];
            yield return $"evidence: {string.Join(", ", facts)}";
        }

        if (p.Licence is { } licence)
        {
            yield return $"licence: {licence}";
        }

        if (p.Note is { } note)
        {
            yield return $"note: {note}";
        }
    }
}
