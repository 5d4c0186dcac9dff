using System.Globalization;
using Sroi.Model;
using Sroi.Parameters;
using Sroi.Parameters.Reading;
using Sroi.Uncertainty.Streams;

namespace Sroi.Uncertainty.Running;

/// <summary>Rejects simulations that are invalid or do not fit into memory, before any work is done.</summary>
internal static class SimulationLimits
{
    private const double LeastTolerance = 1e-6;

    /// <exception cref="SimulationException">The settings are invalid.</exception>
    public static void Check(Simulation simulation)
    {
        if (simulation.Sampling.Objection(simulation.Draws) is { } objection)
        {
            throw new SimulationException(objection);
        }

        if (simulation.Threads is < 1 or > 1024)
        {
            throw new SimulationException($"The number of threads must be from 1 to 1,024; found {simulation.Threads:N0}.");
        }

        if (simulation.Until is { } tolerance)
        {
            CheckTolerance(simulation, tolerance);
        }

        CheckCorrelations(simulation.SocialReturn.Scenario);
    }

    /// <exception cref="SimulationException">A correlation is invalid.</exception>
    public static void CheckCorrelations(Scenario scenario)
    {
        foreach (Correlation correlation in scenario.Correlations)
        {
            CheckCorrelation(correlation, scenario);
        }
    }

    /// <exception cref="SimulationException">The draws to keep do not fit into memory.</exception>
    public static void CheckMemory(Simulation simulation, int figures, int parameters)
    {
        if (simulation.Keep == Kept.Nothing)
        {
            return;
        }

        int columns = figures + (simulation.Keep == Kept.Parameters ? parameters : 0);
        double bytes = (double)columns * simulation.Draws * sizeof(double),
            room = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2.0;
        long most = (long)Math.Min(room / columns / sizeof(double), Array.MaxLength - (16 * Block.Size));
        if (simulation.Draws > most)
        {
            throw new SimulationException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Keeping {columns} columns of {simulation.Draws:N0} draws takes {bytes / 1e9:N1} GB; at most {most:N0} draws can be kept here. Keep fewer, or only the summaries: the draws can be made again from the seed."
                )
            );
        }
    }

    private static void CheckTolerance(Simulation simulation, double tolerance)
    {
        if (!(tolerance is >= LeastTolerance and < 1))
        {
            throw new SimulationException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The tolerance must be between {LeastTolerance * 100:0.####} % and 100 %; found {tolerance * 100:0.######} %."
                )
            );
        }

        if (simulation.Sampling == Sampling.LatinHypercube)
        {
            throw new SimulationException(
                "A Latin hypercube needs a fixed number of draws, so it cannot run until a tolerance is reached. Use philox or sobol."
            );
        }
    }

    private static void CheckCorrelation(Correlation correlation, Scenario scenario)
    {
        string between = string.Join(" and ", correlation.Between);
        if (!(correlation.Rank is >= -1 and <= 1))
        {
            throw new SimulationException(
                string.Create(CultureInfo.InvariantCulture, $"A correlation must be between −1 and 1; between {between} it is {correlation.Rank}.")
            );
        }

        if (correlation.Between.Length < 2 || correlation.Between.Distinct().Count() < correlation.Between.Length)
        {
            throw new SimulationException($"A correlation needs two or more different parameters; found {between}.");
        }

        foreach (string id in correlation.Between)
        {
            if (!scenario.Parameters.TryGetValue(id, out Parameter? parameter))
            {
                throw new SimulationException(
                    $"A correlation names {id}, which is not a parameter of {scenario.Id}.{Nearest.Hint(id, scenario.Parameters.Keys)}"
                );
            }

            if (parameter.Distribution.IsFixed)
            {
                throw new SimulationException(
                    $"A correlation names {id}, which is known exactly and cannot be correlated. Give it a distribution, or remove it from the correlation."
                );
            }
        }
    }
}
