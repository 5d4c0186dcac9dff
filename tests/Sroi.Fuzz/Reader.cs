using Sroi.Assurance;
using Sroi.Batch.Plans;
using Sroi.Batch.Plans.Reading;
using Sroi.Evaluation;
using Sroi.Model.Reading;
using Sroi.Notebooks;
using Sroi.Notebooks.Documents;
using Sroi.Notebooks.Running;
using Sroi.Parameters;
using Sroi.Parameters.Reading;
using Sroi.Quantities;
using Sroi.Reports;

namespace Sroi.Fuzz;

/// <summary>A reader of files that is given bytes: it reads them, or refuses them with an error of its own; anything else is a fault.</summary>
internal sealed class Reader : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sroi-fuzz-").FullName;
    private readonly ParameterLibrary _library;
    private readonly Action<string> _read;
    private readonly string _file;

    private Reader(string name, string file, Action<ParameterLibrary, string> read)
    {
        _library = ParameterLibrary.Open(TestFolder.Parameters);
        (Name, _file, _read) = (name, Path.Combine(_folder, file), path => read(_library, path));
        Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
    }

    /// <summary>The names of all readers; each has a folder of that name in the corpus.</summary>
    public static IReadOnlyList<string> Names { get; } = ["scenario", "parameters", "overlay", "plan", "notebook"];

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The reader of a name; null where there is none.</summary>
    public static Reader? Of(string name) =>
        name switch
        {
            "scenario" => new(name, "fuzzed.yaml", Scenario),
            "parameters" => new(name, "parameters/costs/fuzzed.yaml", Parameters),
            "overlay" => new(name, "fuzzed.yaml", (library, path) => library.Overlay(path)),
            "plan" => new(name, "fuzzed.yaml", (library, path) => BatchPlan.Read(library, path)),
            "notebook" => new(name, "fuzzed.ipynb", (_, path) => Notebook(path)),
            _ => null,
        };

    /// <summary>Reads bytes as a file.</summary>
    /// <returns>Whether they were a file of this kind; false where they were refused.</returns>
    public bool Reads(ReadOnlySpan<byte> bytes)
    {
        File.WriteAllBytes(_file, bytes);
        try
        {
            _read(_file);
            return true;
        }
        catch (Exception error)
            when (error
                    is InvalidFilesException
                        or UnfilledTemplateException
                        or UndefinedFormulaException
                        or UnknownNameException
                        or NotebookException
                        or NotebookParameterException
            )
        {
            return false;
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // What was read has figures, and each of them is a number.
    private static void Scenario(ParameterLibrary library, string path)
    {
        SroiResult result = SroiResult.Of(library.Scenario(path));
        if (ResultJson.Write(result, Assurer.Check(result)).Contains("NaN", StringComparison.Ordinal))
        {
            throw new InvalidOperationException("A figure is not a number.");
        }
    }

    private static void Parameters(ParameterLibrary library, string path)
    {
        string folder = Path.GetDirectoryName(Path.GetDirectoryName(path))!;
        string appraisal = Path.Combine(folder, "appraisal");
        if (!Directory.Exists(appraisal))
        {
            Directory.CreateDirectory(appraisal);
            foreach (string file in Directory.EnumerateFiles(Path.Combine(library.Folder, "appraisal")))
            {
                File.Copy(file, Path.Combine(appraisal, Path.GetFileName(file)));
            }
        }

        _ = ParameterLibrary.Open(folder).All();
    }

    private static void Notebook(string path)
    {
        NotebookFile notebook = NotebookFile.Read(path);
        foreach (NotebookCell cell in notebook.Cells)
        {
            _ = (cell.Kind, cell.Source, cell.Tags);
        }

        _ = NotebookHtml.Write(notebook);
    }
}
