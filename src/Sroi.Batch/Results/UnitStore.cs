using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Win32.SafeHandles;
using Sroi.Files;
using Sroi.Reports;

namespace Sroi.Batch.Results;

/// <summary>
/// Finished runs by their address, in files that only grow. Each process writes its own file, a run at a time, so that a process that is
/// killed loses the runs under way and nothing else, and several can use one folder at once.
/// </summary>
/// <remarks>A run is its address, the length of its bytes, the beginning of their hash, and the bytes.</remarks>
public sealed class UnitStore : IDisposable
{
    private const string FirstLine = "sroi runs 1\n",
        AnyFirstLine = "sroi runs ";

    private const int Checksum = 8,
        Head = UnitAddress.Length + sizeof(int) + Checksum,
        MostBytes = 1 << 26;

    private readonly string _folder;
    private readonly List<SafeFileHandle> _files = [];
    private readonly List<string> _notices = [];
    private readonly Dictionary<UnitAddress, (int File, long Offset, int Length)> _known = [];
    private readonly Lock _turn = new();
    private FileStream? _own;
    private int _ownNumber;

    private UnitStore(string folder) => _folder = folder;

    /// <summary>The default folder of stored runs: SROI_STORE, or a folder in the user's home folder. It can be deleted at any time.</summary>
    public static string UsualFolder =>
        Environment.GetEnvironmentVariable("SROI_STORE") is { Length: > 0 } given
            ? Path.GetFullPath(given)
            : Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
                "sroi",
                "runs"
            );

    /// <summary>The number of finished runs.</summary>
    public int Count => _known.Count;

    /// <summary>What was passed over when it was opened, a sentence each; the runs that it may have held are computed again.</summary>
    public IReadOnlyList<string> Notices => _notices;

    /// <summary>Opens a folder, creating it if it does not exist.</summary>
    /// <exception cref="BatchException">The folder cannot be used, or a newer program wrote to it.</exception>
    public static UnitStore Open(string folder)
    {
        UnitStore store = new(folder);
        try
        {
            Directory.CreateDirectory(folder);
            foreach (string path in Directory.EnumerateFiles(folder, "*.runs").Order(StringComparer.Ordinal))
            {
                store.Index(path);
            }

            return store;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            store.Dispose();
            throw new BatchException($"The folder of finished runs, {folder}, cannot be used: {error.Message} Name another with --store DIR.", error);
        }
    }

    /// <summary>Whether a run is there.</summary>
    public bool Contains(UnitAddress address)
    {
        lock (_turn)
        {
            return _known.ContainsKey(address);
        }
    }

    /// <summary>The bytes of a run; null if it is not stored or its bytes are damaged.</summary>
    public byte[]? Read(UnitAddress address)
    {
        (int File, long Offset, int Length) place;
        SafeFileHandle file;
        lock (_turn)
        {
            if (!_known.TryGetValue(address, out place))
            {
                return null;
            }

            file = _files[place.File];
        }

        byte[] unit = new byte[Head + place.Length];
        int read = RandomAccess.Read(file, unit, place.Offset);
        return read == unit.Length && Sum(unit).SequenceEqual(unit.AsSpan(Head - Checksum, Checksum)) ? unit[Head..] : null;
    }

    /// <summary>Keeps a run. Once this returns, the operating system has it.</summary>
    /// <exception cref="BatchException">It cannot be written, since the disk is full for one; what was kept before is kept.</exception>
    public void Append(UnitAddress address, byte[] bytes)
    {
        byte[] unit = new byte[Head + bytes.Length];
        address.CopyTo(unit);
        BinaryPrimitives.WriteInt32LittleEndian(unit.AsSpan(UnitAddress.Length), bytes.Length);
        bytes.CopyTo(unit, Head);
        Sum(unit).CopyTo(unit.AsSpan(Head - Checksum));
        lock (_turn)
        {
            try
            {
                _own ??= Begin();
                _known[address] = (_ownNumber, Written(_own, unit), bytes.Length);
            }
            catch (Exception error) when (UnwrittenFileException.IsRefusal(error))
            {
                string why = UnwrittenFileException.InWords(error.InnerException ?? error);
                throw new BatchException(
                    $"A finished run could not be written to {_folder}: {why}. What was written before is kept; make room, or name another folder with --store DIR, and start again.",
                    error
                );
            }
        }
    }

    /// <summary>Closes its files.</summary>
    public void Dispose()
    {
        _own?.Dispose();
        foreach (SafeFileHandle file in _files)
        {
            file.Dispose();
        }
    }

    // The hash is over all but itself.
    private static byte[] Sum(byte[] unit)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(unit, 0, Head - Checksum);
        hash.AppendData(unit, Head, unit.Length - Head);
        return hash.GetHashAndReset()[..Checksum];
    }

    // The start of the record. If the disk is full, a partial record is removed, so that a later run does not follow half a run.
    private static long Written(FileStream file, byte[] unit)
    {
        long offset = file.Position;
        try
        {
            file.Write(unit);
            return offset;
        }
        catch
        {
            file.SetLength(offset);
            file.Position = offset;
            throw;
        }
    }

    // The next free number.
    private FileStream Begin()
    {
        for (int number = 1; ; number++)
        {
            string path = Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"{number:D6}.runs"));
            if (File.Exists(path))
            {
                continue;
            }

            try
            {
                // Not buffered: each run is handed over whole.
                return Begun(new(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0));
            }
            catch (IOException error) when (error is not UnwrittenFileException && File.Exists(path))
            {
                // Another process was quicker.
            }
        }
    }

    private FileStream Begun(FileStream file)
    {
        try
        {
            file.Write(Encoding.ASCII.GetBytes(FirstLine));
            _ownNumber = _files.Count;
            _files.Add(File.OpenHandle(file.Name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            return file;
        }
        catch (Exception error) when (UnwrittenFileException.IsRefusal(error))
        {
            file.Dispose();
            WholeFiles.Discard(file.Name);
            throw new UnwrittenFileException(file.Name, error);
        }
    }

    // One bad file in a shared folder stops no user: it is skipped, and its runs are computed again.
    private void Index(string path)
    {
        try
        {
            using FileStream file = UserFile.Open(path);
            byte[] first = new byte[FirstLine.Length];
            string line = Encoding.ASCII.GetString(first, 0, file.ReadAtLeast(first, first.Length, throwOnEndOfStream: false));
            if (line == FirstLine)
            {
                Index(path, file);
            }
            else if (FirstLine.StartsWith(line, StringComparison.Ordinal))
            {
                // Another process has just begun it.
            }
            else if (line.StartsWith(AnyFirstLine, StringComparison.Ordinal))
            {
                throw new BatchException(
                    $"{path} was written by a newer version of sroi. Use that version, or name another folder with --store DIR."
                );
            }
            else
            {
                _notices.Add($"{path} holds no finished runs: {SetAside(path)} Runs that it may have contained will be computed again.");
            }
        }
        catch (UnreadableFileException error)
        {
            _notices.Add($"{path} was skipped: {error.Message} Runs that it may have contained will be computed again.");
        }
    }

    private static string SetAside(string path)
    {
        try
        {
            File.Move(path, path + ".damaged", overwrite: true);
            return $"it was renamed {Path.GetFileName(path)}.damaged and can be deleted.";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "it is passed over.";
        }
    }

    // An incomplete record at the end, from a killed process, is skipped.
    private void Index(string path, FileStream file)
    {
        int number = _files.Count;
        _files.Add(File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        byte[] head = new byte[Head];
        while (file.ReadAtLeast(head, Head, throwOnEndOfStream: false) == Head)
        {
            int length = BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(UnitAddress.Length));
            if (length is < 0 or > MostBytes || file.Position + length > file.Length)
            {
                return;
            }

            _known[UnitAddress.Of(head)] = (number, file.Position - Head, length);
            file.Seek(length, SeekOrigin.Current);
        }
    }
}
