namespace Sroi.Parameters.Reading;

/// <summary>Lays a user's own price indices over the shipped ones; what they replace is kept under its edition.</summary>
internal static class OwnIndices
{
    // What two editions print to four digits is the same figure.
    private const double Same = 5e-5;

    /// <summary>All indices by id. One that is replaced is kept as <c>id_edition</c>; years in which the two disagree know the earlier figure.</summary>
    public static Dictionary<string, PriceIndex> In(Dictionary<string, PriceIndex> shipped, Dictionary<string, PriceIndex> own)
    {
        foreach ((string id, PriceIndex index) in own)
        {
            if (!shipped.TryGetValue(id, out PriceIndex? old))
            {
                shipped.Add(id, index);
                continue;
            }

            string kept = $"{id}_{YamlText.Id(old.Edition ?? "shipped")}";
            shipped[kept] = old with { Id = kept, Label = $"{old.Label} ({old.Edition ?? "shipped"})" };
            PriceIndex now = index with { Chained = old.Chained, Levels = [.. index.Levels.Select(level => Revised(level, index, old))] };
            shipped[id] = now;
            foreach ((string other, PriceIndex chained) in shipped.ToList())
            {
                if (chained.Chained?.Id == id)
                {
                    shipped[other] = chained with { Chained = now };
                }
                else if (chained.Caveat is not null && other != kept && chained.Levels == old.Levels)
                {
                    // The rule of the WELLBY, which follows the deflator.
                    shipped[other] = chained with
                    {
                        Levels = now.Levels,
                    };
                }
            }
        }

        return shipped;
    }

    // Editions have other bases, so that what is compared is the change from a year that both have.
    private static IndexLevel Revised(IndexLevel level, PriceIndex index, PriceIndex old)
    {
        if (old.At(level.Start) is not { } before || index.Levels.FirstOrDefault(one => old.At(one.Start) is not null) is not { } common)
        {
            return level;
        }

        double rebased = before.Level * common.Level / old.At(common.Start)!.Level;
        return Math.Abs((level.Level / rebased) - 1) <= Same
            ? level
            : level with
            {
                Earlier = new(level.Level, index.Edition, rebased, old.Edition ?? "shipped"),
            };
    }
}
