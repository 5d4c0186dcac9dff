using System.Collections.Immutable;
using System.Text.Json;
using Sroi.Model;
using Sroi.Sensitivity;
using Sroi.Sensitivity.Decisions;

namespace Sroi.Reports;

/// <summary>Value of information, acceptability, options compared and subgroups as JSON.</summary>
public static class DecisionJson
{
    /// <summary>The JSON text of what information is worth.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="evpi">The value of perfect information.</param>
    /// <param name="inputs">The value of knowing inputs or groups.</param>
    /// <param name="reach">How many decisions it serves.</param>
    /// <param name="research">Inputs against the cost of finding them out; empty where no cost was given.</param>
    public static string Write(
        Decision decision,
        Evpi evpi,
        ImmutableArray<Evppi> inputs,
        DecisionReach reach,
        ImmutableArray<ResearchPriority> research
    ) =>
        JsonText.Write(json =>
        {
            json.WriteStartObject();
            Head(json, decision);
            json.WriteString("best_now", evpi.BestNow);
            json.WriteEstimate("probability_best_now_is_wrong", evpi.ProbabilityBestNowIsWrong);
            json.WriteEstimate("evpi", evpi.Value);
            json.WriteNullable("evpi_per_person", evpi.PerPerson);
            json.WriteNullable("draws_needed", evpi.DrawsNeeded);
            json.WriteStartObject("reach");
            json.WriteNumber("cases_per_year", reach.CasesPerYear);
            json.WriteNumber("years", reach.Years);
            json.WriteNumber("factor", reach.Factor);
            json.WriteEstimate("evpi", reach.Over(evpi.Value));
            json.WriteEndObject();
            json.WriteRows("alternatives", DecisionColumns.Alternatives, evpi.Alternatives);
            json.WriteRows("evppi", Known(reach), inputs);
            json.WriteRows("research", DecisionColumns.Research, research);
            json.WriteEndObject();
        });

    /// <summary>The JSON text of an acceptability curve.</summary>
    public static string Write(AcceptabilityCurve curve) =>
        JsonText.Write(json =>
        {
            json.WriteStartObject();
            Head(json, curve.Decision, option => AcceptableFigures.Write(json, curve.Options.First(row => row.Name == option.Name)));
            json.WriteObjects(
                "points",
                curve.Points,
                point =>
                {
                    json.WriteNumber("ratio", point.Ratio);
                    json.WriteString("frontier", point.Frontier);
                    json.WriteRows("alternatives", DecisionColumns.Acceptability, point.Alternatives);
                }
            );
            json.WriteEndObject();
        });

    /// <summary>The JSON text of options compared.</summary>
    public static string Write(OptionComparison comparison) =>
        JsonText.Write(json =>
        {
            json.WriteStartObject();
            Head(json, comparison.Decision);
            json.WriteString("against", comparison.Against);
            json.WriteRows("alternatives", DecisionColumns.Alternatives, comparison.Alternatives);
            json.WriteRows("compared", DecisionColumns.Options, comparison.Options);
            json.WriteRows("increments", DecisionColumns.Increments, comparison.Increments);
            json.WriteRows("frontier", DecisionColumns.Frontier, comparison.Frontier);
            json.WriteEndObject();
        });

    /// <summary>The JSON text of results by subgroup.</summary>
    public static string Write(Subgroups subgroups) =>
        JsonText.Write(json =>
        {
            json.WriteStartObject();
            json.WriteCase(subgroups.SocialReturn);
            json.WriteNumber("draws", subgroups.Draws);
            json.WriteNumber("seed", subgroups.Seed);
            json.WriteAny("unweighted", DecisionColumns.Totals.Part(subgroups.Unweighted));
            json.WriteAny("weighted", DecisionColumns.Totals.Part(subgroups.Weighted));
            json.WriteRows("subgroups", DecisionColumns.Subgroups, subgroups.Rows);
            json.WriteEndObject();
        });

    // Without the name, which is among the fields that identify the option.
    private static IReadOnlyList<Column<AcceptableOption>> AcceptableFigures =>
        [.. DecisionColumns.AcceptableOptions.Where(column => column.Name != "name")];

    private static void Head(Utf8JsonWriter json, Decision decision, Action<DecisionOption>? more = null)
    {
        json.WriteNumber("draws", decision.Draws);
        json.WriteNumber("seed", decision.Seed);
        json.WriteBoolean("do_nothing", decision.DoNothing == DoNothing.Included);
        json.WriteStrings("differences", decision.Differences);
        json.WriteObjects(
            "options",
            decision.Options,
            option =>
            {
                json.WriteString("name", option.Name);
                json.WriteCase(option.SocialReturn);
                json.WriteString("delivery_model", DeliveryModels.Name(option.SocialReturn.Scenario.DeliveryModel));
                more?.Invoke(option);
            }
        );
    }

    private static Column<Evppi>[] Known(DecisionReach reach) =>
        [
            .. SensitivityColumns.Group.For<ParameterGroup, Evppi>(row => row.Group),
            new("value", "worth at most", ColumnFormat.Pounds, row => row.Value),
            new("share_of_evpi", "of all", ColumnFormat.Percent, row => row.ShareOfEvpi),
            new("over_reach", "over all cases", ColumnFormat.Pounds, row => reach.Over(row.Value)),
            new("explained", "of the variance", ColumnFormat.Percent, row => row.Explained),
            new(
                "nested",
                "nested run",
                ColumnFormat.Pounds,
                row => row.Nested is { } nested ? new JsonPart(json => Nested(json, row, nested)) : null
            ),
        ];

    private static void Nested(Utf8JsonWriter json, Evppi row, NestedEvppi nested)
    {
        json.WriteEstimate("value", nested.Value);
        json.WriteNumber("outer", nested.Outer);
        json.WriteNumber("inner", nested.Inner);
        json.WriteNumber("distance_in_standard_errors", nested.DistanceFrom(row.Value));
    }
}
