using System.Security.Cryptography;

namespace Sroi.Parameters;

/// <summary>A file that was read, recorded so that results from different values can be distinguished.</summary>
public sealed class ParameterFile
{
    private readonly byte[] _bytes;
    private string? _hash;

    internal ParameterFile(string name, byte[] bytes) => (Name, _bytes) = (name, bytes);

    /// <summary>The file, as the user would name it.</summary>
    public string Name { get; }

    /// <summary>The SHA-256 of its bytes, in lower-case hexadecimal digits.</summary>
    public string Sha256 => _hash ??= Convert.ToHexStringLower(SHA256.HashData(_bytes));
}
