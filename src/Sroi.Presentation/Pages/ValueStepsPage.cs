using Sroi.Evaluation;

namespace Sroi.Presentation.Pages;

/// <summary>From the gross value to the present value, step by step.</summary>
public static class ValueStepsPage
{
    /// <summary>The effect of each adjustment.</summary>
    public static Page Of(ValueSteps steps) => Page.Of(page => page.Add(Table(steps)));

    internal static TableBuilder Table(ValueSteps steps)
    {
        TableBuilder table = TableBuilder.Of("From gross to present value (GBP)", ("step", false), ("adds", true), ("left", true));
        double left = steps.Gross;
        table.Row(["gross value", "", Cells.Whole(left)]);
        foreach (ValueStep step in steps.Steps)
        {
            left += step.Amount;
            table.Row([step.Label, Cells.Whole(step.Amount), Cells.Whole(left)]);
        }

        table.Row(["present value", "", Cells.Whole(steps.PresentValue)], Tone.Strong);
        return table;
    }
}
