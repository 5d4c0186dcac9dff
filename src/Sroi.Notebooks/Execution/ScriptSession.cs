using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Sroi.Notebooks.Cells;
using Sroi.Notebooks.Completion;
using Sroi.Notebooks.Magics;
using Sroi.Notebooks.Scripting;
using Sroi.Notebooks.Showing;
using Sroi.Presentation;

namespace Sroi.Notebooks.Execution;

/// <summary>A notebook's C# cells, run in this process.</summary>
public sealed class ScriptSession : IScriptSession
{
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private readonly string _folder;
    private readonly SubmissionChain _chain;
    private readonly LiveCharts _charts = new();
    private readonly CellNeeds _needs;
    private readonly MagicValues _values;
    private readonly Stack<string> _imports = [];
    private readonly Lazy<ScriptWorkspace> _workspace;
    private readonly FigureCompletion _figures;
    private volatile CellThread? _running;
    private int _cells;
    private bool _isDisposed;

    private ScriptSession(string folder)
    {
        _folder = folder;
        _chain = new(folder);
        _needs = new(_chain, folder);
        _values = new(_chain, folder);
        _workspace = new(() => new(_chain));
        _figures = new(folder);
        CellConsole.Take();
        ResultPages.Register();
    }

    /// <summary>A new session.</summary>
    /// <param name="folder">The notebook's folder, from which relative paths are resolved.</param>
    public static ScriptSession Create(string folder) => new(Path.GetFullPath(folder));

