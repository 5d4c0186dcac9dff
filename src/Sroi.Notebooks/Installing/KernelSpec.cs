using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sroi.Notebooks.Protocol;
using Sroi.Reports;

namespace Sroi.Notebooks.Installing;

/// <summary>The folder that registers a kernel with Jupyter: kernel.json and its icons. Written completely or not at all.</summary>
/// <param name="Folder">Where it is.</param>
internal sealed record KernelSpec(string Folder)
{
    /// <summary>The mark in the metadata of kernel.json that identifies ours.</summary>
    public const string Mark = "installed_by_sroi";

    private const string FileName = "kernel.json";

    private static readonly string[] Logos = ["logo-64x64.png", "logo-svg.svg"];
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Whether anything exists there.</summary>
    public bool Exists => Directory.Exists(Folder) || File.Exists(Folder);

    /// <summary>Whether this program wrote it.</summary>
    public bool IsOurs
    {
        get
        {
            try
            {
                return JsonNode.Parse(File.ReadAllBytes(Path.Combine(Folder, FileName))) is JsonObject json
                    && json["metadata"] is JsonObject metadata
                    && metadata.IsTrue(Mark, otherwise: false);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException or ArgumentException)
            {
                return false;
            }
        }
    }

    /// <exception cref="NotebookException">It cannot be written; nothing has changed.</exception>
    public void Write(JsonObject kernelJson)
    {
        // No kernel name contains a tilde, so Jupyter ignores these two.
        string part = Folder + "~part";
        string old = Folder + "~old";
        try
        {
            Remove(part);
            Directory.CreateDirectory(part);
            File.WriteAllText(Path.Combine(part, FileName), kernelJson.ToJsonString(Readable) + "\n", new UTF8Encoding(false));
            foreach (string logo in Logos)
            {
                CopyLogo(logo, part);
            }

            Replace(part, old);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new NotebookException(
                $"No kernel was registered in {Folder}: {UnwrittenFileException.Reason(error) ?? error.Message.TrimEnd('.')}."
            );
        }
        finally
        {
            RemoveQuietly(part);
            RemoveQuietly(old);
        }
    }

    /// <exception cref="NotebookException">It cannot be removed.</exception>
    public void Delete()
    {
        string old = Folder + "~old";
        try
        {
            // Moved first, so that it exists completely or not at all.
            Remove(old);
            Directory.Move(Folder, old);
            Remove(old);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new NotebookException($"The kernel in {Folder} was not removed: {error.Message}");
        }
    }

    private static void CopyLogo(string name, string folder)
    {
        using Stream logo = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using FileStream file = File.Create(Path.Combine(folder, name));
        logo.CopyTo(file);
    }

    private void Replace(string part, string old)
    {
        Remove(old);
        bool isReplaced = Directory.Exists(Folder);
        if (isReplaced)
        {
            Directory.Move(Folder, old);
        }

        try
        {
            Directory.Move(part, Folder);
        }
        catch when (isReplaced)
        {
            Directory.Move(old, Folder);
            throw;
        }
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void RemoveQuietly(string folder)
    {
        try
        {
            Remove(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Jupyter ignores the remains, and the next installation removes them.
        }
    }
}
