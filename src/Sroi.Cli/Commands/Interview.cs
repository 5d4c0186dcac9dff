using System.Globalization;
using Sroi.Parameters.Reading;

namespace Sroi.Cli.Commands;

/// <summary>Asks the questions of <c>sroi new</c> one by one; answers are kept as they are given, and can be gone back to.</summary>
/// <param name="terminal">Where it asks.</param>
/// <param name="library">The parameters.</param>
/// <param name="saved">Where answers are kept until the last is given.</param>
internal sealed class Interview(Terminal terminal, ParameterLibrary library, SavedAnswers saved)
{
    private const string Back = "back";

    private readonly Dictionary<string, string> _answers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _given = new(StringComparer.Ordinal);
    private readonly List<string> _unasked = [];

    /// <summary>The keys of answers that were not given, so that their fallbacks are assumptions.</summary>
    public IReadOnlyList<string> Unasked => _unasked;

    /// <summary>The answers, from the options or by asking.</summary>
    /// <param name="given">The answers given as options.</param>
    /// <exception cref="CommandException">An option is not a valid answer, or standard input ends before the questions do.</exception>
    public IReadOnlyDictionary<string, string> Ask(IReadOnlyDictionary<string, string?> given)
    {
        Take(given);
        Resume();
        List<string> asked = [];
        while (Next(asked) is { } step)
        {
            string key = Asked.KeyOf(step.Question.Option, step.Outcome);
            string? answer = Ask(step.Question, step.Outcome, given);
            if (answer == Back)
            {
                GoBack(asked);
                continue;
            }

            asked.Add(key);
            _answers[key] = answer!;
            saved.Keep(_answers.Where(one => !_given.Contains(one.Key)));
        }

        return _answers;
    }

    private void Take(IReadOnlyDictionary<string, string?> given)
    {
        List<string> wrong = [];
        foreach (Question question in Questionnaire.All.Where(question => given[question.Option] is not null))
        {
            int outcome = Questionnaire.Outcome.Contains(question) ? 1 : 0;
            Answer read = Read(question, outcome, given[question.Option]!);
            if (read.Value is { } value)
            {
                _answers[question.Option] = value;
                _given.Add(question.Option);
            }
            else
            {
                wrong.Add($"--{question.Option}: {read.Wrong}{Listed(read.Choices)}");
            }
        }

        if (wrong.Count > 0)
        {
            throw new CommandException(string.Join('\n', wrong), CommandLine.WrongCommandLine);
        }
    }

    private void Resume()
    {
        IReadOnlyDictionary<string, string> kept = saved.Read();
        foreach ((string key, string answer) in kept.Where(one => !_answers.ContainsKey(one.Key)))
        {
            _answers[key] = answer;
        }

        Say(
            kept.Count > 0
                ? $"{kept.Count} answers from last time are taken up. To begin again, delete {saved.Path}."
                : "Answers are kept as you give them: after Ctrl-C the same command goes on. 'back' goes to the question before."
        );
    }

    private (Question Question, int Outcome)? Next(List<string> asked)
    {
        foreach ((Question question, int outcome) in Questionnaire.Steps(_answers))
        {
            if (!_answers.ContainsKey(Asked.KeyOf(question.Option, outcome)) && question.IsAsked(new(library, _answers, outcome)))
            {
                return (question, outcome);
            }
        }

        return null;
    }

    private void GoBack(List<string> asked)
    {
        // Answers taken up from last time can be gone back to as well.
        string? last =
            asked.LastOrDefault()
            ?? Questionnaire
                .Steps(_answers)
                .Select(step => Asked.KeyOf(step.Question.Option, step.Outcome))
                .LastOrDefault(key => _answers.ContainsKey(key) && !_given.Contains(key));
        if (last is null)
        {
            Say("   This is the first question.");
            return;
        }

        asked.Remove(last);
        _answers.Remove(last);
        _unasked.Remove(last);
    }

