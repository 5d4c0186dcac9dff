using Sroi.Evaluation;
using Sroi.Quantities;
using Sroi.Reports;

namespace Sroi.Cli.Commands;

/// <summary>How the break-even number of people was calculated, which is a solution of an equation and not a formula.</summary>
internal static class BreakEvenText
{
    /// <summary>The explanation as text.</summary>
    /// <exception cref="CommandException">The scenario does not say how many people there are.</exception>
    public static string Of(SocialReturn social)
    {
        (SroiResult result, Formula people, double now) = Read(social);
        string found = result.BreakEvenPeople is { } number ? Figures.Number(Math.Round(number, 1)) : "none";
        string net = result.NetPresentValue is { } value ? Figures.Pounds(value) : "undefined, because nothing is valued";
        return $"""
            Break-even number of people in one intake = {found}
              the number of people at which the net present value is zero, all else equal, found by solving for it
              people in one intake now = {Figures.Number(now)}
              net present value now = {net}
            """ + "\n\n" + Explanation.Of(people) + "\n";
    }

    /// <summary>The explanation as JSON.</summary>
    /// <exception cref="CommandException">The scenario does not say how many people there are.</exception>
    public static string JsonOf(SocialReturn social)
    {
        (SroiResult result, _, double now) = Read(social);
        return JsonText.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("id", "break_even_people");
            json.WriteString("label", "break-even number of people in one intake");
            json.WriteNullable("value", result.BreakEvenPeople);
            json.WriteString("unit", "person");
            json.WriteNumber("people_now", now);
            json.WriteNullable("net_present_value_now", result.NetPresentValue);
            json.WriteEndObject();
        });
    }

    private static (SroiResult Result, Formula People, double Now) Read(SocialReturn social) =>
        social.Scenario.People is { ValueOrNull: { } now } people
            ? (SroiResult.Of(social.Scenario), people, now)
            : throw new CommandException(
                $"{social.Scenario.Id} does not state a number of people ('people'), so it has no break-even number of people.",
                CommandLine.WrongCommandLine
            );
}
