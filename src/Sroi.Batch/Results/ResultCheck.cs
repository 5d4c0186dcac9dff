using System.Globalization;
using System.Security.Cryptography;

namespace Sroi.Batch.Results;

/// <summary>Whether the tables of a folder are those of its manifest, to the last bit.</summary>
internal static class ResultCheck
{
    private const string Advice = "the results are not whole. Run the batch again; finished runs are kept.";

    /// <summary>Describes a problem with the results in a folder, and what to do.</summary>
    /// <returns>Null if there is no problem.</returns>
    public static string? Fault(string folder, Manifest manifest) =>
        !manifest.Tables.Select(table => (table.Name, table.File)).SequenceEqual(RunTables.Names.Select(name => (name, name + ".parquet")))
            ? $"The manifest of {folder} names other tables than runs, outcomes and ledger: {Advice}"
        : manifest.Tables[0].Rows != manifest.Range.Count
            ? Text($"The manifest of {folder} has {manifest.Range.Count} runs and {manifest.Tables[0].Rows} rows of them: {Advice}")
        : manifest.Tables.Select(table => Fault(Path.Combine(folder, table.File), table)).FirstOrDefault(fault => fault is not null);

    private static string? Fault(string path, ManifestTable table)
    {
        try
        {
            FileInfo file = new(path);
            return !file.Exists ? $"{path} is missing: {Advice}"
                : file.Length != table.Bytes ? Text($"{path} has {file.Length} bytes where {table.Bytes} were written: {Advice}")
                : Hash(path) != table.Sha256 ? $"{path} is not what was written: its SHA-256 is not the one in manifest.json, so {Advice}"
                : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BatchException($"{path} cannot be read: {error.Message}", error);
        }
    }

    private static string Hash(string path)
    {
        using FileStream file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
