using System.Security.Cryptography;
using System.Text;

namespace Sroi.Notebooks.Protocol;

/// <summary>Signs messages with the key that only the front end and the kernel have, so that no other user of the machine can run code.</summary>
/// <param name="key">The key of the connection file; empty for no signatures.</param>
internal sealed class MessageSignature(string key)
{
    private readonly byte[] _key = Encoding.UTF8.GetBytes(key);

    /// <summary>Whether messages are signed.</summary>
    public bool IsUsed => _key.Length > 0;

    /// <summary>The signature of a message's four dictionaries, as lower-case hexadecimal digits.</summary>
    public byte[] Of(IEnumerable<byte[]> dictionaries)
    {
        if (!IsUsed)
        {
            return [];
        }

        using IncrementalHash hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        foreach (byte[] dictionary in dictionaries)
        {
            hash.AppendData(dictionary);
        }

        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>Whether the signature of a message is correct; compares in constant time.</summary>
    public bool Matches(byte[] signature, IEnumerable<byte[]> dictionaries) =>
        !IsUsed || CryptographicOperations.FixedTimeEquals(signature, Of(dictionaries));
}
