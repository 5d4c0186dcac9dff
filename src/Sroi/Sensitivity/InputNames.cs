using System.Collections.Immutable;
using Sroi.Parameters;
using Sroi.Parameters.Reading;

namespace Sroi.Sensitivity;

/// <summary>The inputs of a figure, and finding them by the names that people use.</summary>
public static class InputNames
{
    extension(TargetFigure figure)
    {
        /// <summary>Every number that the figure rests on, in the ordinal order of the ids, with and without a spread.</summary>
        public ImmutableArray<VariedInput> Inputs()
        {
            ImmutableArray<Parameter> parameters = [.. figure.Formula.Parameters().OrderBy(parameter => parameter.Id, StringComparer.Ordinal)];
            ILookup<string?, Parameter> together = parameters.ToLookup(one => one.WeightOf);
            return [.. parameters.Select(one => one.WeightOf is null ? VariedInput.Of(one) : VariedInput.Share(one, [.. together[one.WeightOf]]))];
        }

        /// <summary>An input by its full id, by the name that the scenario has for it, or by its last part where no other input ends so.</summary>
        /// <exception cref="SensitivityException">There is none, or several; the nearest match is named.</exception>
        public VariedInput Input(string name)
        {
            ImmutableArray<VariedInput> all = figure.Inputs();
            string id = figure.SocialReturn.Scenario.LocalNames.GetValueOrDefault(name, name);
            VariedInput[] found = [.. all.Where(input => input.Id == id)];
            found = found.Length > 0 ? found : [.. all.Where(input => input.Id.EndsWith("." + name, StringComparison.Ordinal))];
            return found.Length switch
            {
                1 => found[0],
                > 1 => throw new SensitivityException($"'{name}' is {string.Join(" and ", found.Select(input => input.Id))}; give the whole id."),
                _ => throw new SensitivityException(NotFound(figure, name, all)),
            };
        }
    }

    private static string NotFound(TargetFigure figure, string name, ImmutableArray<VariedInput> all)
    {
        string scenario = figure.SocialReturn.Scenario.Id;
        bool isElsewhere = figure.SocialReturn.Scenario.Parameters.Keys.Any(id => id == name || id.EndsWith("." + name, StringComparison.Ordinal));
        if (isElsewhere)
        {
            return $"'{name}' is a number of {scenario}, but {figure.Id} does not rest on it.";
        }

        string hint = Nearest.Hint(
            name,
            all.SelectMany(input => new[] { Last(input.Id), input.Id }).Concat(figure.SocialReturn.Scenario.LocalNames.Keys)
        );
        return $"'{name}' is no input of {figure.Id} in {scenario}.{hint} There are: {string.Join(", ", all.Select(input => Last(input.Id)))}.";
    }

    private static string Last(string id) => id[(id.LastIndexOf('.') + 1)..];
}
