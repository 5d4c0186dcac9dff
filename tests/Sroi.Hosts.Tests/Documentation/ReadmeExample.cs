using Sroi.Assurance;
using Sroi.Evaluation;
using Sroi.Model.Reading;
using Sroi.Parameters.Reading;
using Sroi.Sensitivity;
using Sroi.Sensitivity.OneAtATime;
using Sroi.Uncertainty.Running;

namespace Sroi.Hosts.Tests.Documentation;

/// <summary>The example of the README, compiled; a test compares the two texts.</summary>
internal static class ReadmeExample
{
    public static void Run(TextWriter output, string folder)
    {
        (TextWriter before, string from) = (System.Console.Out, Directory.GetCurrentDirectory());
        System.Console.SetOut(output);
        Directory.SetCurrentDirectory(Path.GetDirectoryName(folder)!);
        try
        {
            Example();
        }
        finally
        {
            Directory.SetCurrentDirectory(from);
            System.Console.SetOut(before);
        }
    }

    private static void Example()
    {
        #pragma warning disable IDE0011 // The example is as short as a reader would write it.
        // csharpier-ignore-start
        // <example>
        ParameterLibrary library = ParameterLibrary.Find();
        SocialReturn croydon = SocialReturn.Of(library.Scenario("croydon_sun"));
        Console.WriteLine($"Each pound returns £{croydon.Ratio.Value:0.00}.");
        Console.WriteLine(Explanation.Of(croydon.Find("fewer_attendances")));
        foreach (Warning weakness in Assurer.Check(SroiResult.Of(croydon))) Console.WriteLine(weakness.Message);

        SimulationResult draws = Simulation.Of(croydon, draws: 100_000, seed: 2026).Run();
        Console.WriteLine($"In 9 of 10 draws the ratio lies between {draws.SroiRatio!.Percentile(0.05).Value:0.00} and {draws.SroiRatio.Percentile(0.95).Value:0.00}.");

        TornadoBar longest = Tornado.Of(TargetFigure.NetPresentValue(croydon)).Bars[0];
        Console.WriteLine($"{longest.Parameter.Label}: from {longest.Low:N0} to {longest.High:N0} it moves the net present value by £{longest.Swing:N0}.");
        SwitchingValue people = SwitchingValues.Of(TargetFigure.Ratio(croydon, threshold: 1), "people");
        Console.WriteLine($"A pound would bring a pound with {people.Value:N0} people instead of {people.Parameter.Base:N0}.");
        // </example>
        // csharpier-ignore-end
#pragma warning restore IDE0011
    }
}
