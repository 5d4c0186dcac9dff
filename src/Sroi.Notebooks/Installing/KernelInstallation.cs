using System.Collections.Immutable;

namespace Sroi.Notebooks.Installing;

/// <summary>Registers the kernel with Jupyter, and removes it.</summary>
public sealed class KernelInstallation
{
    private readonly KernelFolders _folders;
    private readonly string _folder;

    /// <param name="prefix">The folder of an environment, such as a Python virtual environment; null for the user's own kernels.</param>
    public KernelInstallation(string? prefix)
        : this(prefix, KernelFolders.OfProcess()) { }

    internal KernelInstallation(string? prefix, KernelFolders folders)
    {
        _folders = folders;
        _folder = prefix is null ? folders.User : KernelFolders.Of(prefix);
    }

    /// <summary>Registers the kernel and returns the folders written. Without a name it is registered under the default name and under that
    /// of .NET Interactive, unless that is taken, so that notebooks made there open with it.</summary>
    /// <param name="name">The name of the kernel; null for the default.</param>
    /// <param name="program">How a front end starts it.</param>
    /// <exception cref="NotebookException">The name is invalid, another kernel has it, or the folder cannot be written to.</exception>
    public ImmutableArray<string> Install(string? name, ProgramCommand program)
    {
        string own = KernelName.Checked(name ?? KernelName.Default);
        KernelSpec spec = Spec(own);
        if (spec.Exists && !spec.IsOurs)
        {
            throw new NotebookException(
                $"There is a kernel '{own}' in {spec.Folder} that sroi did not install, and it was not changed. Choose another name with --name."
            );
        }

        ImmutableArray<string> names = name is null && IsFree(KernelName.DotnetInteractive) ? [own, KernelName.DotnetInteractive] : [own];
        foreach (string each in names)
        {
            Spec(each).Write(program.KernelJson(DisplayName(each)));
        }

        return [.. names.Select(each => Spec(each).Folder)];
    }

    /// <summary>Removes the kernel and returns the folders removed. Without a name, under both names that <see cref="Install"/> gives it.</summary>
    /// <exception cref="NotebookException">There is no such kernel, or sroi did not install it.</exception>
    public ImmutableArray<string> Uninstall(string? name)
    {
        string own = KernelName.Checked(name ?? KernelName.Default);
        ImmutableArray<KernelSpec> ours = [.. Names(name, own).Select(Spec).Where(spec => spec.IsOurs)];
        if (ours.IsEmpty)
        {
            throw new NotebookException(NothingToRemove(own));
        }

        foreach (KernelSpec spec in ours)
        {
            spec.Delete();
        }

        return [.. ours.Select(spec => spec.Folder)];
    }

    private static string[] Names(string? given, string own) => given is null ? [own, KernelName.DotnetInteractive] : [own];

    private static string DisplayName(string name) =>
        name switch
        {
            KernelName.Default => "C# (SROI)",
            KernelName.DotnetInteractive => "C# (SROI, for .NET notebooks)",
            _ => $"C# (SROI, {name})",
        };

    private KernelSpec Spec(string name) => new(Path.Combine(_folder, name));

    // Jupyter takes the first kernel it finds, so another one must not be hidden either.
    private bool IsFree(string name) =>
        _folders.All.Append(_folder).Select(folder => new KernelSpec(Path.Combine(folder, name))).All(spec => !spec.Exists || spec.IsOurs);

    private string NothingToRemove(string name)
    {
        if (Spec(name).Exists)
        {
            return $"The kernel '{name}' in {_folder} was not installed by sroi and was not changed.";
        }

        string[] installed = Directory.Exists(_folder)
            ? [.. Directory.EnumerateDirectories(_folder).Select(f => new KernelSpec(f)).Where(s => s.IsOurs).Select(s => Path.GetFileName(s.Folder))]
            : [];
        string there =
            installed.Length == 0 ? "sroi has installed none there." : $"sroi has installed there: {string.Join(", ", installed.Order())}.";
        return $"There is no kernel '{name}' in {_folder}; {there}";
    }
}
