using System.Globalization;
using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Quantities;
using Sroi.Sensitivity;
using Sroi.Sensitivity.Decisions;
using Sroi.Sensitivity.OneAtATime;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Presentation.Pages;

/// <summary>Text that the pages of the analyses share.</summary>
internal static class AnalysisText
{
    private const double LeastChance = 0.001;

    /// <summary>The case, the figure and the frame.</summary>
    public static void Heading(PageBuilder page, TargetFigure figure, string what)
    {
        page.Line($"{figure.SocialReturn.Scenario.Title}{Overlaid(figure.SocialReturn)}: {what}", Tone.Strong);
        page.Line(ComparedFigures.FrameOf(figure.SocialReturn.Scenario.Appraisal) + ".", Tone.Faint);
        page.Space();
    }

    /// <summary>The variant and the overlays of a case; empty if there are none.</summary>
    public static string Overlaid(SocialReturn social)
    {
        string[] parts = [.. new[] { social.Scenario.Variant?.Title }.Concat(social.Scenario.Overlays.Select(o => o.Title)).OfType<string>()];
        return parts.Length == 0 ? "" : $" ({string.Join("; ", parts)})";
    }

    /// <summary>The variant, the overlays and the changes of a case as a command line takes them, with a space before each.</summary>
    public static string Options(Scenario scenario) =>
        (scenario.Variant is { } variant ? $" --variant {variant.Id}" : "")
        + string.Concat(scenario.Overlays.Select(overlay => $" {(overlay.Id.Contains('=') ? "--set" : "--overlay")} {Word(overlay.Named)}"))
        + string.Concat(scenario.Folders.Select(folder => $" --parameters {Word(folder)}"));

    /// <summary>A command for a case that works when it is pasted: <c>sroi explain croydon_sun ratio --variant as_claimed</c>.</summary>
    /// <param name="command">The command.</param>
    /// <param name="scenario">The case.</param>
    /// <param name="rest">What follows the scenario, such as a figure; empty for nothing.</param>
    public static string Command(string command, Scenario scenario, string rest = "") =>
        $"sroi {command} {Word(scenario.Named)}{(rest.Length == 0 ? "" : " " + rest)}{Options(scenario)}";

    /// <summary>A word of a command line, in quotes if a shell would take it apart.</summary>
    public static string Word(string text) => text.All(c => char.IsLetterOrDigit(c) || "_-./=%:+,".Contains(c)) ? text : $"\"{text}\"";

    extension(HeadlineFigure figure)
    {
        /// <summary>A value of the figure: a ratio, pounds, or a number.</summary>
        public string Shown(double? value) =>
            (figure.Kind, value) switch
            {
                (FigureKind.Ratio, { } ratio) => Figures.Ratio(ratio),
                (FigureKind.Money, { } amount) => Figures.Pounds(amount),
                (FigureKind.Time, { } time) => time.ToString(figure.Unit == "month" ? "0.0" : "0.00", CultureInfo.InvariantCulture),
                (_, { } people) => people.ToString("#,##0.#", CultureInfo.InvariantCulture),
                _ => figure.Kind is FigureKind.Ratio or FigureKind.Money ? "undefined" : "none",
            };
    }

    extension(TargetFigure figure)
    {
        /// <summary>A value of the figure: a ratio, pounds, or a number.</summary>
        public string Shown(double? value) =>
            value is not { } known ? "undefined"
            : figure.IsRatio ? Figures.Ratio(known)
            : figure.Formula.Unit.MoneyPower == 1 ? Figures.Pounds(known)
            : Figures.Number(known);

        /// <summary>A value to the digits that an error allows.</summary>
        public string Shown(Estimate value) =>
            figure.IsRatio ? Figures.Ratio(value.Value, value.StandardError)
            : figure.Formula.Unit.MoneyPower == 1 ? Figures.Pounds(value.Value, value.StandardError)
            : Figures.Number(value.Value);

        /// <summary>What is to be reached, in words: <c>a net present value of £0</c>.</summary>
        public string Goal =>
            $"{figure.Label} = {(figure is { IsRatio: false, Threshold: 0 } ? (figure.Formula.Unit.MoneyPower == 1 ? "£0" : "0") : figure.Shown(figure.Threshold))}";
    }

    extension(VariedParameter input)
    {
        /// <summary>A value of the number in few digits.</summary>
        public string Short(double value) =>
            input.IsShare ? Figures.Percent(value, 0.001).Replace('-', '−')
            : input.Unit.MoneyPower == 1 ? Figures.Pounds(value)
            : Figures.Short(value);

        /// <summary>Its name: the last part of its id; of one of several shares its label, since others may have shares of the same name.</summary>
        public string Name => input.ShareOf is null ? Last(input.Id) : input.Label;

        /// <summary>Its name, and below it its unit where that is not seen from the values.</summary>
        public string NameAndUnit => input.Name + (input.Unit.IsNone || input.Unit.Text == "GBP" ? "" : $"\n  {input.Unit}");
    }

