using Sroi.Arithmetic;
using Sroi.Uncertainty.Streams;

namespace Sroi.Tests.Uncertainty;

/// <summary>Random integers with an address.</summary>
public class RandomStreamTests
{
    // Salmon et al., Random123 1.14, tests/kat_vectors, lines "philox4x32 10".
    [Theory]
    [InlineData(0x0000000000000000, 0x00000000, 0x00000000, 0x00000000, 0x00000000, "6627e8d5 e169c58d bc57ac4c 9b00dbd8")]
    [InlineData(0xffffffffffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, "408f276d 41c83b0e a20bc7c6 6d5451fd")]
    [InlineData(0x299f31d0a4093822, 0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, "d16cfe09 94fdcceb 5001e420 24126ea1")]
    public void The_words_are_the_published_ones(ulong seed, uint c0, uint c1, uint c2, uint c3, string expected)
    {
        (uint a, uint b, uint c, uint d) = RandomStream.Words(seed, c0, c1, c2, c3);
        Assert.Equal(expected, $"{a:x8} {b:x8} {c:x8} {d:x8}");
    }

    // Draw k stands in block k ÷ 1,024 at place j = k mod 1,024: output word j ÷ 256 of counter 256 × block + j mod 256.
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 255)]
    [InlineData(0, 256)]
    [InlineData(7, 1023)]
    [InlineData(40_000_000, 513)]
    public void A_draw_stands_where_its_address_says(long block, int place)
    {
        const ulong seed = 0x0123456789ABCDEF,
            id = 0xFEDCBA9876543210;
        uint[] draws = new uint[Block.Size];
        RandomStream.Fill(Width.One, seed, id, block, draws);
        ulong counter = (256 * (ulong)block) + (ulong)(place % 256);
        (uint a, uint b, uint c, uint d) = RandomStream.Words(seed, (uint)counter, (uint)(counter >> 32), unchecked((uint)id), (uint)(id >> 32));
        Assert.Equal(new[] { a, b, c, d }[place / 256], draws[place]);
    }

    [Fact]
    public void Every_width_gives_the_same_integers()
    {
        uint[] one = new uint[Block.Size],
            other = new uint[Block.Size];
        foreach (long block in new long[] { 0, 1, 16_777_215, 5_000_000_000 })
        {
            RandomStream.Fill(Width.One, 1, 2, block, one);
            foreach (Width width in Widths.Supported)
            {
                RandomStream.Fill(width, 1, 2, block, other);
                Assert.Equal(one, other);
            }
        }
    }

    // The hash is part of the address of every draw ever published: it may not change.
    [Fact]
    public void The_hash_of_an_id_is_fixed()
    {
        Assert.Equal(14798237478472458175UL, StableHash.Of("unit_costs.health.ae_attendance"));
        Assert.NotEqual(StableHash.Of("a.b.c"), StableHash.Of("a.b.d"));
    }
}
