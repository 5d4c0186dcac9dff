using System.Collections.Immutable;
using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Model.Reading;
using Sroi.Parameters;

namespace Sroi.Batch.Plans.Reading;

/// <summary>A case of a plan, opened.</summary>
/// <param name="Case">What it is.</param>
/// <param name="Opened">It, read.</param>
internal sealed record PlannedCase(BatchCase Case, OpenCase Opened)
{
    // No result of a run depends on what only a question about break-even reads.
    private readonly ImmutableHashSet<string> _onlyAsked = OnlyAsked(Opened.Scenario);

    /// <summary>The parameters that can be varied.</summary>
    public IEnumerable<string> Changeable => Opened.Scenario.Parameters.Keys.Where(CanVary);

    /// <summary>Whether the case has a parameter of this full id, and a run of it depends on that.</summary>
    public bool CanVary(string id) => Opened.CanChange(id) && !_onlyAsked.Contains(id);

    private static ImmutableHashSet<string> OnlyAsked(Scenario scenario)
    {
        string[] asked =
        [
            .. scenario
                .BreakEvens.Select(question => question.Outcome)
                .OfType<Outcome>()
                .SelectMany(outcome => outcome.Quantity.Parameters().Concat(outcome.Proxy.Value.Parameters()))
                .Select(parameter => parameter.Id),
        ];
        return asked.Length == 0 ? [] : [.. asked.Except(SocialReturn.Of(scenario).UsedParameters().Select(parameter => parameter.Id))];
    }
}
