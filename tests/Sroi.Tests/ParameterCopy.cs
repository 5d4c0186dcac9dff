namespace Sroi.Tests;

/// <summary>A copy of the shipped parameters that a test may write to.</summary>
internal sealed class ParameterCopy : IDisposable
{
    private readonly string _folder = TestFolder.Fresh();

    public ParameterCopy()
    {
        Path = System.IO.Path.Combine(_folder, "parameters");
        foreach (string file in Directory.EnumerateFiles(TestFolder.Parameters, "*", SearchOption.AllDirectories))
        {
            string copy = System.IO.Path.Combine(Path, System.IO.Path.GetRelativePath(TestFolder.Parameters, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    /// <summary>The folder of parameters.</summary>
    public string Path { get; }

    /// <summary>Replaces the first occurrence of a text in a file, which must be there.</summary>
    public void Replace(string file, string was, string now)
    {
        string path = System.IO.Path.Combine(Path, file),
            text = File.ReadAllText(path);
        int at = text.IndexOf(was, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{file} does not say '{was}'.");
        File.WriteAllText(path, text[..at] + now + text[(at + was.Length)..]);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
