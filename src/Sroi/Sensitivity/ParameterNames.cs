using System.Collections.Immutable;
using Sroi.Parameters;
using Sroi.Parameters.Reading;

namespace Sroi.Sensitivity;

/// <summary>The parameters of a figure, found by id or by name.</summary>
public static class ParameterNames
{
    extension(TargetFigure figure)
    {
        /// <summary>Every parameter that the figure depends on, with or without a spread, in ordinal order of the ids.</summary>
        public ImmutableArray<VariedParameter> Parameters()
        {
            ImmutableArray<Parameter> parameters = [.. figure.Formula.Parameters().OrderBy(parameter => parameter.Id, StringComparer.Ordinal)];
            ILookup<string?, Parameter> together = parameters.ToLookup(one => one.WeightOf);
            return
            [
                .. parameters.Select(one => one.WeightOf is null ? VariedParameter.Of(one) : VariedParameter.Share(one, [.. together[one.WeightOf]])),
            ];
        }

        /// <summary>A parameter by its full id, by its name in the scenario, or by the last part of its id if that is unambiguous.</summary>
        /// <exception cref="SensitivityException">There is no such parameter, or more than one; the nearest match is named.</exception>
        public VariedParameter Parameter(string name)
        {
            ImmutableArray<VariedParameter> all = figure.Parameters();
            string id = figure.SocialReturn.Scenario.LocalNames.GetValueOrDefault(name, name);
            VariedParameter[] found = [.. all.Where(parameter => parameter.Id == id)];
            found = found.Length > 0 ? found : [.. all.Where(parameter => parameter.Id.EndsWith("." + name, StringComparison.Ordinal))];
            return found.Length switch
            {
                1 => found[0],
                > 1 => throw new SensitivityException(
                    $"'{name}' is {string.Join(" and ", found.Select(parameter => parameter.Id))}; give the full id."
                ),
                _ => throw new SensitivityException(NotFound(figure, name, all)),
            };
        }
    }

    private static string NotFound(TargetFigure figure, string name, ImmutableArray<VariedParameter> all)
    {
        string scenario = figure.SocialReturn.Scenario.Id;
        bool isElsewhere = figure.SocialReturn.Scenario.Parameters.Keys.Any(id => id == name || id.EndsWith("." + name, StringComparison.Ordinal));
        if (isElsewhere)
        {
            return $"'{name}' is a parameter of {scenario}, but {figure.Id} does not depend on it.";
        }

        string hint = Nearest.Hint(
            name,
            all.SelectMany(parameter => new[] { Last(parameter.Id), parameter.Id }).Concat(figure.SocialReturn.Scenario.LocalNames.Keys)
        );
        return $"'{name}' is not a parameter of {figure.Id} in {scenario}.{hint} The parameters are: {string.Join(", ", all.Select(parameter => Last(parameter.Id)))}.";
    }

    private static string Last(string id) => id[(id.LastIndexOf('.') + 1)..];
}
