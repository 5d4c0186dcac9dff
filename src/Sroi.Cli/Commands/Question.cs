using Sroi.Parameters.Reading;

namespace Sroi.Cli.Commands;

/// <summary>A question of <c>sroi new</c>, and how its answer is read.</summary>
/// <param name="Option">The option that answers it.</param>
/// <param name="Text">The question.</param>
/// <param name="Example">An example of an answer.</param>
/// <param name="Read">The answer as it is kept, or what is wrong with it.</param>
/// <param name="Fallback">The meaning of an empty answer; null if an answer is required.</param>
internal sealed record Question(string Option, string Text, string Example, Func<Asked, string, Answer> Read, string? Fallback = null)
{
    /// <summary>What may be chosen by its number; empty where anything may be written.</summary>
    public Choice[] Choices { get; init; } = [];

    /// <summary>Whether the answers so far leave it open.</summary>
    public Func<Asked, bool> IsAsked { get; init; } = _ => true;

    /// <summary>The question in full, where it depends on answers before it.</summary>
    public Func<Asked, string>? TextFor { get; init; }
}

/// <summary>Something to choose by its number.</summary>
/// <param name="Value">The answer that it means.</param>
/// <param name="Label">What it is, in words.</param>
internal sealed record Choice(string Value, string Label);

/// <summary>An answer as read.</summary>
/// <param name="Value">As it is kept; null if it cannot be read.</param>
/// <param name="Wrong">What is wrong with it; null if nothing is.</param>
internal sealed record Answer(string? Value, string? Wrong)
{
    /// <summary>What was probably meant, to choose by its number.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>An answer that can be used.</summary>
    public static Answer Of(string value) => new(value, Wrong: null);

    /// <summary>An answer that cannot.</summary>
    public static Answer No(string wrong, params IReadOnlyList<Choice> choices) => new(Value: null, wrong) { Choices = choices };
}

/// <summary>The answers so far, seen from a question about one outcome.</summary>
/// <param name="library">The parameters.</param>
/// <param name="answers">The answers by key.</param>
/// <param name="outcome">Which outcome the question is about, from 1; 0 for a question about the service.</param>
internal sealed class Asked(ParameterLibrary library, IReadOnlyDictionary<string, string> answers, int outcome)
{
    /// <summary>The parameters.</summary>
    public ParameterLibrary Library { get; } = library;

    /// <summary>Which outcome, from 1; 0 for the service.</summary>
    public int Outcome { get; } = outcome;

    /// <summary>The answer to another question, of the same outcome if it is about one; null if it has none yet.</summary>
    public string? this[string option] => answers.GetValueOrDefault(KeyOf(option, Outcome)) ?? answers.GetValueOrDefault(option);

    /// <summary>Under which key an answer is kept: that of a second outcome begins with <c>2.</c></summary>
    public static string KeyOf(string option, int outcome) => outcome > 1 ? $"{outcome}.{option}" : option;
}
