using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Sroi.Batch.Results;

namespace Sroi.Batch.Queue;

/// <summary>
/// The secret shared by senders and workers. Everything that travels through the database is signed with it (HMAC-SHA256), and unsigned content is neither
/// computed nor trusted.
/// </summary>
public sealed class QueueKey
{
    /// <summary>The length of a signature in bytes.</summary>
    internal const int SignatureLength = HMACSHA256.HashSizeInBytes;

    private const int Length = 32,
        MostCharacters = 1_024;

    private const UnixFileMode OfOwner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly byte[] _secret;

    private QueueKey(byte[] secret) => _secret = secret;

    /// <summary>A name for the key that reveals nothing of it; queues with different keys have different names.</summary>
    internal string Name => Convert.ToHexStringLower(Sign("name"))[..8];

    /// <summary>A key from its text.</summary>
    /// <param name="text">64 hexadecimal digits; space around them does not matter.</param>
    /// <exception cref="BatchException">It is no key.</exception>
    public static QueueKey Parse(string text)
    {
        string digits = text.Trim();
        return digits.Length == 2 * Length && digits.All(char.IsAsciiHexDigit)
            ? new(Convert.FromHexString(digits))
            : throw new BatchException(
                $"The key of a queue is {2 * Length} hexadecimal digits (0 to 9, a to f); found {digits.Length} characters. Make one with 'sroi worker key FILE'."
            );
    }

    /// <summary>The key in a file.</summary>
    /// <exception cref="BatchException">The file does not exist or cannot be read.</exception>
    public static QueueKey Read(string path)
    {
        try
        {
            using StreamReader file = new(path);
            char[] text = new char[MostCharacters];
            return Parse(new string(text, 0, file.ReadBlock(text)));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BatchException(
                $"The key of the queue cannot be read from {path}: {error.Message} Make one with 'sroi worker key FILE'.",
                error
            );
        }
    }

    /// <summary>Makes a new key in a file that only its owner can read.</summary>
    /// <exception cref="BatchException">There is a file already, or it cannot be written.</exception>
    public static void Make(string path)
    {
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OfOwner;
        }

        try
        {
            using FileStream file = new(path, options);
            file.Write(Encoding.ASCII.GetBytes(RandomNumberGenerator.GetHexString(2 * Length, lowercase: true) + "\n"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BatchException($"No key was written to {path}: {error.Message} Name a file that does not exist yet.", error);
        }
    }

    /// <summary>Signs something.</summary>
    /// <param name="kind">The kind of content: a signature of one kind is not valid for another.</param>
    /// <param name="parts">Its parts, in their order.</param>
    internal byte[] Sign(string kind, params ReadOnlySpan<byte[]> parts)
    {
        using IncrementalHash hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _secret);
        hash.AppendData(Encoding.UTF8.GetBytes($"sroi queue {kind}\0"));
        byte[] length = new byte[sizeof(long)];
        foreach (byte[] part in parts)
        {
            // So that no two lists of parts are the same bytes.
            BinaryPrimitives.WriteInt64LittleEndian(length, part.LongLength);
            hash.AppendData(length);
            hash.AppendData(part);
        }

        return hash.GetHashAndReset();
    }

    /// <summary>Whether a signature is that of something; how long this takes does not depend on where they differ.</summary>
    internal bool HasSigned(ReadOnlySpan<byte> signature, string kind, params ReadOnlySpan<byte[]> parts) =>
        CryptographicOperations.FixedTimeEquals(signature, Sign(kind, parts));
}
