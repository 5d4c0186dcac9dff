using System.Diagnostics;
using System.Globalization;
using System.Text;
using Sroi.Parameters.Reading;

namespace Sroi.Benchmarks;

/// <summary>Times of the commands on cases of 10, 100 and 500 outcomes: whole processes, in interleaved rounds, the median of each.</summary>
internal static class GrowthTimes
{
    private const int Rounds = 3;

    private static readonly int[] s_outcomes = [10, 100, 500];

    private static readonly (string Name, string[] Arguments, double Goal)[] s_commands =
    [
        ("run", [], 0.6),
        ("tornado", [], 1),
        ("switching", [], 1),
        ("report, 20,000 draws", ["--draws", "20000", "--seed", "1", "--out", "case.html"], 5),
    ];

    /// <summary>A row for each command.</summary>
    /// <param name="command">The path of the built command, <c>sroi</c>.</param>
    public static string Table(string command)
    {
        string folder = Directory.CreateTempSubdirectory("sroi-growth-").FullName;
        try
        {
            foreach (int outcomes in s_outcomes)
            {
                File.WriteAllText(CaseFile(folder, outcomes), GrowthCase.Text(outcomes));
            }

            Dictionary<(string, int), List<double>> times = [];
            foreach ((string name, string[] arguments, _) in Enumerable.Repeat(s_commands, Rounds).SelectMany(round => round))
            {
                foreach (int outcomes in s_outcomes)
                {
                    times.TryAdd((name, outcomes), []);
                    times[(name, outcomes)].Add(Timed(command, folder, [name.Split(',')[0], CaseFile(folder, outcomes), .. arguments]));
                }
            }

            StringBuilder table = new($"| command | {string.Join(" | ", s_outcomes.Select(n => $"{n} outcomes, s"))} | goal, s | 500 ÷ 100 |\n");
            table.AppendLine("|---|---|---|---|---|---|");
            foreach ((string name, _, double goal) in s_commands)
            {
                double[] row = [.. s_outcomes.Select(outcomes => times[(name, outcomes)].Order().ElementAt(Rounds / 2))];
                string cells = string.Join(" | ", row.Select(seconds => Invariant($"{seconds:0.00}")));
                table.AppendLine(Invariant($"| {name} | {cells} | {goal} | {row[^1] / row[^2]:0.0} |"));
            }

            return table.ToString();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string CaseFile(string folder, int outcomes) => Path.Combine(folder, $"growth_{outcomes}.yaml");

    private static double Timed(string command, string folder, string[] arguments)
    {
        ProcessStartInfo start = new(
            Path.GetFullPath(command),
            [.. arguments, "--parameters", ParameterLibrary.FindFolder(AppContext.BaseDirectory)!]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        Stopwatch watch = Stopwatch.StartNew();
        using Process process = Process.Start(start)!;
        Task<string> problems = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        double elapsed = watch.Elapsed.TotalSeconds;
        return process.ExitCode == 0 ? elapsed : throw new InvalidOperationException($"{string.Join(' ', arguments)} failed: {problems.Result}");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
