namespace Sroi.Estimation;

/// <summary>Who took part, and who is compared with them.</summary>
internal static class Groups
{
    /// <summary>1 for those who took part, 0 for the others.</summary>
    /// <exception cref="ArgumentException">One of the groups is empty.</exception>
    public static double[] Column(IReadOnlyList<bool> tookPart)
    {
        int count = tookPart.Count(took => took);
        return count > 0 && count < tookPart.Count
            ? [.. tookPart.Select(took => took ? 1.0 : 0)]
            : throw new ArgumentException(
                count == 0 ? "There is no group that took part: all are in the comparison group." : "There is no comparison group: all took part."
            );
    }
}
