namespace Sroi.Notebooks.Cells;

/// <summary>C# cells that run one after another, each with the declarations of those before it.</summary>
public interface IScriptSession : IDisposable
{
    /// <summary>Runs one cell: its magics, its packages, its code. A failure ends the cell, never the session, and what the cell had declared is kept.</summary>
    /// <param name="code">The cell's source.</param>
    /// <param name="output">Where output goes while the cell runs; called from any thread, one call at a time.</param>
    Task<CellOutcome> RunAsync(string code, ICellOutput output);

    /// <summary>Interrupts the running cell, even in an endless loop or a sleep. Does nothing if no cell is running. Never blocks.</summary>
    void Interrupt();

    /// <summary>The completions at a position.</summary>
    /// <param name="code">The cell's source.</param>
    /// <param name="position">A position in it, in UTF-16 units.</param>
    Task<CellCompletion> CompleteAsync(string code, int position);

    /// <summary>The signature and documentation of the symbol at a position; null if there is none.</summary>
    /// <param name="code">The cell's source.</param>
    /// <param name="position">A position in it, in UTF-16 units.</param>
    Task<MimeBundle?> InspectAsync(string code, int position);

    /// <summary>Whether a cell is complete.</summary>
    CellCompleteness IsComplete(string code);

    /// <summary>The value of an expression as text, for a front end; throws if it fails.</summary>
    Task<MimeBundle> EvaluateAsync(string expression);
}

/// <summary>Receives the output of a cell while it runs.</summary>
public interface ICellOutput
{
    /// <summary>Text that the cell wrote.</summary>
    /// <param name="name">"stdout" or "stderr".</param>
    /// <param name="text">The text.</param>
    void Stream(string name, string text);

    /// <summary>A value that the cell displays.</summary>
    /// <param name="data">The value in one or more types.</param>
    /// <param name="displayId">A name for later updates; null for none.</param>
    void Display(MimeBundle data, string? displayId);

    /// <summary>Replaces a displayed value.</summary>
    void Update(MimeBundle data, string displayId);

    /// <summary>The value of the cell's last expression.</summary>
    void Result(MimeBundle data);

    /// <summary>Asks the user; throws an <see cref="InvalidOperationException"/> if there is none.</summary>
    string Ask(string prompt, bool isPassword);

    /// <summary>Clears the output of the cell, at once or when new output arrives.</summary>
    void Clear(bool wait);
}
