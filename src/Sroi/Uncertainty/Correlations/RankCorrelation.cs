namespace Sroi.Uncertainty.Correlations;

/// <summary>Rank correlations of two samples.</summary>
internal static class RankCorrelation
{
    /// <summary>Spearman's ρ: the correlation of the ranks; ties share the mean rank.</summary>
    public static double Spearman(double[] first, double[] second)
    {
        double[] a = Ranks(first),
            b = Ranks(second);
        double mean = (a.Length - 1) / 2.0,
            product = a.Zip(b, (x, y) => (x - mean) * (y - mean)).Sum(),
            squareA = a.Sum(x => (x - mean) * (x - mean)),
            squareB = b.Sum(y => (y - mean) * (y - mean));
        return squareA > 0 && squareB > 0 ? product / Math.Sqrt(squareA * squareB) : 0;
    }

    /// <summary>Kendall's τ-b, which allows for ties (Knight 1966: counts the exchanges of a merge sort).</summary>
    public static double Kendall(double[] first, double[] second)
    {
        int n = first.Length;
        int[] order = [.. Enumerable.Range(0, n).OrderBy(i => first[i]).ThenBy(i => second[i])];
        double[] b = [.. order.Select(i => second[i])];
        double pairs = n * (n - 1.0) / 2,
            tiedA = TiedPairs([.. order.Select(i => first[i])], (x, y) => x.Equals(y)),
            tiedB = TiedPairs([.. b.Order()], (x, y) => x.Equals(y)),
            tiedBoth = TiedPairs([.. order.Select(i => (first[i], second[i]))], (x, y) => x.Equals(y)),
            exchanges = Exchanges(b, new double[n], 0, n);
        double excess = pairs - tiedA - tiedB + tiedBoth - (2 * exchanges);
        return pairs > tiedA && pairs > tiedB ? excess / Math.Sqrt((pairs - tiedA) * (pairs - tiedB)) : 0;
    }

    private static double[] Ranks(double[] values)
    {
        int[] order = [.. Enumerable.Range(0, values.Length).OrderBy(i => values[i])];
        double[] ranks = new double[values.Length];
        for (int from = 0, to; from < order.Length; from = to)
        {
            to = from + 1;
            while (to < order.Length && values[order[to]].Equals(values[order[from]]))
            {
                to++;
            }

            for (int i = from; i < to; i++)
            {
                ranks[order[i]] = (from + to - 1) / 2.0;
            }
        }

        return ranks;
    }

    private static double TiedPairs<T>(T[] sorted, Func<T, T, bool> isSame)
    {
        double pairs = 0;
        int run = 1;
        for (int i = 1; i <= sorted.Length; i++)
        {
            if (i < sorted.Length && isSame(sorted[i], sorted[i - 1]))
            {
                run++;
            }
            else
            {
                pairs += run * (run - 1.0) / 2;
                run = 1;
            }
        }

        return pairs;
    }

    private static double Exchanges(double[] values, double[] room, int from, int to)
    {
        if (to - from < 2)
        {
            return 0;
        }

        int middle = (from + to) / 2;
        double exchanges = Exchanges(values, room, from, middle) + Exchanges(values, room, middle, to);
        int left = from,
            right = middle;
        for (int at = from; at < to; at++)
        {
            bool takesLeft = left < middle && (right == to || values[left] <= values[right]);
            if (!takesLeft)
            {
                exchanges += middle - left;
            }

            room[at] = takesLeft ? values[left++] : values[right++];
        }

        Array.Copy(room, from, values, from, to - from);
        return exchanges;
    }
}
