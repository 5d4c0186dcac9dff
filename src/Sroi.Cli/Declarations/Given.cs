using System.CommandLine;

namespace Sroi.Cli.Declarations;

/// <summary>
/// Describes and reads the settings of a command in one place. The same code is called twice: to list the options of a command, when every value is
/// empty, and to read them from a command line.
/// </summary>
internal sealed class Given
{
    private readonly Command? _listed;
    private readonly ParseResult? _parsed;
    private readonly Terminal? _terminal;

    private Given(Command? listed, ParseResult? parsed, Terminal? terminal) => (_listed, _parsed, _terminal) = (listed, parsed, terminal);

    /// <summary>Adds what is described to a command.</summary>
    public static Given Listing(Command command) => new(command, parsed: null, terminal: null);

    /// <summary>Reads what is described from a command line.</summary>
    public static Given Of(ParseResult parsed, Terminal terminal) => new(listed: null, parsed, terminal);

    /// <summary>The words of the command line as they were given; empty while settings are listed.</summary>
    public string[] Words => [.. _parsed?.Tokens.Select(token => token.Value) ?? []];

    /// <summary>A word that must be given.</summary>
    public string Argument(string name, string help) => Argument<string>(name, help, ArgumentArity.ExactlyOne) ?? "";

    /// <summary>A word that may be given.</summary>
    public string? OptionalArgument(string name, string help) => Argument<string>(name, help, ArgumentArity.ZeroOrOne);

    /// <summary>As many words as the arity allows.</summary>
    public string[] Arguments(string name, string help, ArgumentArity arity) => Argument<string[]>(name, help, arity) ?? [];

    /// <summary>An option without a value.</summary>
    public bool Flag(string name, string help, string? formerly = null) => Option<bool>(name, label: null, help, formerly: formerly);

    /// <summary>An option with any text.</summary>
    public string? Text(string name, string label, string help, string? formerly = null) => Option<string?>(name, label, help, formerly: formerly);

    /// <summary>An option with any text that may be omitted: then the text is empty.</summary>
    public string? TextOrNone(string name, string label, string help) =>
        Option<string?>(
            name,
            label,
            help,
            option =>
            {
                option.Arity = ArgumentArity.ZeroOrOne;
                option.CustomParser = result => result.Tokens is [var token] ? token.Value : "";
            }
        );

    /// <summary>An option that must be given.</summary>
    public string Required(string name, string label, string help) => Option<string>(name, label, help, option => option.Required = true) ?? "";

    /// <summary>An option that may be given several times.</summary>
    public string[] Texts(string name, string label, string help, params string[] aliases) =>
        Option<string[]>(
            name,
            label,
            help,
            option =>
            {
                option.DefaultValueFactory = _ => [];
                Array.ForEach(aliases, option.Aliases.Add);
            }
        ) ?? [];

    /// <summary>An option with a value of a kind; null if the option is omitted.</summary>
    public T? Value<T>(string name, string label, string help, Kind<T> kind) =>
        Option<T>(
            name,
            label,
            help,
            option =>
                option.CustomParser = result =>
                {
                    string text = result.Tokens[0].Value;
                    T value = kind.Read(text);
                    if (value is null)
                    {
                        result.AddError($"{name} takes {kind.Takes}; {Kinds.Found(text)}");
                    }

                    return value;
                }
        );

    /// <summary>An option that only the program itself uses.</summary>
    public string? Hidden(string name) => Option<string?>(name, label: null, help: "", option => option.Hidden = true);

    /// <summary>Says on standard error that a name has changed.</summary>
    public void Notice(string former, string now) =>
        _terminal?.Error.WriteLine($"{former} is now called {now}; the old name will be removed in the next release.");

    private T? Argument<T>(string name, string help, ArgumentArity arity)
    {
        _listed?.Add(new Argument<T>(name) { Description = help, Arity = arity });
        return _parsed is { } parsed ? parsed.GetValue<T>(name) : default;
    }

    // Under its former name an option works for one more release, and says so.
    private T? Option<T>(string name, string? label, string help, Action<Option<T>>? configure = null, string? formerly = null)
    {
        foreach (string one in new[] { name, formerly }.OfType<string>())
        {
            Option<T> option = new(one)
            {
                Description = help,
                HelpName = label,
                Hidden = one == formerly,
            };
            configure?.Invoke(option);
            _listed?.Add(option);
        }

        if (formerly is not null && _parsed?.GetResult(formerly) is { } given and not System.CommandLine.Parsing.OptionResult { Implicit: true })
        {
            Notice(formerly, name);
            return given.GetValue<T>(formerly);
        }

        return _parsed is { } parsed ? parsed.GetValue<T>(name) : default;
    }
}
