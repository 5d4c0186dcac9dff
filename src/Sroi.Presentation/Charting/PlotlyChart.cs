using Plotly.NET;

namespace Sroi.Presentation.Charting;

/// <summary>A chart as Plotly.NET has it, from the same plain properties.</summary>
internal static class PlotlyChart
{
    public static GenericChart Of(Chart chart) =>
        GenericChart.setConfig(
            With(new Config(), PlotlyFigure.Config),
            GenericChart.setLayout(
                With(new Layout(), PlotlyFigure.Layout(chart)),
                GenericChart.ofTraceObjects(
                    false,
                    PlotlyFigure.Traces(chart).Select(trace => With(new Trace((string)trace["type"]), trace)).ToArray()
                )
            )
        );

    private static T With<T>(T target, Dictionary<string, object> properties)
        where T : DynamicObj.DynamicObj
    {
        foreach ((string name, object value) in properties.Where(entry => entry.Key != "type"))
        {
            target.SetProperty(name, value);
        }

        return target;
    }
}
