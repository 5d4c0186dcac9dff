using System.CommandLine;

namespace Sroi.Cli.Declarations;

/// <summary>The settings of a command, and what it does with them.</summary>
internal interface IRunnable
{
    /// <summary>Runs the command.</summary>
    /// <returns>The exit code.</returns>
    int Run(Terminal terminal);
}

/// <summary>A command: its name, one sentence of help, and its settings or subcommands.</summary>
/// <param name="Name">The word on the command line.</param>
/// <param name="Help">What it is for, in one sentence.</param>
/// <param name="Settings">Describes and reads the settings; null for a command that only has subcommands.</param>
internal sealed record Declaration(string Name, string Help, Func<Given, IRunnable>? Settings = null)
{
    /// <summary>The subcommands.</summary>
    public Declaration[] Commands { get; init; } = [];

    /// <summary>Whether help omits it.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Builds the command for the parser.</summary>
    public Command Build(Terminal terminal)
    {
        Command command = new(Name, Help) { Hidden = IsHidden };
        if (Settings is { } settings)
        {
            _ = settings(Given.Listing(command));
            command.SetAction(parsed => settings(Given.Of(parsed, terminal)).Run(terminal));
        }

        foreach (Declaration inner in Commands)
        {
            command.Add(inner.Build(terminal));
        }

        return command;
    }
}
