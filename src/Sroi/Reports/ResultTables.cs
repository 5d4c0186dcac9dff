using Sroi.Evaluation;
using Sroi.Parameters;
using static Sroi.Reports.ColumnFormat;

namespace Sroi.Reports;

/// <summary>The tables of a result: figures, value map, inputs, ledger, assumptions, comparison.</summary>
public static class ResultTables
{
    /// <summary>The value map: a row for each outcome, with its value by year.</summary>
    public static ResultTable Outcomes(SroiResult result) => ResultColumns.Outcomes(result.Scenario.Appraisal.Years).Table(result.Outcomes);

    /// <summary>The inputs: a row for each, with its present value.</summary>
    public static ResultTable Inputs(SroiResult result) => ResultColumns.Inputs.Table(result.Inputs);

    /// <summary>The ledger: a row for each party.</summary>
    public static ResultTable Ledger(SroiResult result) => ResultColumns.Ledger.Table(result.Ledger);

    /// <summary>The assumptions: a row for each number, with its source.</summary>
    public static ResultTable Numbers(SroiResult result) => Parameters(result.Scenario.Parameters.Values);

    /// <summary>Parameters: a row for each, with its spread and source.</summary>
    public static ResultTable Parameters(IEnumerable<Parameter> parameters) => ResultColumns.Parameters.Table(parameters);

    /// <summary>A comparison: a row for each number that differs.</summary>
    public static ResultTable Changes(Comparison comparison) => ResultColumns.Changes.Table(comparison.Changes);

    /// <summary>Headline figures: a row for each of the catalogue.</summary>
    public static ResultTable Figures(SroiResult result) =>
        new Column<HeadlineFigure>[]
        {
            new("figure", "figure", Text, figure => figure.Id),
            new("value", "value", Number, figure => result[figure]),
            new("unit", "unit", Text, figure => figure.Unit),
            new("label", "label", Text, figure => figure.Label),
            new("meaning", "meaning", Text, figure => figure.Meaning),
        }.Table(result.SocialReturn.Catalogue.Figures);
}