    extension(TornadoBar bar)
    {
        /// <summary>What moves, in words; of shares that sum to one, that all of them do, and by which the bar goes.</summary>
        public string Label =>
            bar.Parameter.ShareOfLabel is { } whole
                ? $"Shares of {whole}, which move together (by {Last(bar.Parameter.Id).Replace('_', ' ')})"
                : bar.Parameter.Label;
    }

    /// <summary>The name of a number or a group; of shares that sum to one, that they are such.</summary>
    public static string Name(ParameterGroup group) =>
        Last(group.Name) + (IsOfShares(group) ? $" ({group.Parameters.Length} shares, which move together)" : "");

    /// <summary>Whether a group is the shares of one whole.</summary>
    public static bool IsOfShares(ParameterGroup group) =>
        group.Parameters.Length > 1 && group.Parameters.All(id => id.StartsWith(group.Name + ".", StringComparison.Ordinal));

    extension(Decision decision)
    {
        /// <summary>The title of an option's case, or its short name where options share a title.</summary>
        public string Titled(string option)
        {
            string[] titles = [.. decision.Options.Select(one => one.SocialReturn.Scenario.Title)];
            return titles.Distinct().Count() == titles.Length
                ? decision.Options.First(one => one.Name == option).SocialReturn.Scenario.Title
                : decision.Short(option);
        }

        /// <summary>The name of an alternative, without the scenario where all options are of one.</summary>
        public string Short(string alternative)
        {
            string scenario = decision.Options[0].SocialReturn.Scenario.Id;
            bool isOfOne = decision.Options.All(option => option.SocialReturn.Scenario.Id == scenario);
            string[] starts = [$"{scenario}, ", $"{scenario} + "];
            string? start = isOfOne ? starts.FirstOrDefault(start => alternative.StartsWith(start, StringComparison.Ordinal)) : null;
            return start is null ? alternative : alternative[start.Length..];
        }
    }

    /// <summary>The last part of an id.</summary>
    public static string Last(string id) => id[(id.LastIndexOf('.') + 1)..];

    /// <summary>Words that begin a sentence or a row.</summary>
    public static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>A probability; one that is neither nought nor one is not written so.</summary>
    public static string Chance(double chance) =>
        chance is > 0 and < LeastChance ? $"under {Figures.Percent(LeastChance)}"
        : chance is > 1 - LeastChance and < 1 ? $"over {Figures.Percent(1 - LeastChance)}"
        : chance is 0 or 1 ? Figures.Percent(chance)
        : Figures.Percent(chance, LeastChance);

    public static string Chance(Estimate chance) => chance.Value is 0 or 1 ? Chance(chance.Value) : Bounded(chance);

    public static string Pounds(Estimate amount) => Figures.Pounds(amount.Value, amount.StandardError);

    /// <summary>The mean of an amount over the draws.</summary>
    public static string Mean(DrawnFigure figure) => figure.Mean is { } mean ? Pounds(mean) : "–";

    /// <summary>An end of the interval of an amount, which is known less well than the mean.</summary>
    public static string End(double? end, DrawnFigure figure) =>
        end is { } known ? Figures.Pounds(known, 5 * (figure.Mean?.StandardError ?? 0)) : "–";

    /// <summary>A percentage with a minus sign of its own, and none before nothing.</summary>
    public static string Percent(double share, double error)
    {
        string written = Figures.Percent(share, error);
        return written.Any(digit => digit is > '0' and <= '9') ? written.Replace('-', '−') : written.TrimStart('-');
    }

    /// <summary>Warns if options are not measured alike, or are variants of one service.</summary>
    public static void Comparability(PageBuilder page, Decision decision)
    {
        if (!decision.Differences.IsEmpty)
        {
            page.Line("These are not measured alike, so their ratios are not comparable:", Tone.Caution);
            foreach (string difference in decision.Differences)
            {
                page.Line($"- {difference}.", Tone.Caution);
            }
        }

        if (decision.Options.Length > 1 && decision.Options.Select(option => option.SocialReturn.Scenario.Id).Distinct().Count() == 1)
        {
            page.Line(
                "These are variants of one service. If a variant is another reading of the same evidence rather than another way to deliver it, its probability of being best shows only how far the readings differ.",
                Tone.Faint
            );
        }
    }

    /// <summary>A standard error in pounds, to two digits.</summary>
    public static string Error(Estimate amount) => amount.StandardError == 0 ? "0" : $"£{Figures.Error(amount.StandardError)}";

    /// <summary>About how many draws it takes: to two digits.</summary>
    public static string About(long draws)
    {
        double digit = Math.Pow(10, Math.Max(0, Math.Floor(Math.Log10(draws)) - 1));
        return (Math.Ceiling(draws / digit) * digit).ToString("N0", CultureInfo.InvariantCulture);
    }

    /// <summary>How to reproduce the result.</summary>
    public static void Again(PageBuilder page, string options) => page.Line($"To reproduce: {options}.", Tone.Faint);

    public static string DrawsAndSeed(Decision decision) =>
        string.Create(CultureInfo.InvariantCulture, $"--draws {decision.Draws} --seed {decision.Seed}");

    private static string Bounded(Estimate chance) =>
        chance.Value is < LeastChance or > 1 - LeastChance ? Chance(chance.Value) : Figures.Percent(chance.Value, chance.StandardError);
}
