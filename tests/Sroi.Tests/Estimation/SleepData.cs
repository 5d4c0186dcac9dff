namespace Sroi.Tests.Estimation;

/// <summary>R's <c>sleep</c>: hours of sleep gained by ten patients under each of two drugs (Student 1908, Biometrika 6:1; Cushny and Peebles 1905).</summary>
internal static class SleepData
{
    public static readonly double[] Before = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];

    public static readonly double[] After = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

    /// <summary>Sites and groups of our own, for what needs them.</summary>
    public static readonly string[] Sites = ["A", "A", "B", "B", "B", "C", "C", "D", "D", "D"];

    public static readonly bool[] TookPart = [true, true, true, true, true, false, false, false, false, false];

    /// <summary>Changes of each patient.</summary>
    public static double[] Changes => [.. Before.Zip(After, (before, after) => after - before)];
}
