using System.Collections.Immutable;
using System.CommandLine;
using Sroi.Parameters.Reading;
using Sroi.Sensitivity.Decisions;

namespace Sroi.Cli.Commands;

/// <summary>Arguments and options of commands about a choice between options.</summary>
internal sealed class DecisionOptions
{
    private readonly Argument<string[]> _options = new("OPTION") { Description = OptionNames.Help, Arity = ArgumentArity.OneOrMore };
    private readonly Option<bool> _without = new("--without-nothing")
    {
        Description = "Doing nothing is no alternative: one of the options must be chosen.",
    };

    /// <summary>What all analyses have.</summary>
    public AnalysisOptions Shared { get; } = new();

    public void AddTo(Command command)
    {
        command.Add(_options);
        command.Add(_without);
        Shared.AddTo(command);
        Shared.AddDrawsTo(command);
    }

    /// <summary>The first option by the name that was given.</summary>
    public string First(ParseResult parsed) => parsed.GetRequiredValue(_options)[0];

    /// <summary>The choice, drawn.</summary>
    /// <param name="terminal">Where from.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="withVariants">Whether one scenario alone stands for itself and all its variants.</param>
    public Decision Read(Terminal terminal, ParseResult parsed, bool withVariants)
    {
        string[] names = parsed.GetRequiredValue(_options);
        string near = names[0].Split(':', '+')[0];
        ParameterLibrary library = Shared.Library(terminal, parsed, near);
        string[] overlays = Shared.Overlays(parsed);
        bool isAlone = names.Length == 1 && !names[0].Contains(':') && !names[0].Contains('+');
        ImmutableArray<DecisionOption> options =
            withVariants && isAlone
                ? OptionNames.WithVariants(terminal, library, names[0], overlays)
                : OptionNames.Read(terminal, library, names, overlays);
        if (withVariants && options.Length < 2)
        {
            throw new CommandException(
                $"There is only one option, {options[0].Name}{(isAlone ? ", which has no variants" : "")}. Name two or more: scenarios, SCENARIO:VARIANT or SCENARIO+OVERLAY.",
                CommandLine.WrongCommandLine
            );
        }

        return Decision.Between(
            options,
            Shared.Draws(parsed) ?? AnalysisOptions.UsualDraws,
            Shared.Seed(parsed),
            parsed.GetValue(_without) ? DoNothing.Excluded : DoNothing.Included,
            Shared.Threads(parsed)
        );
    }
}
