using System.Text.RegularExpressions;
using Sroi.Assurance;
using Sroi.Evaluation;
using Sroi.Model.Reading;
using Sroi.Parameters.Reading;
using Sroi.Quantities;
using Sroi.Reports;

namespace Sroi.Tests.BadInput;

/// <summary>A case that has every construct, with a word or sign replaced by something else: it is read or refused, and its figures are numbers or none.</summary>
public partial class DamagedWordTests
{
    private static readonly string[] Junk =
    [
        "",
        "0",
        "-1",
        "1e400",
        "1e308",
        "1e-308",
        ".nan",
        "[]",
        "{}",
        "[a, b]",
        "{a: b}",
        "~",
        "25",
        "0%",
        "100%",
        "'q'",
        "9999999999",
        "1..3",
        "yes",
        "people",
        "GBP",
        "share",
        "a.b.c",
        "ln(people)",
        "- x",
        "null",
        "2024-25",
        "fixed",
        "{pert: {low: 1, mode: 1, high: 1}}",
        "{lognormal: {interval: [0.00001, 99999], level: 99.99%}}",
        "{gamma: {mean: 1, sd: 100}}",
    ];

    [Fact]
    public void A_damaged_case_is_read_or_refused()
    {
        Random damage = new(20260102);
        ParameterLibrary library = ParameterLibrary.Open(TestFolder.Parameters);
        string whole = File.ReadAllText(Path.Combine(TestFolder.Root, "tests", "Sroi.Tests", "Evaluation", "everything.yaml"));
        MatchCollection words = Word().Matches(whole);
        string folder = TestFolder.Fresh();
        int read = 0,
            refused = 0;
        for (int i = 0; i < 1_500; i++)
        {
            Match word = words[damage.Next(words.Count)];
            string instead = damage.Next(4) == 0 ? words[damage.Next(words.Count)].Value : Junk[damage.Next(Junk.Length)];
            string file = Path.Combine(folder, "damaged.yaml");
            File.WriteAllText(file, whole[..word.Index] + instead + whole[(word.Index + word.Length)..]);
            try
            {
                SroiResult result = SroiResult.Of(library.Scenario(file));
                Assert.DoesNotContain("NaN", ResultJson.Write(result, Assurer.Check(result)), StringComparison.Ordinal);
                read++;
            }
            catch (Exception error) when (error is InvalidFilesException or UnfilledTemplateException or UndefinedFormulaException)
            {
                refused++;
            }
        }

        Directory.Delete(folder, recursive: true);
        Assert.True(read > 100 && refused > 700, $"{read} read, {refused} refused: the damage should do both.");
    }

    [GeneratedRegex(@"[A-Za-z0-9_.%'-]+|[\[\]{}:,]|\n")]
    private static partial Regex Word();
}
