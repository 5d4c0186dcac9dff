using Sroi.Parameters;
using Sroi.Parameters.Reading;
using Sroi.Quantities;

namespace Sroi.Model.Reading;

/// <summary>
/// A scenario in one of its variants with overlays applied, read once, so that its parameters can be changed many times without reading its files again.
/// </summary>
internal sealed class OpenCase
{
    private readonly ParameterLibrary _library;
    private readonly string _path;
    private readonly IReadOnlyList<Overlay> _overlays;
    private readonly ReadScenario _read;
    private readonly Lazy<string> _contentHash;

    private OpenCase(ParameterLibrary library, string path, IReadOnlyList<Overlay> overlays, ReadScenario read)
    {
        (_library, _path, _overlays, _read) = (library, path, overlays, read);
        _contentHash = new(() => CaseContent.Hash(library, read, overlays));
    }

    /// <summary>The scenario as the files have it.</summary>
    public Scenario Scenario => _read.Scenario;

    /// <summary>
    /// A hash of all that the files say of the case: the scenario's own file, and of the others the entries that it uses. Another entry, a comment or the
    /// layout of a file do not change it.
    /// </summary>
    public string ContentHash => _contentHash.Value;

    /// <summary>The case of a scenario.</summary>
    /// <inheritdoc cref="Scenarios" path="/exception"/>
    public static OpenCase Read(ParameterLibrary library, string nameOrPath, string? variant, IReadOnlyList<Overlay> overlays)
    {
        string path = library.Locate("scenarios", nameOrPath, "scenario");
        ReadScenario read = ScenarioReader.Open(library, path, variant, overlays);
        PrivateValues.Refuse(read.Scenario.Parameters.Values, "a batch, whose store, packages and queue keep what its runs are made of");
        return new(library, path, overlays, read);
    }

    /// <summary>Every calculation of its file, each of which must have a value.</summary>
    public IReadOnlyList<Formula> Calculations => _read.Book.Calculations;

    /// <summary>Whether the case has a number of this full id that can be changed.</summary>
    public bool CanChange(string id) => _read.Book.AtOwnPrices.ContainsKey(id);

    /// <summary>Changes a parameter of the case, at the appraisal's prices; returns null, and reports why, if the change does not fit it.</summary>
    public Parameter? Changed(ChangeEntry change, ProblemList problems) =>
        new ChangeReader(problems).Apply(_read.Book.AtOwnPrices[change.Id], change) is { } changed
            ? new Uprater(_library.Indices, new(Scenario.Appraisal.PriceYear, At: null), notices: [], problems).Bring(changed, _read.Fields)
            : null;

    /// <summary>The scenario with changes to its parameters, read again with all checks, as if the changes were another overlay.</summary>
    /// <exception cref="InvalidFilesException">The changes do not fit together.</exception>
    public Scenario With(IEnumerable<ChangeEntry> changes)
    {
        Overlay overlay = new("changes", "Changes of one run", author: null, date: null, [.. changes]);
        lock (_library)
        {
            Scenario changed = ScenarioReader.Read(_library, _path, Scenario.Variant?.Id, [.. _overlays, overlay]);
            return changed with { Overlays = Scenario.Overlays };
        }
    }
}
