using System.Reflection;
using System.Runtime.Loader;

namespace Sroi.Notebooks.Scripting;

/// <summary>
/// The assemblies of one session: its cells, and their references beyond those of the process. Assemblies of the process are never loaded twice.
/// </summary>
internal sealed class CellAssemblies() : AssemblyLoadContext("notebook cells", isCollectible: false)
{
    private readonly Dictionary<string, string> _managed = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _nativeFolders = [];
    private readonly Lock _turn = new();

    /// <summary>Adds an assembly.</summary>
    public void Add(string path)
    {
        lock (_turn)
        {
            _managed[Path.GetFileNameWithoutExtension(path)] = path;
        }
    }

    /// <summary>Adds a folder of native libraries.</summary>
    public void AddNativeFolder(string folder)
    {
        lock (_turn)
        {
            if (!_nativeFolders.Contains(folder))
            {
                _nativeFolders.Add(folder);
            }
        }
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        lock (_turn)
        {
            return assemblyName.Name is { } name && _managed.TryGetValue(name, out string? path) ? LoadFromAssemblyPath(path) : null;
        }
    }

    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName)
    {
        lock (_turn)
        {
            IEnumerable<string> candidates = from folder in _nativeFolders from name in NamesOf(unmanagedDllName) select Path.Combine(folder, name);
            return candidates.FirstOrDefault(File.Exists) is { } path ? LoadUnmanagedDllFromPath(path) : IntPtr.Zero;
        }
    }

    private static string[] NamesOf(string library) =>
        OperatingSystem.IsWindows() ? [library, $"{library}.dll"]
        : OperatingSystem.IsMacOS() ? [library, $"{library}.dylib", $"lib{library}.dylib"]
        : [library, $"{library}.so", $"lib{library}.so"];
}
