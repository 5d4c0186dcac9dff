using Sroi.Parameters;
using Sroi.Sensitivity;
using Sroi.Uncertainty.Streams;

namespace Sroi.Presentation;

/// <summary>Shows what a case has, and says why where it has none of it: a notebook then runs for any case to its last cell.</summary>
public static class Shown
{
    /// <summary>What is to be shown, or the sentence that says why the case has nothing of the kind.</summary>
    /// <param name="show">What is to be shown, such as <c>() =&gt; Charts.RatioDistribution(draws)</c>.</param>
    /// <example><code>Shown.OrReason(() =&gt; Charts.RatioDistribution(draws))   // Nothing is valued in sleepwell, so it has no ratio that could be drawn.</code></example>
    public static object OrReason(Func<object> show)
    {
        try
        {
            return show();
        }
        catch (Exception error) when (error is SensitivityException or SimulationException or UnknownNameException or ArgumentException)
        {
            return error.Message;
        }
    }
}