    /// <inheritdoc/>
    public async Task<CellOutcome> RunAsync(string code, ICellOutput output)
    {
        await _oneAtATime.WaitAsync().ConfigureAwait(false);
        CellOutlet outlet = new(output, _charts);
        using CellThread thread = new(outlet);
        _running = thread;
        try
        {
            return await Task.Run(() => RunPartsAsync(code, thread, outlet)).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (thread.IsInterrupted)
        {
            return new CellOutcome.Interrupted();
        }
        finally
        {
            outlet.Flush();
            _running = null;
            _oneAtATime.Release();
        }
    }

    /// <inheritdoc/>
    public void Interrupt() => _running?.Interrupt();

    /// <inheritdoc/>
    public async Task<CellCompletion> CompleteAsync(string code, int position)
    {
        Document document = Next(code);
        int at = Math.Clamp(position, 0, code.Length);
        return await _figures.OfAsync(document, at).ConfigureAwait(false) ?? await CodeCompletion.OfAsync(document, at).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<MimeBundle?> InspectAsync(string code, int position)
    {
        Document document = Next(code);
        return await CodeInspection.OfAsync(document, Math.Clamp(position, 0, code.Length)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public CellCompleteness IsComplete(string code) => Completeness.Of(code);

    /// <inheritdoc/>
    public async Task<MimeBundle> EvaluateAsync(string expression)
    {
        ResultOnly result = new();
        return await RunAsync(expression, result).ConfigureAwait(false) switch
        {
            CellOutcome.Failed failed => throw new InvalidOperationException($"{failed.Name}: {failed.Message}"),
            CellOutcome.Interrupted => throw new OperationCanceledException($"'{expression}' was interrupted."),
            _ => result.Value ?? MimeBundle.Plain("null"),
        };
    }

    /// <summary>Interrupts the running cell and restores the console.</summary>
    public void Dispose()
    {
        if (!_isDisposed)
        {
            _isDisposed = true;
            Interrupt();
            CellConsole.GiveBack();
            if (_workspace.IsValueCreated)
            {
                _workspace.Value.Dispose();
            }
        }
    }

    private Document Next(string code)
    {
        lock (_workspace)
        {
            return _workspace.Value.Next(code);
        }
    }

    private async Task<CellOutcome> RunPartsAsync(string code, CellThread thread, CellOutlet outlet)
    {
        try
        {
            CellText cell = CellReader.Read(code);
            await _needs.MeetAsync(cell.Needs, outlet, thread.Stop).ConfigureAwait(false);
            long start = Stopwatch.GetTimestamp();
            CellOutcome outcome = new CellOutcome.Succeeded();
            foreach (CellPart part in cell.Parts)
            {
                outcome = await RunPartAsync(part, thread, outlet).ConfigureAwait(false);
                if (outcome is not CellOutcome.Succeeded)
                {
                    break;
                }
            }

            if (cell.IsTimed)
            {
                string took = string.Create(CultureInfo.InvariantCulture, $"Wall time: {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0.0} ms");
                outlet.Display(MimeBundle.Plain(took), displayId: null);
            }

            return outcome;
        }
        catch (CellException error)
        {
            return CellFailure.Of(error.Name, error.Message, error.Line);
        }
    }

    private async Task<CellOutcome> RunPartAsync(CellPart part, CellThread thread, CellOutlet outlet)
    {
        switch (part.Kind)
        {
            case PartKind.CSharp:
                return await RunCodeAsync(part.Text, thread, outlet).ConfigureAwait(false);
            case PartKind.Import:
                return await ImportAsync(part.Magic!, thread, outlet).ConfigureAwait(false);
            case PartKind.Set or PartKind.Share or PartKind.Value:
                return await DeclareAsync(part, thread, outlet).ConfigureAwait(false);
            default:
                outlet.Display(Shown(part), displayId: null);
                return new CellOutcome.Succeeded();
        }
    }

    private MimeBundle Shown(CellPart part) =>
        part.Kind switch
        {
            PartKind.Markdown => MimeBundle.Of("text/markdown", part.Text),
            PartKind.Html => MimeBundle.Of("text/html", part.Text),
            PartKind.JavaScript => MimeBundle.Of("application/javascript", string.Join('\n', [.. part.Shared.Select(_values.Script), part.Text])),
            PartKind.Mermaid => new(MimeBundle.Plain(part.Text).Data.Add("text/vnd.mermaid", part.Text)),
            PartKind.About => KernelAnswers.About(),
            PartKind.Magics => KernelAnswers.Magics(),
            PartKind.Variables => KernelAnswers.Names(_chain.Variables),
            _ => KernelAnswers.Values(_chain.Variables),
        };

    private async Task<CellOutcome> DeclareAsync(CellPart part, CellThread thread, CellOutlet outlet)
    {
        CellOutcome outcome = new CellOutcome.Succeeded();
        if (_values.Declaration(part, (question, isSecret) => Answer(part.Magic!, question, isSecret, outlet)) is { Length: > 0 } code)
        {
            outcome = await RunCodeAsync(code, thread, outlet).ConfigureAwait(false);
        }

        if (outcome is CellOutcome.Succeeded && part.Magic!.Options.TryGetValue("mime-type", out string? type))
        {
            string name = part.Magic.Options.GetValueOrDefault("name") ?? part.Magic.Names[0];
            object? value = _chain.Variables.FirstOrDefault(variable => variable.Name == name)?.Value;
            outlet.Display(MimeBundle.Of(type, value?.ToString() ?? ""), displayId: null);
        }

        return outcome;
    }

    private static string Answer(MagicLine magic, string question, bool isSecret, CellOutlet outlet)
    {
        try
        {
            return outlet.Ask(question, isSecret);
        }
        catch (InvalidOperationException error)
        {
            throw magic.Mistake(error.Message);
        }
    }

    private async Task<CellOutcome> ImportAsync(MagicLine magic, CellThread thread, CellOutlet outlet)
    {
        string path = Path.GetFullPath(magic.Names[0], _folder);
        if (_imports.Contains(path))
        {
            throw magic.Mistake($"{Path.GetFileName(path)} imports itself: {string.Join(", then ", _imports.Reverse().Select(Path.GetFileName))}.");
        }

        _imports.Push(path);
        try
        {
            foreach (ImportedCell cell in ImportedCells.Read(magic, path))
            {
                CellOutcome outcome = await RunPartsAsync(cell.Code, thread, outlet).ConfigureAwait(false);
                if (outcome is not CellOutcome.Succeeded)
                {
                    return outcome is CellOutcome.Failed failed ? CellFailure.Imported(failed, cell.Place, magic.Line) : outcome;
                }
            }

            return new CellOutcome.Succeeded();
        }
        finally
        {
            _imports.Pop();
        }
    }

    private async Task<CellOutcome> RunCodeAsync(string code, CellThread thread, CellOutlet outlet)
    {
        string file = CellFile.Name(_folder, ++_cells);
        (Func<Task<object?>>? run, var errors) = _chain.Prepare(_chain.Compile(code, file), thread.Stop);
        if (run is null && DeclaredValues.Repaired(code) is var (meant, notice))
        {
            (run, _) = _chain.Prepare(_chain.Compile(meant, file), thread.Stop);
            if (run is not null)
            {
                outlet.Display(MimeBundle.Plain(notice), displayId: null);
            }
        }

        if (run is null)
        {
            return CellFailure.Of(errors, [.. _chain.Variables.Select(variable => variable.Name)]);
        }

        Exception? error = await thread.RunAsync(run, value => Show(value, outlet)).ConfigureAwait(false);
        return error switch
        {
            null => new CellOutcome.Succeeded(),
            OperationCanceledException when thread.IsInterrupted => new CellOutcome.Interrupted(),
            _ => CellFailure.Of(error, file),
        };
    }

    private static void Show(object? value, CellOutlet outlet)
    {
        if (ShownValue.Of(value) is { } shown)
        {
            outlet.Result(shown);
        }
    }

    private sealed class ResultOnly : ICellOutput
    {
        public MimeBundle? Value { get; private set; }

        public void Stream(string name, string text) { }

        public void Display(MimeBundle data, string? displayId) { }

        public void Update(MimeBundle data, string displayId) { }

        public void Result(MimeBundle data) => Value = data;

        public string Ask(string prompt, bool isPassword) =>
            throw new InvalidOperationException("An expression evaluated for a front end cannot ask for input.");

        public void Clear(bool wait) { }
    }
}
