namespace Sroi.Notebooks.Kernel;

/// <summary>The sockets that carry messages; the heartbeat carries none.</summary>
internal enum Channel
{
    /// <summary>What is to be run, and its replies.</summary>
    Shell,

    /// <summary>What must not wait for a running cell.</summary>
    Control,

    /// <summary>Questions to the person at the notebook.</summary>
    Stdin,

    /// <summary>What came of it, to everybody who listens.</summary>
    Published,
}
