using Sroi.Notebooks.Kernel;

namespace Sroi.Hosts.Tests.Notebooks;

public sealed class CursorPositionTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(2, 3)]
    [InlineData(3, 4)]
    public void A_character_outside_the_basic_plane_is_one_on_the_wire_and_two_units_here(int characters, int units)
    {
        const string Text = "a😀b";
        Assert.Equal(units, CursorPosition.ToUtf16(Text, characters));
        Assert.Equal(characters, CursorPosition.FromUtf16(Text, units));
    }

    [Fact]
    public void A_position_beyond_the_end_is_the_end_and_one_before_the_beginning_the_beginning()
    {
        Assert.Equal((4, 0), (CursorPosition.ToUtf16("a😀b", 99), CursorPosition.ToUtf16("a😀b", -1)));
        Assert.Equal((3, 0), (CursorPosition.FromUtf16("a😀b", 99), CursorPosition.FromUtf16("a😀b", -1)));
    }
}
