using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sroi.Files;
using Sroi.Reports;

namespace Sroi.Notebooks.Documents;

/// <summary>A notebook of format 4. Fields that are not understood are kept unchanged. A .dib file is converted on reading.</summary>
public sealed class NotebookFile
{
    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        IndentSize = 1,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private const long MostBytes = 256_000_000;

    private readonly JsonObject _root;

    private NotebookFile(string path, JsonObject root)
    {
        (Path, _root) = (path, root);
        Cells = [.. root["cells"]!.AsArray().Select(cell => new NotebookCell(cell!.AsObject()))];
    }

    /// <summary>The full path of its file.</summary>
    public string Path { get; }

    /// <summary>Its folder, in which it runs.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>Its cells, in order.</summary>
    public ImmutableArray<NotebookCell> Cells { get; }

    /// <summary>Reads a notebook.</summary>
    /// <exception cref="NotebookException">It does not exist, is not JSON, not a notebook, or not in C#.</exception>
    public static NotebookFile Read(string path)
    {
        string full = System.IO.Path.GetFullPath(path);
        string name = System.IO.Path.GetFileName(full);
        string text = Text(full, name);
        bool isDib = System.IO.Path.GetExtension(full).Equals(".dib", StringComparison.OrdinalIgnoreCase);
        JsonObject root =
            (isDib ? DibText.ToNotebook(text, name) : Parse(text, name)) as JsonObject
            ?? throw new NotebookException($"{name} is not a notebook: its top level is not an object with 'cells' and 'nbformat'.");
        NotebookCheck.Check(root, name);
        return new(full, root);
    }

    /// <summary>Writes it, completely or not at all.</summary>
    /// <exception cref="UnwrittenFileException">It cannot be written.</exception>
    public void Write(string path) => WholeFiles.Write(path, ToJson());

    /// <summary>The text of its file.</summary>
    public string ToJson() => _root.ToJsonString(Format) + "\n";

    /// <summary>An independent copy, without outputs.</summary>
    internal NotebookFile NotRun()
    {
        NotebookFile copy = new(Path, _root.DeepClone().AsObject());
        foreach (NotebookCell cell in copy.Cells.Where(cell => cell.Kind == CellKind.Code))
        {
            cell.Json["outputs"] = new JsonArray();
            cell.Json["execution_count"] = null;
        }

        CellIds.Complete(copy._root);
        return copy;
    }

    /// <summary>The same file with different contents.</summary>
    internal NotebookFile With(JsonObject root) => new(Path, root);

    /// <summary>A copy with some cells replaced.</summary>
    internal NotebookFile WithCells(IReadOnlyDictionary<int, JsonObject> cells)
    {
        JsonObject root = _root.DeepClone().AsObject();
        foreach ((int index, JsonObject cell) in cells)
        {
            root["cells"]!.AsArray()[index] = cell.DeepClone();
        }

        return new(Path, root);
    }

    /// <summary>A copy with a code cell inserted after another one, replacing one with the same tag.</summary>
    internal NotebookFile WithCellAfter(int index, string source, string tag)
    {
        JsonObject root = _root.DeepClone().AsObject();
        JsonArray cells = root["cells"]!.AsArray();
        cells.Insert(index + 1, NewCell(source, tag));
        for (int i = cells.Count - 1; i >= 0; i--)
        {
            if (i != index + 1 && Cells[i > index ? i - 1 : i].Tags.Contains(tag, StringComparer.Ordinal))
            {
                cells.RemoveAt(i);
            }
        }

        return new(Path, root);
    }

    private JsonObject NewCell(string source, string tag)
    {
        JsonObject cell = new()
        {
            ["cell_type"] = "code",
            ["execution_count"] = null,
            ["metadata"] = new JsonObject { ["tags"] = new JsonArray(tag) },
            ["outputs"] = new JsonArray(),
            ["source"] = JsonText.Lines(source),
        };
        if (Cells.Any(other => other.Json.ContainsKey("id")))
        {
            cell.Insert(1, "id", tag);
        }

        return cell;
    }

    private static JsonNode? Parse(string text, string name)
    {
        try
        {
            return JsonText.Parse(text);
        }
        catch (JsonException error)
        {
            string why = error.Message.Split(" LineNumber:")[0].Split(" Path:")[0];
            string where = error.LineNumber is { } line
                ? string.Create(CultureInfo.InvariantCulture, $", line {line + 1}, position {error.BytePositionInLine + 1}")
                : "";
            throw new NotebookException($"{name}{where}: not valid JSON. {why}");
        }
    }

    private static string Text(string path, string name)
    {
        try
        {
            return UserFile.ReadText(path, MostBytes);
        }
        catch (UnreadableFileException error)
        {
            throw new NotebookException(UserFile.IsThere(path) ? $"{name}: {error.Message}" : $"There is no notebook {path}.");
        }
    }
}
