using Sroi.Presentation.Pages;

namespace Sroi.Hosts.Tests.Presentation;

/// <summary>Pages as plain text, small enough to see each space.</summary>
public class PageTextTests
{
    [Fact]
    public void Columns_stand_below_each_other_numbers_to_the_right()
    {
        PageTable table = new(
            "Title",
            [new("name", IsNumber: false), new("value", IsNumber: true)],
            [new(["a", "1"], Tone.Plain), new(["longer", "−1,234.5"], Tone.Strong)]
        );
        Assert.Equal(
            """
            Title
            name       value
            ------  --------
            a              1
            longer  −1,234.5
            """.ReplaceLineEndings("\n"),
            Text(new PageBlock.Table(table))
        );
    }

    [Fact]
    public void A_cell_of_several_lines_leaves_room_in_the_others()
    {
        PageTable table = new(
            null,
            [new("present\nvalue", IsNumber: true), new("why", IsNumber: false), new("", IsNumber: true)],
            [new(["1", "one\ntwo\nthree", "x"], Tone.Plain), new(["22", "", ""], Tone.Plain)]
        );
        Assert.Equal(
            """
            present  why
              value
            -------  -----  -
                  1  one    x
                     two
                     three
                 22
            """.ReplaceLineEndings("\n"),
            Text(new PageBlock.Table(table))
        );
    }

    // 110 characters fit; 27 words of three letters and their spaces are 107, and the next makes 111.
    [Fact]
    public void A_long_line_is_broken_between_words_and_keeps_its_indent()
    {
        string words = string.Join(' ', Enumerable.Repeat("abc", 30));
        Assert.Equal(
            $"{string.Join(' ', Enumerable.Repeat("abc", 27))}\n{string.Join(' ', Enumerable.Repeat("abc", 3))}",
            Text(new PageBlock.Line(words, Tone.Plain))
        );
        Assert.Equal(
            $"    {string.Join(' ', Enumerable.Repeat("abc", 26))}\n    {string.Join(' ', Enumerable.Repeat("abc", 4))}",
            Text(new PageBlock.Line("    " + words, Tone.Plain))
        );
    }

    [Fact]
    public void A_word_longer_than_a_line_is_not_broken()
    {
        string word = new('a', 150);
        Assert.Equal($"x\n{word}\ny", Text(new PageBlock.Line($"x {word} y", Tone.Plain)));
    }

    [Fact]
    public void Blocks_follow_each_other_and_the_last_room_is_left_out() =>
        Assert.Equal(
            "first\n\nsecond",
            Text(new PageBlock.Line("first", Tone.Grave), new PageBlock.Space(), new PageBlock.Line("second", Tone.Plain), new PageBlock.Space())
        );

    private static string Text(params PageBlock[] blocks) => new Page([.. blocks]).ToString();
}
