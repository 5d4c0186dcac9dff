using System.Collections.Immutable;
using System.CommandLine;
using Sroi.Notebooks.Installing;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi notebook install</c> and <c>uninstall</c>: whether Jupyter knows the kernel.</summary>
internal static class NotebookInstallCommand
{
    public static Command Install(Terminal terminal)
    {
        (Option<string?> prefix, Option<string?> name) = (Prefix(), Name());
        Command command = new("install", "Register the C# kernel with Jupyter, for JupyterLab, VS Code and whatever else opens notebooks.")
        {
            prefix,
            name,
        };
        command.SetAction(parsed =>
        {
            string? given = parsed.GetValue(name);
            ImmutableArray<string> folders = Installation(terminal, parsed.GetValue(prefix)).Install(given, ProgramCommand.OfProcess());
            foreach (string folder in folders)
            {
                terminal.Out.WriteLine($"Registered: {folder}");
            }

            if (given is null && folders.Length == 1)
            {
                terminal.Out.WriteLine($"Another kernel has the name '{KernelName.DotnetInteractive}'; it is left as it is.");
            }

            terminal.Out.WriteLine("Next: jupyter lab, and choose C# (SROI).");
            return CommandLine.Done;
        });
        return command;
    }

    public static Command Uninstall(Terminal terminal)
    {
        (Option<string?> prefix, Option<string?> name) = (Prefix(), Name());
        Command command = new("uninstall", "Take the C# kernel away from Jupyter; kernels that sroi did not install are left as they are.")
        {
            prefix,
            name,
        };
        command.SetAction(parsed =>
        {
            foreach (string folder in Installation(terminal, parsed.GetValue(prefix)).Uninstall(parsed.GetValue(name)))
            {
                terminal.Out.WriteLine($"Removed: {folder}");
            }

            return CommandLine.Done;
        });
        return command;
    }

    private static KernelInstallation Installation(Terminal terminal, string? prefix) => new(prefix is null ? null : terminal.PathOf(prefix));

    private static Option<string?> Prefix() =>
        new("--prefix")
        {
            Description = "The folder of an environment, such as a Python virtual environment; the user's own kernels where left out.",
            HelpName = "DIR",
        };

    private static Option<string?> Name() =>
        new("--name")
        {
            Description =
                $"The name of the kernel. Where left out it is {KernelName.Default}, and also {KernelName.DotnetInteractive}, which other "
                + "notebooks in C# ask for, unless another kernel has that name.",
            HelpName = "NAME",
        };
}
