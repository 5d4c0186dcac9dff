using System.Collections.Immutable;
using Sroi.Cli.Declarations;
using Sroi.Sensitivity;

namespace Sroi.Cli.Settings;

/// <summary>Groups of parameters that are looked at together.</summary>
internal sealed record GroupSettings(string[] Texts)
{
    public static GroupSettings Of(Given given) =>
        new(
            given.Texts(
                "--group",
                "GROUP",
                "Inputs looked at together: NAME=ID,ID,… where an ID may be the last part of one or have a star, such as costs=unit_costs.*. May be repeated."
            )
        );

    /// <summary>The groups; empty for none.</summary>
    /// <exception cref="CommandException">One is not written as NAME=ID,ID,…</exception>
    public ImmutableArray<InputGroup> Of(TargetFigure figure) =>
        [
            .. Texts.Select(text =>
                text.Split('=', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } name, { Length: > 0 } ids]
                    ? InputGroup.Of(figure, name, ids.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                    : throw new CommandException($"--group takes NAME=ID,ID,…; found '{text}'.", CommandLine.WrongCommandLine)
            ),
        ];
}
