using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Sroi.Notebooks.Cells;
using Sroi.Notebooks.Scripting;

namespace Sroi.Notebooks.Packages;

/// <summary>An assembly that a cell references by file, with its neighbours.</summary>
internal static class AssemblyFile
{
    /// <summary>The files to load: the assembly and its dependencies from its folder; none if the kernel already has it.</summary>
    /// <param name="name">As written in the cell.</param>
    /// <param name="folder">The notebook's folder.</param>
    /// <param name="line">The line of the cell, counted from 1.</param>
    /// <exception cref="CellException">It does not exist, is not an assembly, or is a later version than the kernel's.</exception>
    public static ImmutableArray<string> Find(string name, string folder, int line)
    {
        string path = Path.GetFullPath(name, folder);
        if (!File.Exists(path))
        {
            return HostReferences.Paths.ContainsKey(name)
                ? []
                : throw new CellException("ReferenceError", $"#r \"{name}\": there is no file {path}. For a package write #r \"nuget: ID\".", line);
        }

        if (HostReferences.Paths.TryGetValue(Path.GetFileNameWithoutExtension(path), out string? own))
        {
            CheckCarried(name, VersionOf(name, path, line), VersionOf(name, own, line), line);
            return [];
        }

        VersionOf(name, path, line);
        ImmutableArray<string>.Builder files = ImmutableArray.CreateBuilder<string>();
        AddWithNeeds(path, files);
        return files.ToImmutable();
    }

    /// <summary>The possible folders of an assembly's native libraries.</summary>
    public static IEnumerable<string> NativeFolders(string file)
    {
        string folder = Path.GetDirectoryName(file)!;
        return [folder, Path.Combine(folder, "runtimes", PackageRestore.Rid, "native")];
    }

    private static Version VersionOf(string name, string path, int line)
    {
        try
        {
            return AssemblyName.GetAssemblyName(path).Version ?? new();
        }
        catch (BadImageFormatException)
        {
            throw new CellException("ReferenceError", $"#r \"{name}\": {Path.GetFileName(path)} is not a .NET assembly.", line);
        }
    }

    private static void CheckCarried(string name, Version wanted, Version carried, int line)
    {
        if (wanted > carried)
        {
            throw new CellException(
                "ReferenceError",
                $"#r \"{name}\" is version {wanted}, but the kernel already has {carried} and uses that.",
                line
            );
        }
    }

    private static void AddWithNeeds(string path, ImmutableArray<string>.Builder files)
    {
        files.Add(path);
        using PEReader assembly = new(File.OpenRead(path));
        MetadataReader metadata = assembly.GetMetadataReader();
        foreach (AssemblyReferenceHandle need in metadata.AssemblyReferences)
        {
            string name = metadata.GetString(metadata.GetAssemblyReference(need).Name);
            string beside = Path.Combine(Path.GetDirectoryName(path)!, $"{name}.dll");
            if (File.Exists(beside) && !files.Contains(beside) && !HostReferences.Paths.ContainsKey(name))
            {
                AddWithNeeds(beside, files);
            }
        }
    }
}
