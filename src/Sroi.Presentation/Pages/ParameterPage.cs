using Sroi.Evaluation;
using Sroi.Parameters;
using Sroi.Parameters.Distributions;
using Sroi.Parameters.Reading;
using Sroi.Quantities;

namespace Sroi.Presentation.Pages;

/// <summary>Parameters as a person reads them.</summary>
public static class ParameterPage
{
    /// <summary>Parameters by file, each with its source.</summary>
    public static Page List(IReadOnlyList<Parameter> parameters) => Page.Of(page => List(page, parameters));

    private static void List(PageBuilder page, IReadOnlyList<Parameter> parameters)
    {
        foreach (IGrouping<string, Parameter> file in parameters.GroupBy(p => p.Id[..p.Id.LastIndexOf('.')]))
        {
            page.Line(file.Key, Tone.Strong);
            foreach (Parameter p in file)
            {
                string trust = p.Confidence == Confidence.Unstated ? "" : $", {p.Confidence.ToString().ToLowerInvariant()} confidence";
                page.Line($"  {p.Name}: {Value(p)}{(p.PriceYear is { } year ? $" at {year} prices" : "")}{trust}");
                page.Line($"      {p.Source?.ToString() ?? "no source"}", Tone.Faint);
            }

            page.Space();
        }
    }

    /// <summary>What a search found, best first, at most a screenful.</summary>
    /// <param name="words">The words of the search.</param>
    /// <param name="found">The matches, best first.</param>
    /// <param name="gaps">Known gaps of the library, with what to do instead.</param>
    public static Page Found(string words, IReadOnlyList<FoundParameter> found, IReadOnlyList<string> gaps) =>
        Page.Of(page => Search(page, words, found, gaps));

    private static void Search(PageBuilder page, string words, IReadOnlyList<FoundParameter> found, IReadOnlyList<string> gaps)
    {
        const int Width = 80;
        // A screen has 24 lines; a gap takes about three of them, a figure two.
        int most = Math.Max(4, 10 - (gaps.Count * 2));
        foreach (string gap in gaps)
        {
            page.Line(gap);
        }

        if (found.Count + gaps.Count == 0)
        {
            page.Line($"No unit cost matches '{words}'. Try another word, or write your own figure: see parameters/README.md.");
        }

        foreach (FoundParameter one in found.Take(most))
        {
            page.Line(one.Label.Length > Width ? one.Label[..(Width - 1)] + "…" : one.Label, Tone.Strong);
            string figure = $"  {one.Id}: {one.Figure}";
            page.Line(figure.Length > Width ? figure[..(Width - 1)] + "…" : figure, Tone.Faint);
        }

        if (found.Count > most)
        {
            page.Line($"… and {found.Count - most} more for '{words}'; add a word to narrow the search.");
        }
    }

    /// <summary>One parameter with all that is known of it.</summary>
    public static Page Of(Parameter parameter) => Page.Of(page => Show(page, parameter));

    private static void Show(PageBuilder page, Parameter parameter)
    {
        page.Line($"{parameter.Label} [{parameter.Id}]", Tone.Strong);
        page.Line($"  {Value(parameter)}{(parameter.PriceYear is { } year ? $" at {year} prices, uprated by {parameter.Index ?? "nothing"}" : "")}");
        Distribution spread = parameter.Distribution;
        if (!spread.IsFixed)
        {
            page.Line(
                $"  mean {Figures.Number(spread.Mean)}, standard deviation {Figures.Number(spread.StandardDeviation)}, runs from {Bound(spread.Support.Low)} to {Bound(spread.Support.High)}"
            );
        }
        else
        {
            page.Line("  known exactly: no spread");
        }

        foreach (string line in Uses(parameter).Concat(ExplanationText.Facts(parameter)))
        {
            page.Line("  " + line);
        }
    }

    /// <summary>What an overlay changed.</summary>
    public static Page Changes(Overlay overlay, IReadOnlyList<Parameter> changed) => Page.Of(page => Diff(page, overlay, changed));

    private static void Diff(PageBuilder page, Overlay overlay, IReadOnlyList<Parameter> changed)
    {
        page.Line(
            $"{overlay.Title}{(overlay.Author is { } author ? $" ({author}{(overlay.Date is { } date ? $", {date}" : "")})" : "")}",
            Tone.Strong
        );
        foreach (Parameter parameter in changed)
        {
            page.Line($"{parameter.Label} [{parameter.Id}]");
            foreach (string fact in ExplanationText.Facts(parameter))
            {
                page.Line("  " + fact);
            }
        }

        foreach (string other in overlay.Ids.Where(id => id.StartsWith("scenarios.", StringComparison.Ordinal) || !id.Contains('.')))
        {
            string scenario = other.Contains('.') ? other.Split('.')[1] : overlay.Case!;
            page.Line($"{other}: a parameter of a scenario. Its effect:");
            page.Line($"  sroi compare {scenario} --overlay {AnalysisText.Word(overlay.Named ?? overlay.Id)}");
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

        if (p.Variation is { } variation)
        {
            yield return $"varies between {variation.Between.ToString().ToLowerInvariant()} (not how uncertain the average is): {variation.Distribution.Describe()}";
        }

        if (p.Edition is { } edition)
        {
            yield return $"edition: {edition}";
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
