using Sroi.Cli.Declarations;
using Sroi.Notebooks.Installing;

namespace Sroi.Cli.Settings;

/// <summary>The name of the kernel, and the environment it is registered in.</summary>
internal sealed record KernelSettings(string? Prefix, string? Name)
{
    public static KernelSettings Of(Given given) =>
        new(
            given.Text("--prefix", "DIR", "The folder of an environment, such as a Python virtual environment (default: your own kernels)."),
            given.Text(
                "--name",
                "NAME",
                $"The name of the kernel (default: {KernelName.Default}, and also {KernelName.DotnetInteractive}, the name in most C# "
                    + "notebooks, unless another kernel has it)."
            )
        );

    /// <summary>The folder in which kernels are registered.</summary>
    public KernelInstallation Installation(Terminal terminal) => new(Prefix is null ? null : terminal.PathOf(Prefix));
}
