using Sroi.Evaluation;
using Sroi.Model.Reading;
using Sroi.Parameters;
using Sroi.Parameters.Reading;
using Sroi.Quantities;
using Sroi.Sensitivity;

namespace Sroi.Tests.Sensitivity;

/// <summary>The shipped scenarios and their variants, and figures at other values of their inputs.</summary>
internal static class ShippedCases
{
    private static readonly ParameterLibrary Library = ParameterLibrary.Open(TestFolder.Parameters);

    private static readonly (string Scenario, string? Variant)[] All =
    [
        .. Directory
            .EnumerateFiles(Path.Combine(TestFolder.Parameters, "scenarios"), "*.yaml")
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Order(StringComparer.Ordinal)
            .SelectMany(name =>
                Library.Scenario(name).Variants.Select(variant => (string?)variant.Id).Prepend(null).Select(variant => (name, variant))
            ),
    ];

    /// <summary>Those that value something.</summary>
    public static TheoryData<string, string?> Valued => Where(social => !social.Outcomes.IsEmpty);

    /// <summary>Those whose net present value has a spread.</summary>
    public static TheoryData<string, string?> Uncertain =>
        Where(social => !social.Outcomes.IsEmpty && social.NetPresentValue.Parameters().Any(input => !input.Distribution.IsFixed));

    /// <summary>One of them.</summary>
    public static SocialReturn Case(string scenario, string? variant = null) => SocialReturn.Of(Library.Scenario(scenario, variant));

    /// <summary>A figure with some inputs at other values, by the calculation itself.</summary>
    public static double At(this TargetFigure figure, params IReadOnlyList<(string Id, double Value)> set) =>
        new Valuation(set.ToDictionary(one => one.Id, one => one.Value)).Of(figure.Formula)!.Value;

    private static TheoryData<string, string?> Where(Func<SocialReturn, bool> condition)
    {
        TheoryData<string, string?> data = [];
        foreach ((string scenario, string? variant) in All.Where(one => condition(Case(one.Scenario, one.Variant))))
        {
            data.Add(scenario, variant);
        }

        return data;
    }
}
