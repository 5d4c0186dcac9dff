namespace Sroi.Parameters.Reading;

/// <summary>
/// The folder <c>own</c> within a folder of parameters, which is the user's and is never shipped: parties (<c>parties.yaml</c>), discount rates
/// (<c>discounting.yaml</c>), price indices (<c>price_indices.yaml</c>), and a folder for each bank of values, with <c>bank.yaml</c> in it.
/// </summary>
internal sealed class OwnFolder(string library)
{
    /// <summary>Its name.</summary>
    public const string Name = "own";

    private static readonly string[] NotParameters = ["parties.yaml", "price_indices.yaml", "discounting.yaml", "optimism_bias.yaml", "bank.yaml"];

    private readonly Dictionary<string, ValueBank> _banks = new(StringComparer.Ordinal);

    /// <summary>Whether a file of the folder holds something else than numbers.</summary>
    public static bool IsOther(string[] parts) => parts[0] == Name && NotParameters.Contains(parts[^1] + ".yaml");

    /// <summary>The bank that a number is from; null for any other number.</summary>
    public ValueBank? BankOf(string id) => id.Split('.') is [Name, var bank, _, _, ..] ? _banks.GetValueOrDefault(bank) : null;

    /// <summary>Reads what the banks say of themselves; a folder of numbers that says nothing is a problem.</summary>
    public void ReadBanks(Func<string, ProblemList, YamlMap?> read, Func<string, string> shown, ProblemList problems)
    {
        string folder = Path.Combine(library, Name);
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (string bank in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            string path = Path.Combine(bank, "bank.yaml");
            if (!File.Exists(path))
            {
                problems.Add(
                    shown(bank),
                    line: null,
                    "a folder of your own numbers needs a file bank.yaml that says under which licence they are.",
                    "Write: title: …, licence: ours alone, quote: no."
                );
            }
            else if (read(path, problems) is { } map)
            {
                Fields fields = new(ParameterForms.Bank, map, shown(path), "", problems);
                if (fields.Text("title") is { } title && fields.Text("licence") is { } licence)
                {
                    string id = Path.GetFileName(bank);
                    _banks[id] = new(id, title, licence, fields.YesNo("quote") == true);
                }
            }
        }
    }
}
