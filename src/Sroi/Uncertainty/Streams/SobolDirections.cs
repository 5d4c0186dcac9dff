using System.Globalization;
using System.Numerics;

namespace Sroi.Uncertainty.Streams;

/// <summary>The direction numbers of Sobol sequences, of 32 bits.</summary>
/// <remarks>S. Joe and F. Y. Kuo, "Constructing Sobol sequences with better two-dimensional projections", SIAM J. Sci. Comput. 30 (2008), 2635–2654.</remarks>
internal static class SobolDirections
{
    /// <summary>The number of dimensions.</summary>
    public const int Dimensions = 2048;

    private const int Bits = 32;

    /// <summary>The direction numbers of the first dimensions.</summary>
    public static IReadOnlyList<uint[]> First(int dimensions)
    {
        using Stream stream = typeof(SobolDirections).Assembly.GetManifestResourceStream("joe_kuo_2048.txt")!;
        using StreamReader reader = new(stream);
        List<uint[]> directions = [];
        while (directions.Count < dimensions && reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
            {
                uint[] numbers = [.. line.Split(' ').Select(number => uint.Parse(number, CultureInfo.InvariantCulture))];
                directions.Add(Of(numbers[0], numbers[1..]));
            }
        }

        return directions;
    }

    // v_j = m_j × 2^(32 − j), and beyond the initial numbers, the recurrence of the primitive polynomial of degree s.
    private static uint[] Of(uint polynomial, uint[] initial)
    {
        uint[] v = new uint[Bits];
        int degree = BitOperations.Log2(polynomial);
        for (int j = 0; j < Bits; j++)
        {
            if (degree == 0 || j < degree)
            {
                v[j] = (degree == 0 ? 1 : initial[j]) << (Bits - 1 - j);
                continue;
            }

            v[j] = v[j - degree] ^ (v[j - degree] >> degree);
            for (int k = 1; k < degree; k++)
            {
                v[j] ^= ((polynomial >> (degree - k)) & 1) * v[j - k];
            }
        }

        return v;
    }
}
