using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Sroi.Files;

namespace Sroi.Batch.Results;

/// <summary>The description of a data set and everything it was made from, so that it can be reproduced bit for bit. It has no time, machine or number of threads.</summary>
public sealed record Manifest
{
    /// <summary>The name of the format.</summary>
    public const string FormatName = "sroi batch results";

    /// <summary>The version of the format that this program writes.</summary>
    public const int CurrentFormat = 2;

    /// <summary>The version of the program.</summary>
    public required string Version { get; init; }

    /// <summary>The build of the program.</summary>
    public required string Build { get; init; }

    /// <summary>The plan: its id, its file, its text.</summary>
    public required ManifestPlan Plan { get; init; }

    /// <summary>A hash of the addresses of all runs of the plan: the same plan on the same inputs has the same.</summary>
    public required string Key { get; init; }

    /// <summary>The draws of each run.</summary>
    public required long Draws { get; init; }

    /// <summary>The seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The number of runs of the plan.</summary>
    public required long Runs { get; init; }

    /// <summary>The runs that are in the data set: from the first to before the last; all of them, unless it is a shard.</summary>
    public required ManifestRange Range { get; init; }

    /// <summary>The number of its runs without figures.</summary>
    public required long Failed { get; init; }

    /// <summary>What was varied.</summary>
    public required ImmutableArray<ManifestAxis> Axes { get; init; }

    /// <summary>The files that the numbers came from, with their SHA-256.</summary>
    public required ImmutableSortedDictionary<string, string> Files { get; init; }

    /// <summary>The tables.</summary>
    public required ImmutableArray<ManifestTable> Tables { get; init; }

    private static JsonSerializerOptions Options { get; } =
        new()
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            WriteIndented = true,
            NewLine = "\n",
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };

    /// <summary>The manifest as JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(new Written(FormatName, CurrentFormat, this, Checksum()), Options) + "\n";

    /// <summary>The manifest of a folder; null if it has none.</summary>
    /// <exception cref="BatchException">The manifest is invalid, was changed, or is of another version.</exception>
    public static Manifest? Find(string folder)
    {
        string path = Path.Combine(folder, "manifest.json");
        if (!UserFile.IsThere(path))
        {
            return null;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(UserFile.ReadText(path));
            JsonElement root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("format", out JsonElement name) || name.GetString() != FormatName)
            {
                throw new BatchException($"{path} is not the manifest of a batch's results. Name the folder that 'sroi batch run' wrote.");
            }

            CheckFormat(folder, root.GetProperty("format_version").GetInt32());
            Manifest manifest = root.GetProperty("manifest").Deserialize<Manifest>(Options) ?? throw new JsonException("it is empty");
            return root.GetProperty("sha256").GetString() == manifest.Checksum()
                ? manifest
                : throw new BatchException(
                    $"{path} was changed after it was written: its own SHA-256 is another. Take it from a copy, or remove {folder} and run the batch again; finished runs are kept."
                );
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new BatchException($"{path} is damaged: {error.Message} Remove {folder} and run the batch again; finished runs are kept.", error);
        }
        catch (UnreadableFileException error)
        {
            throw new BatchException($"{path}: {error.Message}", error);
        }
    }

    private static void CheckFormat(string folder, int format)
    {
        if (format != CurrentFormat)
        {
            string other = format > CurrentFormat ? "a newer" : "an older";
            throw new BatchException(
                $"{folder} was written by {other} version of sroi (format {format}; this one knows {CurrentFormat}). Use that version to read it."
            );
        }
    }

    // Over the values, whatever space there is between them.
    private string Checksum() => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, Options)));

    private sealed record Written(string Format, int FormatVersion, Manifest Manifest, string Sha256);
}

/// <summary>A plan in a manifest.</summary>
/// <param name="Id">Its name.</param>
/// <param name="File">Its file.</param>
/// <param name="Text">Its text.</param>
/// <param name="TableText">The text of its table of runs; null if it has none.</param>
public sealed record ManifestPlan(string Id, string File, string Text, string? TableText);

/// <summary>Which runs.</summary>
/// <param name="From">The first.</param>
/// <param name="To">The one after the last.</param>
public sealed record ManifestRange(long From, long To)
{
    internal long Count => To - From;

    internal IEnumerable<long> Numbers
    {
        get
        {
            for (long number = From; number < To; number++)
            {
                yield return number;
            }
        }
    }
}

/// <summary>A varied number in a manifest.</summary>
/// <param name="Name">Its column.</param>
/// <param name="Pattern">The id or pattern that the plan has.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Ids">The numbers, by full id.</param>
public sealed record ManifestAxis(string Name, string Pattern, string Unit, ImmutableArray<string> Ids);

/// <summary>A table in a manifest.</summary>
/// <param name="Name">Its name.</param>
/// <param name="File">Its file.</param>
/// <param name="Rows">The number of its rows.</param>
/// <param name="Bytes">The size of its file, in bytes.</param>
/// <param name="Sha256">The SHA-256 of its file.</param>
public sealed record ManifestTable(string Name, string File, long Rows, long Bytes, string Sha256);
