using System.Collections.Immutable;
using Sroi.Cli.Declarations;
using Sroi.Sensitivity;

namespace Sroi.Cli.Settings;

/// <summary>Groups of parameters that are treated as one.</summary>
internal sealed record GroupSettings(string[] Texts)
{
    public static GroupSettings Of(Given given) =>
        new(
            given.Texts(
                "--group",
                "GROUP",
                "Parameters treated as one: NAME=ID,ID,… An ID may be its last part, or have a star, as in costs=unit_costs.*. May be repeated."
            )
        );

    /// <summary>The groups; empty for none.</summary>
    /// <exception cref="CommandException">A group is not written as NAME=ID,ID,…</exception>
    public ImmutableArray<ParameterGroup> Of(TargetFigure figure) =>
        [
            .. Texts.Select(text =>
                text.Split('=', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } name, { Length: > 0 } ids]
                    ? ParameterGroup.Of(figure, name, ids.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                    : throw new CommandException($"--group takes NAME=ID,ID,…; found '{text}'.", CommandLine.WrongCommandLine)
            ),
        ];
}
