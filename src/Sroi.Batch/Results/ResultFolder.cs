namespace Sroi.Batch.Results;

/// <summary>Whether results may be written to a folder, or would take the place of others.</summary>
internal static class ResultFolder
{
    /// <exception cref="BatchException">The folder holds something else.</exception>
    public static void Check(string folder, Manifest coming)
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
    }
}