    private string? Ask(Question question, int outcome, IReadOnlyDictionary<string, string?> given)
    {
        Asked so = new(library, _answers, outcome);
        (Question, int)[] steps = [.. Questionnaire.Steps(_answers).Where(step => step.Question.IsAsked(new(library, _answers, step.Outcome)))];
        string text = question.TextFor?.Invoke(so) ?? question.Text;
        Say($"{Array.IndexOf(steps, (question, outcome)) + 1} of {steps.Length}. {text}");
        IReadOnlyList<Choice> choices = question.Choices;
        ShowChoices(choices);
        while (true)
        {
            Prompt(question);
            if (terminal.In.ReadLine() is not { } line)
            {
                return Ended(question, outcome, given);
            }

            string answer = line.Trim();
            if (answer.Equals(Back, StringComparison.OrdinalIgnoreCase))
            {
                return Back;
            }

            if (answer.Length == 0 && question.Fallback is { } fallback)
            {
                _unasked.Add(Asked.KeyOf(question.Option, outcome));
                return fallback;
            }

            Answer read = Chosen(choices, answer) is { } chosen ? Answer.Of(chosen) : question.Read(so, answer);
            if (read.Value is { } value)
            {
                return value;
            }

            Say($"   {read.Wrong}");
            choices = read.Choices.Count > 0 ? read.Choices : choices;
            ShowChoices(read.Choices);
        }
    }

    private Answer Read(Question question, int outcome, string text) =>
        Chosen(question.Choices, text) is { } chosen ? Answer.Of(chosen) : question.Read(new(library, _answers, outcome), text);

    private static string? Chosen(IReadOnlyList<Choice> choices, string answer) =>
        int.TryParse(answer, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= choices.Count
            ? choices[number - 1].Value
            : null;

    private string Ended(Question question, int outcome, IReadOnlyDictionary<string, string?> given)
    {
        if (question.Fallback is { } unasked && given.Values.Any(value => value is not null))
        {
            terminal.Error.WriteLine(unasked);
            _unasked.Add(Asked.KeyOf(question.Option, outcome));
            return unasked;
        }

        IEnumerable<string> missing = Questionnaire
            .Steps(_answers)
            .Where(step => step.Outcome <= 1 && step.Question.Fallback is null && !_answers.ContainsKey(step.Question.Option))
            .Select(step => $"--{step.Question.Option}");
        throw new CommandException(
            $"\nThe input ended before the last question, and no file was written. The same command goes on from here. Answer the rest, or use: {string.Join(" ", missing)}",
            CommandLine.WrongCommandLine
        );
    }

    private void Prompt(Question question)
    {
        string hint = $"   for example: {question.Example}{(question.Fallback is { } f ? $" (if empty: {f})" : "")}";
        string[] lines = [.. Lines(hint, terminal.Width - 3)];
        terminal.Error.Write(string.Join('\n', lines) + " > ");
    }

    private void ShowChoices(IReadOnlyList<Choice> choices)
    {
        foreach ((int at, Choice choice) in choices.Index())
        {
            Say($"   {at + 1}  {choice.Label}", indent: 6);
        }
    }

    private static string Listed(IReadOnlyList<Choice> choices) => string.Concat(choices.Select(choice => $"\n     {choice.Value}: {choice.Label}"));

    private void Say(string text, int indent = 3) => terminal.Error.WriteLine(string.Join('\n', Lines(text, terminal.Width, indent)));

    // Broken at spaces, the later lines indented.
    private static IEnumerable<string> Lines(string text, int width, int indent = 3)
    {
        string line = text[..(text.Length - text.TrimStart().Length)];
        bool isBegun = false;
        foreach (string word in text.TrimStart().Split(' '))
        {
            if (isBegun && line.Length + 1 + word.Length > width)
            {
                yield return line;
                (line, isBegun) = (new(' ', indent), false);
            }

            line += (isBegun ? " " : "") + word;
            isBegun = true;
        }

        yield return line;
    }
}
