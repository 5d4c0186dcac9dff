namespace Sroi.Notebooks.Cells;

/// <summary>C# cells that run one after the other and know what the cells before them declared.</summary>
public interface IScriptSession : IDisposable
{
    /// <summary>Runs one cell: its magics, its packages, its code. A failing cell ends the cell, never the session, and keeps what it had declared.</summary>
    /// <param name="code">The cell's source.</param>
    /// <param name="output">Where output goes while the cell runs; called from any thread, one call at a time.</param>
    Task<CellOutcome> RunAsync(string code, ICellOutput output);

    /// <summary>Interrupts the cell that is running, an endless loop and a sleep included. Without one it does nothing. Never blocks.</summary>
    void Interrupt();

    /// <summary>What may stand at a position.</summary>
    /// <param name="code">The cell's source.</param>
    /// <param name="position">A position in it, in UTF-16 units.</param>
    Task<CellCompletion> CompleteAsync(string code, int position);

    /// <summary>What stands at a position: its signature and documentation; null where nothing does.</summary>
    /// <param name="code">The cell's source.</param>
    /// <param name="position">A position in it, in UTF-16 units.</param>
    Task<MimeBundle?> InspectAsync(string code, int position);

    /// <summary>Whether a cell can run as it stands.</summary>
    CellCompleteness IsComplete(string code);

    /// <summary>The value of an expression as text, for a front end that asks for one; an exception where it fails.</summary>
    Task<MimeBundle> EvaluateAsync(string expression);
}

/// <summary>Where the output of a cell goes while it runs.</summary>
public interface ICellOutput
{
    /// <summary>Text that the cell wrote.</summary>
    /// <param name="name">"stdout" or "stderr".</param>
    /// <param name="text">The text.</param>
    void Stream(string name, string text);

    /// <summary>A value that the cell displays.</summary>
    /// <param name="data">The value in one or more types.</param>
    /// <param name="displayId">A name by which it can be updated; null for none.</param>
    void Display(MimeBundle data, string? displayId);

    /// <summary>Replaces a value that was displayed.</summary>
    void Update(MimeBundle data, string displayId);

    /// <summary>The value of the cell's last expression.</summary>
    void Result(MimeBundle data);

    /// <summary>Asks the person at the notebook; an <see cref="InvalidOperationException"/> where there is nobody to ask.</summary>
    string Ask(string prompt, bool isPassword);

    /// <summary>Takes away what the cell has shown so far, at once or when something new comes.</summary>
    void Clear(bool wait);
}
