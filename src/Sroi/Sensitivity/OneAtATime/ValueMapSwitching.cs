using System.Collections.Immutable;
using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Parameters;
using Sroi.Quantities;
using Sroi.Showing;

namespace Sroi.Sensitivity.OneAtATime;

/// <summary>
/// Switching values for every cell of the value map: the quantity, proxy, deadweight, displacement, attribution or drop-off of an outcome at which
/// the figure reaches its threshold (£1 : £1), all else equal.
/// </summary>
/// <remarks>A Guide to Social Return on Investment (2009, 2nd ed. 2012), stage 5.2. Each cell is varied directly, whatever formula it comes from.</remarks>
/// <param name="Figure">The figure and its threshold.</param>
/// <param name="Base">The figure at base.</param>
/// <param name="Cells">Outcome by outcome in the order of the value map, each cell in the order of its columns.</param>
public sealed record ValueMapSwitching(TargetFigure Figure, double Base, ImmutableArray<ValueMapCell> Cells) : Result
{
    private static readonly (ValueMapColumn Column, Func<Outcome, Formula> Get, Func<Outcome, Formula, Outcome> Set)[] Columns =
    [
        (ValueMapColumn.Quantity, o => o.Quantity, (o, cell) => o with { Quantity = cell }),
        (ValueMapColumn.Proxy, o => o.Proxy.Value, (o, cell) => o with { Proxy = o.Proxy with { Value = cell } }),
        (ValueMapColumn.Deadweight, o => o.Deadweight, (o, cell) => o with { Deadweight = cell }),
        (ValueMapColumn.Displacement, o => o.Displacement, (o, cell) => o with { Displacement = cell }),
        (ValueMapColumn.Attribution, o => o.Attribution, (o, cell) => o with { Attribution = cell }),
        (ValueMapColumn.DropOff, o => o.DropOff, (o, cell) => o with { DropOff = cell }),
    ];

    /// <summary>The cells of the SROI ratio's value map.</summary>
    /// <param name="social">The case.</param>
    /// <param name="ratio">The ratio to reach; 1 is £1 : £1.</param>
    /// <exception cref="SensitivityException">No outcome is valued, or the ratio is undefined in the base case.</exception>
    public static ValueMapSwitching Of(SocialReturn social, double ratio = 1)
    {
        double atBase = TargetFigure.Ratio(social, ratio).Base;
        SocialReturn ofCells = SocialReturn.Of(
            social.Scenario with
            {
                Map = social.Scenario.Map with { Outcomes = [.. social.Scenario.Map.Outcomes.Select(Celled)] },
            },
            social.Catalogue
        );
        TargetFigure figure = TargetFigure.Ratio(ofCells, ratio);
        (Outcome Outcome, ValueMapColumn Column, VariedParameter Parameter)[] cells =
        [
            .. ofCells.Scenario.Map.Outcomes.SelectMany(outcome =>
                Columns.Select(column => (outcome, column.Column, VariedParameter.Of((Parameter)((Formula.Given)column.Get(outcome)).Quantity)))
            ),
        ];
        SwitchingValue[] values = PointModel.OfEach(
            figure,
            [.. cells.Select(cell => cell.Parameter)],
            (model, parameter) => SwitchingValue.Of(figure, model, parameter)
        );
        return new(
            TargetFigure.Ratio(social, ratio),
            atBase,
            [.. cells.Zip(values, (cell, value) => new ValueMapCell(cell.Outcome.Id, cell.Column, value))]
        );
    }

    private static Outcome Celled(Outcome outcome) =>
        Columns.Aggregate(outcome, (celled, column) => column.Set(celled, Cell(outcome, column.Column, column.Get(outcome))));

    private static Parameter Cell(Outcome outcome, ValueMapColumn column, Formula formula) =>
        new($"{(outcome.IsBaseline ? "usual_care." : "")}{outcome.Id}.{NameOf(column)}", formula.Value, formula.Unit, formula.PriceYear)
        {
            Label = $"{NameOf(column).Replace('_', '-')} of {outcome.Id}",
            IsShare = column is not (ValueMapColumn.Quantity or ValueMapColumn.Proxy),
        };

    internal static string NameOf(ValueMapColumn column) => column == ValueMapColumn.DropOff ? "drop_off" : column.ToString().ToLowerInvariant();
}

/// <summary>A cell of the value map and the value at which the figure reaches its threshold.</summary>
/// <param name="Outcome">The outcome's id.</param>
/// <param name="Column">The column.</param>
/// <param name="Switching">The switching value; its parameter is the cell.</param>
public sealed record ValueMapCell(string Outcome, ValueMapColumn Column, SwitchingValue Switching);

/// <summary>Columns of the value map that hold an estimate.</summary>
public enum ValueMapColumn
{
    /// <summary>The amount of change in one full outcome year of one intake.</summary>
    Quantity,

    /// <summary>Money per unit of change.</summary>
    Proxy,

    /// <summary>The share that would have happened anyway.</summary>
    Deadweight,

    /// <summary>The share moved from elsewhere.</summary>
    Displacement,

    /// <summary>The share caused by others.</summary>
    Attribution,

    /// <summary>The share lost each year after the first.</summary>
    DropOff,
}
