using Sroi.Parameters;
using Sroi.Parameters.Reading;
using Sroi.Quantities;

namespace Sroi.Evaluation;

/// <summary>The figures of a social return by the names that people use for them.</summary>
public static class NamedFigures
{
    extension(SocialReturn social)
    {
        /// <summary>
        /// The formula of a figure: one of the catalogue, such as <c>ratio</c> or <c>npv</c>, the id of an outcome, an input, a transfer, a party or a
        /// quantity, or the address of any step.
        /// </summary>
        /// <exception cref="UnknownNameException">There is no such figure; the nearest match is named.</exception>
        public Formula Find(string name)
        {
            Dictionary<string, Formula> known = new(StringComparer.Ordinal);
            foreach ((string id, Formula formula) in social.Headlines().Concat(social.Parts()))
            {
                known.TryAdd(id, formula);
            }

            HashSet<Formula> seen = new(ReferenceEqualityComparer.Instance);
            foreach (Formula root in known.Values.ToList())
            {
                AddSteps(root, known, seen);
            }

            return known.TryGetValue(name, out Formula? found)
                ? found
                : throw new UnknownNameException(
                    $"{social.Scenario.Id} has no figure '{name}'.{Nearest.Hint(name, known.Keys)} There are: {string.Join(", ", social.Headlines().Concat(social.Parts()).Select(f => f.Id).Where(id => !id.Contains('.')).Distinct())}."
                );
        }

        private IEnumerable<(string Id, Formula Formula)> Headlines() =>
            social.Catalogue.ForReaders.SelectMany(figure => figure.Names.Select(name => (name, social[figure])));

        private IEnumerable<(string Id, Formula Formula)> Parts() =>
            [
                .. social.Outcomes.Select(o => (o.Outcome.Id, o.PresentValue)),
                .. social.Inputs.Select(i => (i.Input.Id, i.PresentValue)),
                .. social.Transfers.Select(t => (t.Transfer.Id, t.PresentValue)),
                .. social.Ledger.Lines.Select(l => (l.Party.Id, l.Nets)),
                .. social.Scenario.Parameters.Values.SelectMany(p => new[] { (p.Name, (Formula)p), (p.Id, (Formula)p) }),
                .. social
                    .Scenario.LocalNames.Where(local => social.Scenario.Parameters.ContainsKey(local.Value))
                    .Select(local => (local.Key, (Formula)social.Scenario.Parameters[local.Value])),
            ];
    }

    private static void AddSteps(Formula formula, Dictionary<string, Formula> known, HashSet<Formula> seen)
    {
        if (!seen.Add(formula))
        {
            return;
        }

        if (formula is Formula.Named named)
        {
            known.TryAdd(named.Id, named);
            known.TryAdd(named.Id[(named.Id.LastIndexOf('.') + 1)..], named);
        }

        foreach (Formula part in formula.Parts)
        {
            AddSteps(part, known, seen);
        }
    }
}
