namespace Sroi.Tests;

/// <summary>Where the repository's files are, found from the built tests upwards.</summary>
internal static class TestFolder
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = Find();

    /// <summary>The shipped parameters.</summary>
    public static string Parameters => Path.Combine(Root, "parameters");

    /// <summary>A new folder for the files of one test.</summary>
    public static string Fresh() => Directory.CreateTempSubdirectory("sroi-test-").FullName;

    private static string Find()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SROI.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("SROI.sln is not found above the tests.");
    }
}
