using Sroi.Cli.Declarations;
using Sroi.Notebooks.Installing;

namespace Sroi.Cli.Settings;

/// <summary>Under which name, and for whom, Jupyter knows the kernel.</summary>
internal sealed record KernelSettings(string? Prefix, string? Name)
{
    public static KernelSettings Of(Given given) =>
        new(
            given.Text("--prefix", "DIR", "The folder of an environment, such as a Python virtual environment; the user's own kernels where left out."),
            given.Text(
                "--name",
                "NAME",
                $"The name of the kernel. Where left out it is {KernelName.Default}, and also {KernelName.DotnetInteractive}, which other "
                    + "notebooks in C# ask for, unless another kernel has that name."
            )
        );

    /// <summary>Where kernels are registered.</summary>
    public KernelInstallation Installation(Terminal terminal) => new(Prefix is null ? null : terminal.PathOf(Prefix));
}
