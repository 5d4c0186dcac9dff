using System.Security.Cryptography;
using System.Text;
using Sroi.Batch.Results;

namespace Sroi.Hosts.Tests.Batch;

/// <summary>Finished runs are there as long as their bytes are whole, whatever happened to whoever wrote them.</summary>
public sealed class UnitStoreTests : IDisposable
{
    private readonly string _folder = TestFolder.Fresh();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_was_kept_is_there_when_it_is_opened_again_and_several_keep_at_once()
    {
        using (
            UnitStore one = UnitStore.Open(_folder),
                other = UnitStore.Open(_folder)
        )
        {
            for (int run = 0; run < 20; run++)
            {
                (run % 2 == 0 ? one : other).Append(Address(run), Bytes(run));
            }

            Assert.Equal(Bytes(4), one.Read(Address(4)));
            Assert.Null(one.Read(Address(5)));
        }

        using UnitStore again = UnitStore.Open(_folder);
        Assert.Equal(20, again.Count);
        Assert.All(Enumerable.Range(0, 20), run => Assert.Equal(Bytes(run), again.Read(Address(run))));
    }

    [Fact]
    public void A_file_cut_short_anywhere_keeps_the_runs_before_the_cut()
    {
        Keep(3);
        string file = Assert.Single(Directory.GetFiles(_folder));
        byte[] whole = File.ReadAllBytes(file);
        int head = "sroi runs 1\n".Length,
            unit = (whole.Length - head) / 3;
        for (int length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(file, whole[..length]);
            using UnitStore store = UnitStore.Open(_folder);
            int expected = Math.Max(0, (length - head) / unit);
            Assert.Equal(expected, store.Count);
            Assert.All(Enumerable.Range(0, expected), run => Assert.Equal(Bytes(run), store.Read(Address(run))));
        }
    }

    [Fact]
    public void A_damaged_run_is_never_given_back()
    {
        Keep(1);
        string file = Assert.Single(Directory.GetFiles(_folder));
        byte[] whole = File.ReadAllBytes(file);
        for (int at = "sroi runs 1\n".Length; at < whole.Length; at++)
        {
            byte[] damaged = [.. whole];
            damaged[at] ^= 0x10;
            File.WriteAllBytes(file, damaged);
            using UnitStore store = UnitStore.Open(_folder);
            Assert.Null(store.Read(Address(0)));
        }
    }

    [Fact]
    public void What_a_newer_version_wrote_is_told()
    {
        string file = Path.Combine(_folder, "000001.runs");
        File.WriteAllText(file, "sroi runs 2\nwhatever follows");
        Assert.Equal(
            $"{file} was written by a newer version of sroi. Use that version, or name another folder with --store DIR.",
            Assert.Throws<BatchException>(() => UnitStore.Open(_folder)).Message
        );
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4_096)]
    public void A_file_of_random_bytes_is_set_aside_with_a_notice_and_stops_nothing(int length)
    {
        Keep(2);
        string file = Path.Combine(_folder, "000002.runs");
        byte[] random = new byte[length];
        new Random(1).NextBytes(random);
        File.WriteAllBytes(file, random);
        using (UnitStore store = UnitStore.Open(_folder))
        {
            Assert.Equal(
                [
                    $"{file} holds no finished runs: it was renamed 000002.runs.damaged and can be deleted. Runs that it may have contained will be computed again.",
                ],
                store.Notices
            );
            Assert.Equal(2, store.Count);
            store.Append(Address(7), Bytes(7));
        }

        using UnitStore again = UnitStore.Open(_folder);
        Assert.Empty(again.Notices);
        Assert.Equal(3, again.Count);
        Assert.Equal(Bytes(7), again.Read(Address(7)));
    }

    [Theory]
    [InlineData("a pipe")]
    [InlineData("an endless device")]
    [InlineData("a socket")]
    [InlineData("links in a circle")]
    public async Task What_is_no_file_is_passed_over_with_a_notice(string kind)
    {
        Keep(2);
        string file = Path.Combine(_folder, "000002.runs");
        OddFile.Put(kind, file);
        using UnitStore store = await Task.Run(() => UnitStore.Open(_folder), TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        Assert.Equal([$"{file} was skipped: {OddFile.Reasons[kind]} Runs that it may have contained will be computed again."], store.Notices);
        Assert.Equal(2, store.Count);
    }

    private void Keep(int runs)
    {
        using UnitStore store = UnitStore.Open(_folder);
        for (int run = 0; run < runs; run++)
        {
            store.Append(Address(run), Bytes(run));
        }
    }

    private static UnitAddress Address(int run) => UnitAddress.Of(SHA256.HashData([(byte)run]));

    private static byte[] Bytes(int run) => Encoding.UTF8.GetBytes($"the figures of run {run:D3}");
}
