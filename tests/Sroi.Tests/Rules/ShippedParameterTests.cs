using Sroi.Parameters;
using Sroi.Parameters.Reading;

namespace Sroi.Tests.Rules;

/// <summary>Every shipped number says where it comes from and how uncertain it is.</summary>
public class ShippedParameterTests
{
    private static readonly ParameterLibrary Library = ParameterLibrary.Open(TestFolder.Parameters);

    public static TheoryData<string> Ids => new(Library.Ids());

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_shipped_parameter_has_a_label_and_a_source(string id)
    {
        Parameter parameter = Library.Parameter(id);
        Assert.NotNull(parameter.Source);
        Assert.NotEqual(parameter.Name.Replace('_', ' '), parameter.Label);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Shipped_money_says_prices_index_trust_and_licence(string id)
    {
        Parameter parameter = Library.Parameter(id);
        if (parameter.Unit.IsMoney)
        {
            Assert.NotNull(parameter.PriceYear);
            Assert.Contains(parameter.Index!, Library.Indices.Keys);
            Assert.NotEqual(Confidence.Unstated, parameter.Confidence);
            Assert.NotNull(parameter.Licence);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void What_is_known_exactly_was_counted_is_set_by_law_or_is_a_definition(string id)
    {
        Parameter parameter = Library.Parameter(id);
        // A discount rate is a convention of the appraisal: nobody measures it.
        if (parameter.Distribution.IsFixed && !id.StartsWith("discounting.", StringComparison.Ordinal))
        {
            Assert.Contains(parameter.Source!.Kind, new[] { SourceKind.Statistics, SourceKind.Records, SourceKind.Definition });
        }
    }

    [Fact]
    public void There_are_two_hundred_unit_costs_and_each_says_prices_index_edition_licence_trust_and_spread()
    {
        Parameter[] costs = [.. Library.All().Where(p => p.Id.StartsWith("unit_costs.", StringComparison.Ordinal) && p.Unit.IsMoney)];
        Assert.True(costs.Length >= 200, $"{costs.Length}");
        Assert.All(costs, cost => Assert.True(cost.Note is not null || cost.Weakness is not null || cost.Distribution.IsFixed, cost.Id));
        // What names no edition is a press release, a guideline or an assumption of ours.
        Assert.True(costs.Count(cost => cost.Edition is null) <= 25, string.Join(", ", costs.Where(c => c.Edition is null).Select(c => c.Id)));
    }

    [Fact]
    public void Nothing_is_shipped_whose_licence_forbids_it() =>
        Assert.All(Library.All().Select(p => p.Licence).OfType<string>(), licence => Assert.DoesNotMatch("NC|ND", licence));

    [Fact]
    public void A_spread_that_is_a_judgement_says_so_and_one_that_is_measured_says_how()
    {
        Parameter[] spread =
        [
            .. Library.All().Where(p => p.Id.StartsWith("unit_costs.", StringComparison.Ordinal) && p.Unit.IsMoney && !p.Distribution.IsFixed),
        ];
        Assert.All(spread, p => Assert.True(Says(p, "judgement") || Says(p, "measured") || Says(p, "ours") || Says(p, "NICE"), p.Id));
    }

    private static bool Says(Parameter parameter, string word) => parameter.Note?.Contains(word, StringComparison.Ordinal) == true;
}
