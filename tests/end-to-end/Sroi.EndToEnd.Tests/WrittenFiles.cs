namespace Sroi.EndToEnd.Tests;

/// <summary>What <c>tests/end-to-end/run</c> has written, and where the pictures of it go.</summary>
internal static class WrittenFiles
{
    /// <summary>The folder of all of it, git-ignored.</summary>
    public static string Folder { get; } =
        Environment.GetEnvironmentVariable("SROI_END_TO_END") is { Length: > 0 } folder
            ? folder
            : throw new InvalidOperationException("SROI_END_TO_END names no folder: start these tests with tests/end-to-end/run.");

    /// <summary>The folder of the pages that <c>sroi</c> wrote.</summary>
    public const string OurPages = "pages";

    /// <summary>The folder of what Jupyter wrote.</summary>
    public const string Jupyter = "jupyter";

    /// <summary>The folder of the pages of a case in which an attacker has written every text.</summary>
    public const string Hostile = "hostile";

    /// <summary>The names of those pages.</summary>
    public static IEnumerable<string> HostilePages => Names(Hostile, "*.html");

    /// <summary>The names of the pages that <c>sroi</c> wrote.</summary>
    public static IEnumerable<string> Pages => Names(OurPages, "*.html");

    /// <summary>The names of the notebooks that Jupyter ran.</summary>
    public static IEnumerable<string> Notebooks => Names(Jupyter, "*.ipynb");

    /// <summary>The names of the pages that Jupyter made of them.</summary>
    public static IEnumerable<string> JupyterPages => Names(Jupyter, "*.html");

    /// <summary>The packages.</summary>
    public static IEnumerable<string> Packages => Names("packages", "*.nupkg");

    /// <summary>A file of one of the folders.</summary>
    public static string PathOf(string folder, string file) => Path.Combine(Folder, folder, file);

    /// <summary>Where a picture is kept.</summary>
    public static string Picture(string name) => Path.Combine(Directory.CreateDirectory(Path.Combine(Folder, "pictures")).FullName, name + ".png");

    private static string[] Names(string folder, string pattern) =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Folder, folder), pattern)
                .Select(path => Path.GetFileNameWithoutExtension(path))
                .Order(StringComparer.Ordinal),
        ];
}
