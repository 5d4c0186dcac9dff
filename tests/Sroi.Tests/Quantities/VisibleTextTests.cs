using Sroi.Quantities;

namespace Sroi.Tests.Quantities;

/// <summary>What cannot be seen, or steers a terminal, is written out; everything else stays as it is.</summary>
public class VisibleTextTests
{
    // Escape, clear screen in C1, carriage return, right-to-left override, isolate, marks, zero width, separators, byte-order mark, a tag, half a pair.
    public static TheoryData<string, string, string> Hidden =>
        new()
        {
            { "a\u001B[2Jb", "a\\u001B[2Jb", "U+001B" },
            { "a\u009B2Jb", "a\\u009B2Jb", "U+009B" },
            { "a\0b", "a\\u0000b", "U+0000" },
            { "a\u007Fb", "a\\u007Fb", "U+007F" },
            { "a\rb", "a\\u000Db", "U+000D" },
            { "a\u0008b", "a\\u0008b", "U+0008" },
            { "a\u202Eb", "a\\u202Eb", "U+202E" },
            { "a\u2066b", "a\\u2066b", "U+2066" },
            { "a\u200Eb", "a\\u200Eb", "U+200E" },
            { "a\u061Cb", "a\\u061Cb", "U+061C" },
            { "a\u200Bb", "a\\u200Bb", "U+200B" },
            { "a\u2028b", "a\\u2028b", "U+2028" },
            { "a\u2029b", "a\\u2029b", "U+2029" },
            { "a\uFEFFb", "a\\uFEFFb", "U+FEFF" },
            { "a\U000E0041b", "a\\uDB40\\uDC41b", "U+E0041" },
            { "a\uD800b", "a\\uD800b", "U+D800" },
            { "a\r", "a\\u000D", "U+000D" },
        };

    [Theory]
    [MemberData(nameof(Hidden))]
    public void A_hidden_character_is_named_written_out_and_can_be_taken_away(string text, string visible, string name)
    {
        Assert.Equal(visible, VisibleText.Of(text));
        Assert.Equal(name, VisibleText.FirstHidden(text));
        Assert.Equal(text[0] + (text[^1] == 'b' ? "b" : ""), VisibleText.Without(text).Replace("[2J", "").Replace("2J", ""));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Café, £5 – −3 × 2 … 日本語 العربية हिन्दी 😀")]
    [InlineData("two\nlines\tand a tab\r\nand Windows'")]
    public void Text_that_can_be_seen_stays_the_same_text(string text)
    {
        Assert.Same(text, VisibleText.Of(text));
        Assert.Same(text, VisibleText.Without(text));
        Assert.Null(VisibleText.FirstHidden(text));
    }
}
