using System.Text;
using Sroi.Parameters;
using Sroi.Quantities;

namespace Sroi.Evaluation;

/// <summary>An explanation as indented text that reads from the figure down to its sources.</summary>
public static class ExplanationText
{
    private const int Width = 100;

    // If many steps are of the same form, as in a very long appraisal, only the first are written out.
    private const int MostAlike = 15,
        MostCharacters = 3_000;

    /// <summary>The text, lines separated by <c>\n</c>.</summary>
    public static string Of(Explanation explanation)
    {
        StringBuilder text = new();
        Write(text, explanation, depth: 0);
        return VisibleText.Of(text.ToString().TrimEnd('\n'));
    }

    private static void Write(StringBuilder text, Explanation step, int depth)
    {
        string name = step.Id.Length == 0 || step.Id == step.Label ? step.Label : $"{step.Label} [{step.Id}]";
        Line(text, depth, $"{name} = {step.Shown}{(step.IsRepeated ? " (explained above)" : "")}");
        if (step.IsRepeated)
        {
            return;
        }

        if (step.Formula is { } formula && step.WithNumbers is { } numbers)
        {
            Line(text, depth + 1, $"= {Beginning(formula)}");
            if (numbers != formula)
            {
                Line(text, depth + 1, $"= {Beginning(numbers)}");
            }
        }

        foreach (string note in step.Notes)
        {
            Line(text, depth + 1, $"note: {note}");
        }

        bool isLong = step.Reasons.Length > 2 * MostAlike;
        foreach (string reason in isLong ? step.Reasons.Take(MostAlike) : step.Reasons)
        {
            Line(text, depth + 1, reason);
        }

        if (isLong)
        {
            Line(text, depth + 1, $"… and {step.Reasons.Length - MostAlike} more of the same kind; --json has all of them");
        }

        if (step.Parameter is { } parameter)
        {
            foreach (string fact in Facts(parameter))
            {
                Line(text, depth + 1, fact);
            }
        }

        int folded = step.Parts.Skip(MostAlike).Count(AddsNothing);
        bool isFolded = folded > MostAlike;
        foreach (Explanation part in step.Parts.Where((part, at) => !isFolded || at < MostAlike || !AddsNothing(part)))
        {
            Write(text, part, depth + 1);
        }

        if (isFolded)
        {
            Line(text, depth + 1, $"… and {folded} more steps of the same kind, made of what is explained above; --json has all of them");
        }
    }

    private static string Beginning(string formula) =>
        formula.Length <= MostCharacters ? formula : formula[..formula.LastIndexOf(' ', MostCharacters)] + " …";

    private static bool AddsNothing(Explanation step) => step.IsRepeated || (step.Parameter is null && step.Parts.All(AddsNothing));

    /// <summary>The facts of a parameter: spread, price conversion, changes, source, weakness and position.</summary>
    public static IEnumerable<string> Facts(Parameter parameter)
    {
        if (!parameter.Distribution.IsFixed)
        {
            yield return $"spread: {parameter.Distribution.Describe()}";
        }

        if (parameter.Uprating is { } step)
        {
            string original = Figures.WithUnit(parameter.Value / step.Factor, parameter.Unit);
            yield return $"prices: {original} brought {step}";
        }

        foreach (string change in ChangesOf(parameter))
        {
            yield return change;
        }

        yield return parameter.Source is { } source
            ? $"{(source.Kind == SourceKind.Assumption ? "assumption" : "source")}: {source}{(source.Note is { } note ? $" ({note})" : "")}"
            : "source: none given";
        if (parameter.Confidence is Confidence.Low or Confidence.Medium or Confidence.High)
        {
            yield return $"confidence: {parameter.Confidence.ToString().ToLowerInvariant()}{(parameter.Grade is { } grade ? $", GMCA grade {grade}" : "")}";
        }
        else if (!parameter.Changes.IsEmpty)
        {
            yield return "confidence: not stated";
        }

        if (parameter.Weakness is { } weakness)
        {
            yield return $"weakness: {weakness}";
        }

        if (parameter.Disclosure is { } disclosure)
        {
            yield return $"disclosure: {disclosure}";
        }

        if (parameter.At is { } at)
        {
            yield return $"written in {at}";
        }
    }

    /// <summary>Each change of a parameter: who changed it, what it was, what it is, why.</summary>
    public static IEnumerable<string> ChangesOf(Parameter parameter) =>
        parameter.Changes.Select(change =>
        {
            string was = Shown(change.Was, parameter, change.WasPriceYear),
                now = Shown(change.Is, parameter, change.IsPriceYear);
            return $"changed by {change.By}{(change.Author is { } author ? $" ({author})" : "")}: was {was}, is {now}{(change.Why is { } why ? $" ({why})" : "")}"
                + (change.Notice is { } notice ? $"; {notice}" : "");
        });

    private static string Shown(double value, Parameter parameter, PriceYear? year) =>
        (parameter.IsShare ? Figures.Percent(value) : Figures.WithUnit(value, parameter.Unit)) + (year is { } prices ? $" at {prices} prices" : "");

    // Wrapped with a hanging indent, so that a long formula or source stays readable.
    private static void Line(StringBuilder text, int depth, string content)
    {
        string indent = new(' ', Math.Min(depth, 20) * 2);
        string rest = indent + "    ";
        StringBuilder line = new(indent);
        bool isEmpty = true;
        foreach (string word in content.Split(' '))
        {
            if (!isEmpty && line.Length + 1 + word.Length > Width)
            {
                text.Append(line).Append('\n');
                line.Clear().Append(rest);
                isEmpty = true;
            }

            line.Append(isEmpty ? "" : " ").Append(word);
            isEmpty = false;
        }

        text.Append(line).Append('\n');
    }
}
