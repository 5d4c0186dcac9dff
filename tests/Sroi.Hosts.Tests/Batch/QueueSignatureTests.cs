using System.IO.Compression;
using System.Security.Cryptography;
using Sroi.Batch.Plans;
using Sroi.Batch.Queue;
using Sroi.Batch.Results;
using Sroi.Parameters.Reading;

namespace Sroi.Hosts.Tests.Batch;

/// <summary>What travels through a queue is believed where it is signed with the queue's key, and unpacked where it is what was signed and not too much.</summary>
public sealed class QueueSignatureTests : IDisposable
{
    private static readonly QueueKey s_key = QueueKey.Parse(new string('a', 64)),
        s_other = QueueKey.Parse(new string('b', 64));

    private readonly PlanFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_key_is_made_once_and_read_back()
    {
        string path = _folder.PathOf("queue.key");
        QueueKey.Make(path);
        Assert.Equal(QueueKey.Read(path).Name, QueueKey.Parse(File.ReadAllText(path)).Name);
        Assert.NotEqual(s_key.Name, s_other.Name);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }

        Assert.StartsWith(
            $"No key was written to {path}: ",
            Assert.Throws<BatchException>(() => QueueKey.Make(path)).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("secret")]
    [InlineData("zzaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("１１aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void What_is_no_key_says_how_to_make_one(string text) =>
        Assert.Equal(
            $"The key of a queue is 64 hexadecimal digits (0 to 9, a to f); found {text.Length} characters. Make one with 'sroi worker key FILE'.",
            Assert.Throws<BatchException>(() => QueueKey.Parse(text)).Message
        );

    [Fact]
    public void A_job_is_signed_in_all_its_parts()
    {
        SignedJob job = new("bundle", "runs", "queue");
        string signature = job.SignedBy(s_key);
        Assert.True(job.IsSignedBy(s_key, signature));
        Assert.False(job.IsSignedBy(s_other, signature));
        Assert.False((job with { Bundle = "bundl", Runs = "eruns" }).IsSignedBy(s_key, signature));
        Assert.False((job with { Queue = "other" }).IsSignedBy(s_key, signature));
        Assert.False(job.IsSignedBy(s_key, ""));
        Assert.False(job.IsSignedBy(s_key, new string('z', 64)));
        Assert.False(job.IsSignedBy(s_key, new string('0', 64)));
    }

    [Fact]
    public void Figures_are_believed_where_they_are_signed_for_their_own_run()
    {
        UnitAddress address = UnitAddress.Of(new byte[16]),
            another = UnitAddress.Of([.. new byte[15], 1]);
        byte[] record = RunRecord.Failed("why").ToBytes(),
            signed = QueueTables.Signed(s_key, address, record);
        Assert.Equal("why", QueueTables.Record(s_key, address, signed)!.Error);
        Assert.Null(QueueTables.Record(s_key, another, signed));
        Assert.Null(QueueTables.Record(s_other, address, signed));
        Assert.Null(QueueTables.Record(s_key, address, record));
        Assert.Null(QueueTables.Record(s_key, address, []));
        signed[^1] ^= 1;
        Assert.Null(QueueTables.Record(s_key, address, signed));
    }

    [Fact]
    public void A_bundle_is_unpacked_where_it_is_that_of_its_hash()
    {
        BatchPlan plan = _folder.Plan("scenarios: [croydon_sun]\nvary:\n  '*.fading': [10%, 50%]\ndraws: 1000\nseed: 3\n");
        (byte[] zip, string hash) = WorkBundle.Pack(plan, _folder.Library());
        Assert.True(WorkBundle.IsHash(hash));
        Assert.Equal(1000, WorkBundle.Unpack(zip, hash, _folder.Out("bundle")).Bundle.Draws);
        zip[^30] ^= 1;
        Assert.Throws<UnsignedJobException>(() => WorkBundle.Unpack(zip, hash, _folder.Out("changed")));
        Assert.False(Directory.Exists(_folder.Out("changed")));
    }

    [Fact]
    public void A_bundle_brings_the_folders_of_the_user_too()
    {
        string own = Path.Combine(_folder.Out("mine"), "parameters");
        Directory.CreateDirectory(Path.Combine(own, "appraisal"));
        File.WriteAllText(Path.Combine(own, "appraisal", "parties.yaml"), "choir: {label: The choir, public: false}\n");
        ParameterLibrary library = ParameterLibrary.Open(ParameterFolders.Of([own, _folder.Parameters.Path]));
        BatchPlan plan = _folder.Plan("scenarios: [croydon_sun]\nvary:\n  '*.fading': [10%, 50%]\ndraws: 1000\nseed: 3\n");
        (byte[] zip, string hash) = WorkBundle.Pack(plan, library);
        ParameterLibrary unpacked = WorkBundle.Unpack(zip, hash, _folder.Out("bundle")).Library;
        Assert.Equal("The choir", unpacked.Parties["choir"].Label);
        Assert.Equal(2, unpacked.Folders.All.Length);
    }

    [Theory]
    [InlineData("../../x/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789")]
    [InlineData("abc")]
    public void What_has_not_the_form_of_a_hash_is_none(string text) => Assert.False(WorkBundle.IsHash(text));

    [Theory]
    [InlineData("../outside.yaml")]
    [InlineData("parameters/../../outside.yaml")]
    [InlineData("/outside.yaml")]
    [InlineData("parameters//outside.yaml")]
    [InlineData("parameters\\..\\outside.yaml")]
    [InlineData("parameters/c:outside.yaml")]
    [InlineData("parameters/out\u001bside.yaml")]
    [InlineData("elsewhere/outside.yaml")]
    [InlineData("parameters/")]
    public void A_file_that_leads_elsewhere_is_not_unpacked(string name)
    {
        byte[] zip = Zip((name, [1]));
        string hash = Convert.ToHexStringLower(SHA256.HashData(zip));
        Assert.Throws<BatchException>(() => WorkBundle.Unpack(zip, hash, _folder.Out("a/b")));
        Assert.False(Directory.Exists(_folder.Out("a/b")));
        Assert.Empty(Directory.EnumerateFiles(_folder.Out("a"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_bundle_that_unpacks_to_more_than_travels_is_refused_and_leaves_nothing()
    {
        byte[] large = new byte[90 << 20],
            bomb = Zip([.. Enumerable.Range(1, 3).Select(number => ($"parameters/{number}.yaml", large))]);
        Assert.InRange(bomb.Length, 0, 1 << 20);
        string said = Assert.Throws<BatchException>(() => BundleFiles.Unpack(bomb, _folder.Out("bomb"))).Message;
        Assert.StartsWith("The files of this batch are more than travel through a queue: ", said, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.Out("bomb")));
        Assert.Throws<BatchException>(() =>
            BundleFiles.Unpack(
                Zip([.. Enumerable.Range(0, 10_001).Select(number => ($"parameters/{number}", Array.Empty<byte>()))]),
                _folder.Out("many")
            )
        );
    }

    private static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        using MemoryStream bytes = new();
        using (ZipArchive archive = new(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in files)
            {
                using Stream to = archive.CreateEntry(name).Open();
                to.Write(content);
            }
        }

        return bytes.ToArray();
    }
}
