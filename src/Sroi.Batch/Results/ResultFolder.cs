using Sroi.Files;

namespace Sroi.Batch.Results;

/// <summary>Whether results may be written to a folder, or would take the place of others.</summary>
internal static class ResultFolder
{
    /// <summary>Takes a folder for results, from before they are made until they are written.</summary>
    /// <exception cref="BatchException">The folder holds something else, or another run is writing there.</exception>
    public static FolderLock Take(string folder, Manifest coming)
    {
        Check(folder, coming);
        try
        {
            return FolderLock.Take(folder)
                ?? throw new BatchException($"Another run is writing to {folder}. Wait until it is done, or name another folder with --out.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BatchException($"Nothing can be written to {folder}: {error.Message} Name another folder with --out.", error);
        }
    }

    private static void Check(string folder, Manifest coming)
    {
        if (File.Exists(folder))
        {
            throw new BatchException($"{folder} is a file; results need a folder. Name another with --out.");
        }

        if (Manifest.Find(folder) is { } there)
        {
            string? other =
                there.Plan.Id != coming.Plan.Id ? $"the results of another plan, {there.Plan.Id}"
                : (there.Plan.Text, there.Plan.TableText) != (coming.Plan.Text, coming.Plan.TableText)
                    ? $"the results of {there.Plan.Id} as it was before it was changed"
                : there.Range != coming.Range ? $"another part of {there.Plan.Id} (runs {there.Range.From} to {there.Range.To - 1})"
                : null;
            if (other is not null)
            {
                throw new BatchException(
                    $"{folder} holds {other}. Nothing was changed there: name another folder with --out, or remove that one first."
                );
            }
        }
        else if (RunTables.Names.FirstOrDefault(name => File.Exists(Path.Combine(folder, name + ".parquet"))) is { } foreign)
        {
            throw new BatchException(
                $"{folder} holds a {foreign}.parquet without a manifest.json, which is not known to be ours. Name another folder with --out, or remove that file first."
            );
        }
        else if (FolderLock.Visible(folder) is { Count: > 0 } others)
        {
            string more = others.Count > 3 ? $" and {others.Count - 3} more" : "";
            throw new BatchException(
                $"{folder} holds other things ({string.Join(", ", others.Take(3))}{more}) and no results of a batch. Choose another folder with --out, or move them first."
            );
        }
    }
}
