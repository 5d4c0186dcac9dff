using System.Collections.Immutable;
using Sroi.Evaluation;
using Sroi.Quantities;
using Sroi.Sensitivity;
using Sroi.Sensitivity.OneAtATime;

namespace Sroi.Tests.Sensitivity;

/// <summary>A point at which one or two inputs are moved is what the whole formula gives there, whatever was moved before.</summary>
public class PointModelTests
{
    public static TheoryData<string, string?> Valued => ShippedCases.Valued;

    [Theory]
    [MemberData(nameof(Valued))]
    public void A_margin_where_inputs_move_is_that_of_the_whole_formula(string scenario, string? variant)
    {
        TargetFigure figure = TargetFigure.NetPresentValue(ShippedCases.Case(scenario, variant));
        PointModel model = new(figure);
        VariedParameter[] inputs = [.. figure.Parameters().Where(input => input.ShareOf is null)];
        foreach ((VariedParameter first, VariedParameter second) in inputs.Zip([.. inputs.Skip(1), inputs[0]]))
        {
            (double low, double high) = (first.MiddleRange().Low, second.MiddleRange().High);
            Assert.Equal(Whole(figure, (first.Id, low)), model.Margin((first, low)));
            Assert.Equal(Whole(figure, (first.Id, low), (second.Id, high)), model.Margin((first, low), (second, high)));
            Assert.Equal(Whole(figure), model.Margin());
        }
    }

    [Theory]
    [MemberData(nameof(Valued))]
    public void A_margin_that_is_linear_in_an_input_follows_its_slope(string scenario, string? variant)
    {
        TargetFigure figure = TargetFigure.NetPresentValue(ShippedCases.Case(scenario, variant));
        PointModel model = new(figure);
        double size = figure.SocialReturn.PresentValue.Value + figure.SocialReturn.PresentValueOfInputs.Value;
        foreach (VariedParameter input in figure.Parameters().Where(input => input.ShareOf is null && model.Linear.IsLinearIn(input.Id)))
        {
            double to = input.MiddleRange().High,
                rise = model.Linear.Slope(input.Id) * (to - input.Base);
            Assert.Equal(Whole(figure)!.Value + rise, Whole(figure, (input.Id, to))!.Value, 1e-11 * (Math.Abs(size) + Math.Abs(rise)));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(300)]
    public void What_is_found_of_each_input_does_not_depend_on_the_others(int outcomes)
    {
        TargetFigure figure = TargetFigure.NetPresentValue(
            SocialReturn.Of(Cases.Of([.. Enumerable.Range(0, outcomes).Select(Outcome)], [Cases.Input(100_000)]))
        );
        ImmutableArray<SwitchingValue> all = SwitchingValues.Of(figure).Values;
        Assert.Equal(figure.Parameters().Length, all.Length);
        foreach (SwitchingValue one in all.Take(40).Concat(all.TakeLast(40)))
        {
            Assert.Equal(SwitchingValues.Of(figure, one.Parameter.Id).Value, one.Value);
        }
    }

    private static Sroi.Model.Outcome Outcome(int number) =>
        Cases.Outcome(dropOff: 0.2) with
        {
            Id = $"outcome_{number}",
            Quantity = Cases.Number($"jobs_{number}", 1 + (number % 7), "job/year"),
            DropOff = Cases.Share($"drop_off_{number}", 0.05 + (number % 9 * 0.1)),
        };

    private static double? Whole(TargetFigure figure, params (string Id, double Value)[] set) =>
        new Valuation(set.ToDictionary(one => one.Id, one => one.Value)).Of(figure.Margin);
}
