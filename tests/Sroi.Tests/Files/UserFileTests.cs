using Sroi.Files;

namespace Sroi.Tests.Files;

/// <summary>What is no ordinary file is refused at once with the reason, and folders whose links lead in a circle are listed once.</summary>
public sealed class UserFileTests : IDisposable
{
    private readonly string _folder = TestFolder.Fresh();

    public static TheoryData<string> Kinds => [.. OddFile.Reasons.Keys];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_is_no_ordinary_file_is_refused_at_once(string kind)
    {
        string path = Path.Combine(_folder, "odd");
        OddFile.Put(kind, path);
        UnreadableFileException error = await Assert.ThrowsAsync<UnreadableFileException>(() =>
            Task.Run(() => UserFile.Read(path)).WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken)
        );
        Assert.Contains(OddFile.Reasons[kind], error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_ordinary_file_an_empty_one_and_a_link_to_one_are_read()
    {
        string path = Path.Combine(_folder, "text"),
            empty = Path.Combine(_folder, "empty"),
            link = Path.Combine(_folder, "link");
        File.WriteAllText(path, "£5");
        File.WriteAllText(empty, "");
        File.CreateSymbolicLink(link, path);
        Assert.Equal("£5", UserFile.ReadText(path));
        Assert.Equal("£5", UserFile.ReadText(link));
        Assert.Empty(UserFile.Read(empty));
        Assert.Equal("there is no such file.", Assert.Throws<UnreadableFileException>(() => UserFile.Read(path + "s")).Message);
        Assert.Equal("there is no such file.", Assert.Throws<UnreadableFileException>(() => UserFile.Read("a\0b")).Message);
        Assert.False(UserFile.IsThere("a\0b"));
        Assert.True(Assert.Throws<UnreadableFileException>(() => UserFile.Read(path, most: 2)).IsTooLong);
    }

    // Two links to the folder above at each of forty levels are 2^40 paths.
    [Fact]
    public async Task Links_that_lead_in_a_circle_are_followed_once()
    {
        string inner = Directory.CreateDirectory(Path.Combine(_folder, "a", "b")).FullName,
            other = Directory.CreateDirectory(Path.Combine(_folder, "z")).FullName;
        File.WriteAllText(Path.Combine(inner, "one.yaml"), "");
        File.WriteAllText(Path.Combine(other, "two.yaml"), "");
        Directory.CreateSymbolicLink(Path.Combine(inner, "up"), _folder);
        Directory.CreateSymbolicLink(Path.Combine(inner, "up_again"), Path.Combine(_folder, "a"));
        Directory.CreateSymbolicLink(Path.Combine(_folder, "a", "aside"), other);
        IReadOnlyList<string> files = await Task.Run(() => UserFolder.Files(_folder, "*.yaml"), TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        Assert.Equal(["a/b/one.yaml", "z/two.yaml"], files.Select(file => Path.GetRelativePath(_folder, file)));
    }

    [Fact]
    public void A_folder_holds_what_lies_in_it_wherever_links_lead()
    {
        string inside = Directory.CreateDirectory(Path.Combine(_folder, "inside")).FullName,
            outside = Path.Combine(_folder, "outside.csv");
        File.WriteAllText(outside, "");
        File.CreateSymbolicLink(Path.Combine(inside, "link.csv"), outside);
        File.CreateSymbolicLink(Path.Combine(_folder, "other_name"), inside);
        Assert.True(UserFolder.Holds(inside, Path.Combine(inside, "deeper", "..", "runs.csv")));
        Assert.True(UserFolder.Holds(Path.Combine(_folder, "other_name"), Path.Combine(inside, "runs.csv")));
        Assert.False(UserFolder.Holds(inside, Path.Combine(inside, "link.csv")));
        Assert.False(UserFolder.Holds(inside, Path.Combine(inside, "..", "outside.csv")));
        Assert.False(UserFolder.Holds(inside, "/etc/passwd"));
    }
}
