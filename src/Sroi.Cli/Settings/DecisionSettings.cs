using System.Collections.Immutable;
using System.CommandLine;
using Sroi.Cli.Declarations;
using Sroi.Parameters.Reading;
using Sroi.Sensitivity.Decisions;

namespace Sroi.Cli.Settings;

/// <summary>A choice between options, and how it is simulated.</summary>
/// <param name="Names">The options, as given.</param>
/// <param name="MustChoose">Whether doing nothing is excluded.</param>
/// <param name="Overlays">Overlays for every option.</param>
/// <param name="Source">Where the parameters are.</param>
/// <param name="Draws">The draws.</param>
internal sealed record DecisionSettings(string[] Names, bool MustChoose, string[] Overlays, LibrarySettings Source, DrawSettings Draws)
{
    public static DecisionSettings Of(Given given) =>
        new(
            given.Arguments("OPTION", OptionNames.Help, ArgumentArity.OneOrMore),
            given.Flag("--must-choose", "Exclude doing nothing: one of the options must be chosen.", formerly: "--without-nothing"),
            CaseSettings.OverlaysOf(given),
            LibrarySettings.Of(given),
            DrawSettings.Of(given)
        );

    /// <summary>Simulates the choice between the options.</summary>
    public Decision Read(Terminal terminal) => Between(OptionNames.Read(terminal, Open(terminal), Names, Overlays));

    /// <summary>Does the same; a single scenario means the scenario and all its variants.</summary>
    /// <exception cref="CommandException">There is only one option.</exception>
    public Decision ReadWithVariants(Terminal terminal)
    {
        bool isAlone = Names is [var only] && !only.Contains(':') && !only.Contains('+');
        ParameterLibrary library = Open(terminal);
        ImmutableArray<DecisionOption> options = isAlone
            ? OptionNames.WithVariants(terminal, library, Names[0], Overlays)
            : OptionNames.Read(terminal, library, Names, Overlays);
        return options.Length < 2
            ? throw new CommandException(
                $"There is only one option, {options[0].Name}{(isAlone ? ", which has no variants" : "")}. Name two or more: scenarios, SCENARIO:VARIANT or SCENARIO+OVERLAY.",
                CommandLine.WrongCommandLine
            )
            : Between(options);
    }

    private ParameterLibrary Open(Terminal terminal) => Source.Open(terminal, Names[0].Split(':', '+')[0]);

    private Decision Between(ImmutableArray<DecisionOption> options) =>
        Decision.Between(options, Draws.DrawsOrUsual, Draws.Seed, MustChoose ? DoNothing.Excluded : DoNothing.Included, Draws.Threads);
}
