namespace Sroi.Notebooks.Installing;

/// <summary>Where Jupyter looks for kernels.</summary>
/// <param name="variable">The value of an environment variable; null if it is not set.</param>
/// <param name="home">The user's home folder.</param>
internal sealed class KernelFolders(Func<string, string?> variable, string home)
{
    /// <summary>On this machine, for this user.</summary>
    public static KernelFolders OfProcess() =>
        new(Environment.GetEnvironmentVariable, Environment.GetFolderPath(Environment.SpecialFolder.UserProfile));

    /// <summary>The user's own kernels.</summary>
    public string User => Path.Combine(Set("JUPYTER_DATA_DIR") ?? DataFolder, "kernels");

    /// <summary>The kernels of an environment, a folder such as that of a Python virtual environment.</summary>
    public static string Of(string prefix) => Path.Combine(prefix, "share", "jupyter", "kernels");

    /// <summary>All folders that Jupyter is known to search.</summary>
    public IEnumerable<string> All =>
        [
            User,
            .. (Set("JUPYTER_PATH") ?? "")
                .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                .Select(path => Path.Combine(path, "kernels")),
            .. new[] { Set("VIRTUAL_ENV"), Set("CONDA_PREFIX") }.OfType<string>().Select(Of),
            .. OperatingSystem.IsWindows()
                ? [Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData), "jupyter", "kernels")]
                : new[] { Of("/usr/local"), Of("/usr") },
        ];

    private string DataFolder =>
        OperatingSystem.IsWindows() ? Path.Combine(Set("APPDATA") ?? Path.Combine(home, "AppData", "Roaming"), "jupyter")
        : OperatingSystem.IsMacOS() ? Path.Combine(home, "Library", "Jupyter")
        : Path.Combine(Set("XDG_DATA_HOME") ?? Path.Combine(home, ".local", "share"), "jupyter");

    private string? Set(string name) => variable(name) is { Length: > 0 } value ? value : null;
}
