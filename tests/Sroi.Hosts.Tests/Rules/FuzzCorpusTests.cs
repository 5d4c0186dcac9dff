using Sroi.Fuzz;

namespace Sroi.Hosts.Tests.Rules;

/// <summary>What afl++ found, and where it began, is read or refused; nothing else comes of it.</summary>
public class FuzzCorpusTests
{
    private static readonly string Corpus = Path.Combine(TestFolder.Root, "tests", "Sroi.Fuzz", "corpus");

    public static TheoryData<string> Names => [.. Reader.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_file_of_the_corpus_is_read_or_refused(string name)
    {
        using Reader reader = Reader.Of(name)!;
        bool[] read =
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Corpus, name))
                .Order(StringComparer.Ordinal)
                .Select(file => reader.Reads(File.ReadAllBytes(file))),
        ];
        Assert.Contains(true, read);
        Assert.Contains(false, read);
    }

    [Fact]
    public void There_is_no_other_reader() => Assert.Null(Reader.Of("spreadsheet"));
}
