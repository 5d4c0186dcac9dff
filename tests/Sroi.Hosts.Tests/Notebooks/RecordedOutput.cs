using System.Text;
using Sroi.Notebooks.Cells;

namespace Sroi.Hosts.Tests.Notebooks;

/// <summary>Keeps what a cell put out, in its order.</summary>
internal sealed class RecordedOutput : ICellOutput
{
    private readonly StringBuilder _standard = new(),
        _errors = new();

    public List<string> Calls { get; } = [];

    public List<MimeBundle> Displays { get; } = [];

    public MimeBundle? LastResult { get; private set; }

    public string Standard => _standard.ToString();

    public string Errors => _errors.ToString();

    public string? Plain => LastResult?.Data["text/plain"];

    public Func<string, string> Answer { get; init; } = _ => throw new InvalidOperationException("There is nobody to ask.");

    public Action<string>? OnStream { get; init; }

    public void Stream(string name, string text)
    {
        (name == "stdout" ? _standard : _errors).Append(text);
        Calls.Add(name);
        OnStream?.Invoke(text);
    }

    public void Display(MimeBundle data, string? displayId)
    {
        Calls.Add($"display {displayId}");
        Displays.Add(data);
    }

    public void Update(MimeBundle data, string displayId)
    {
        Calls.Add($"update {displayId}");
        Displays.Add(data);
    }

    public void Result(MimeBundle data)
    {
        Calls.Add("result");
        LastResult = data;
    }

    public string Ask(string prompt, bool isPassword) => Answer(prompt);

    public void Clear(bool wait) => Calls.Add("clear");
}
