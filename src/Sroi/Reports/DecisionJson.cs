using System.Collections.Immutable;
using System.Text.Json;
using Sroi.Model;
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
            json.WriteNumber("evpi", evpi.Value.Value * reach.Factor);
            json.WriteNumber("evpi_se", evpi.Value.StandardError * reach.Factor);
            json.WriteEndObject();
            json.WriteObjects("alternatives", evpi.Alternatives, alternative => Alternative(json, alternative));
            json.WriteObjects("evppi", inputs, row => Known(json, row, reach));
            json.WriteObjects("research", research, row => Research(json, row));
            json.WriteEndObject();
        });

    /// <summary>The JSON text of an acceptability curve.</summary>
    public static string Write(AcceptabilityCurve curve) =>
        JsonText.Write(json =>
        {
            json.WriteStartObject();
            Head(json, curve.Decision);
            json.WriteObjects(
                "options",
                curve.Options,
                option =>
                {
                    json.WriteString("name", option.Name);
                    json.WriteEstimate("probability_npv_positive", option.ProbabilityNpvPositive);
                    json.WriteNumber("share_inputs_not_positive", option.ShareInputsNotPositive);
                }
            );
            json.WriteObjects(
                "points",
                curve.Points,
                point =>
                {
                    json.WriteNumber("ratio", point.Ratio);
                    json.WriteString("frontier", point.Frontier);
                    json.WriteObjects(
                        "alternatives",
                        point.Alternatives,
                        one =>
                        {
                            json.WriteString("name", one.Name);
                            json.WriteEstimate("probability_reached", one.ProbabilityReached);
                            json.WriteEstimate("probability_best", one.ProbabilityBest);
                            json.WriteNumber("mean_net_benefit", one.MeanNetBenefit);
                            json.WriteNumber("expected_loss", one.ExpectedLoss);
                        }
                    );
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
            json.WriteObjects("alternatives", comparison.Alternatives, alternative => Alternative(json, alternative));
            json.WriteObjects("compared", comparison.Options, option => Option(json, option));
            json.WriteObjects("increments", comparison.Increments, increment => Increment(json, increment));
            json.WriteObjects(
                "frontier",
                comparison.Frontier,
                step =>
                {
                    json.WriteString("name", step.Name);
                    json.WriteNumber("present_value_inputs", step.Inputs);
                    json.WriteNumber("present_value_benefits", step.Benefits);
                    json.WriteString("standing", Names.Of(step.Standing));
                    json.WriteNullable("against", step.Against);
                    json.WriteNullable("incremental_ratio", step.IncrementalRatio);
                }
            );
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
            Total(json, "unweighted", subgroups.Unweighted);
            Total(json, "weighted", subgroups.Weighted);
            json.WriteObjects(
                "subgroups",
                subgroups.Rows,
                row =>
                {
                    json.WriteString("dimension", Names.Of(row.Dimension));
                    json.WriteString("id", row.Id);
                    json.WriteString("label", row.Label);
                    json.WriteNullable("share_of_benefits", row.ShareOfBenefits);
                    Figure(json, "benefits", row.Benefits);
                    Figure(json, "inputs", row.Inputs);
                    Figure(json, "net", row.Net);
                    json.WriteEstimate("probability_net_positive", row.ProbabilityNetPositive);
                    Figure(json, "weighted_net", row.WeightedNet);
                }
            );
            json.WriteEndObject();
        });

    private static void Head(Utf8JsonWriter json, Decision decision)
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
            }
        );
    }

    private static void Alternative(Utf8JsonWriter json, ExpectedAlternative alternative)
    {
        json.WriteString("name", alternative.Name);
        json.WriteEstimate("net_present_value", alternative.NetPresentValue);
        json.WriteEstimate("probability_best", alternative.ProbabilityBest);
        json.WriteEstimate("expected_loss", alternative.ExpectedLoss);
    }

    private static void Known(Utf8JsonWriter json, Evppi row, DecisionReach reach)
    {
        VarianceJson.Group(json, row.Group);
        json.WriteEstimate("value", row.Value);
        json.WriteNumber("share_of_evpi", row.ShareOfEvpi);
        json.WriteNumber("over_reach", row.Value.Value * reach.Factor);
        json.WriteNumber("over_reach_se", row.Value.StandardError * reach.Factor);
        json.WriteNumber("explained", row.Explained);
        json.WritePropertyName("nested");
        if (row.Nested is not { } nested)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteEstimate("value", nested.Value);
        json.WriteNumber("outer", nested.Outer);
        json.WriteNumber("inner", nested.Inner);
        json.WriteNumber("distance_in_standard_errors", nested.DistanceFrom(row.Value));
        json.WriteEndObject();
    }

    private static void Research(Utf8JsonWriter json, ResearchPriority row)
    {
        VarianceJson.Group(json, row.Group);
        json.WriteEstimate("worth", row.Worth);
        json.WriteNumber("cost", row.Cost);
        json.WriteNumber("net", row.Net);
        json.WriteString("verdict", Names.Of(row.Verdict));
    }

    private static void Option(Utf8JsonWriter json, ComparedOption option)
    {
        json.WriteString("name", option.Name);
        json.WriteString("title", option.Title);
        json.WriteString("delivery_model", DeliveryModels.Name(option.DeliveryModel));
        Figure(json, "present_value_benefits", option.Benefits);
        Figure(json, "present_value_inputs", option.Inputs);
        Figure(json, "net_present_value", option.NetPresentValue);
        Figure(json, "sroi_ratio", option.Ratio);
        json.WriteEstimate("probability_npv_positive", option.ProbabilityNpvPositive);
        json.WriteEstimate("probability_best", option.ProbabilityBest);
        json.WriteEstimate("expected_loss", option.ExpectedLoss);
    }

    private static void Increment(Utf8JsonWriter json, OptionIncrement increment)
    {
        json.WriteString("name", increment.Name);
        json.WriteString("against", increment.Against);
        Figure(json, "present_value_benefits", increment.Benefits);
        Figure(json, "present_value_inputs", increment.Inputs);
        Figure(json, "net_present_value", increment.NetPresentValue);
        Figure(json, "incremental_ratio", increment.Ratio);
        json.WriteEstimate("probability_better", increment.ProbabilityBetter);
        json.WriteString("dominance", Names.Of(increment.Dominance));
    }

    private static void Total(Utf8JsonWriter json, string name, SubgroupTotal? total)
    {
        json.WritePropertyName(name);
        if (total is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        Figure(json, "present_value_benefits", total.Benefits);
        Figure(json, "present_value_inputs", total.Inputs);
        Figure(json, "net_present_value", total.NetPresentValue);
        Figure(json, "sroi_ratio", total.Ratio);
        json.WriteEndObject();
    }

    private static void Figure(Utf8JsonWriter json, string name, DrawnFigure? figure)
    {
        json.WritePropertyName(name);
        if (figure is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteNullable("base", figure.Base);
        json.WriteEstimate("mean", figure.Mean);
        json.WriteNullable("p2_5", figure.Low);
        json.WriteNullable("p97_5", figure.High);
        json.WriteEndObject();
    }
}
