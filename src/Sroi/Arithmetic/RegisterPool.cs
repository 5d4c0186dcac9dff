using System.Collections.Concurrent;

namespace Sroi.Arithmetic;

/// <summary>
/// A pool of registers and tables: in thousands of consecutive runs, allocating them would take much of the time.
/// </summary>
internal static class RegisterPool
{
    // As many of each size as threads may work at once, and a limited number of sizes.
    private const int MostOfSize = 16,
        MostSizes = 64;

    private static readonly ConcurrentDictionary<int, ConcurrentBag<AlignedDoubles>> s_spare = new();

    /// <summary>Registers of a length, not cleared.</summary>
    public static AlignedDoubles Rent(int length) =>
        s_spare.TryGetValue(length, out ConcurrentBag<AlignedDoubles>? spare) && spare.TryTake(out AlignedDoubles? registers)
            ? registers
            : new(length);

    /// <summary>Returns registers to the pool.</summary>
    public static void Return(AlignedDoubles registers)
    {
        if (s_spare.Count < MostSizes || s_spare.ContainsKey(registers.Length))
        {
            ConcurrentBag<AlignedDoubles> spare = s_spare.GetOrAdd(registers.Length, _ => []);
            if (spare.Count < MostOfSize)
            {
                spare.Add(registers);
            }
        }
    }
}
