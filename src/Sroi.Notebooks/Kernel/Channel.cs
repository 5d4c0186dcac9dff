namespace Sroi.Notebooks.Kernel;

/// <summary>The sockets that carry messages; the heartbeat carries none.</summary>
internal enum Channel
{
    /// <summary>Requests to run code, and their replies.</summary>
    Shell,

    /// <summary>Requests that must not wait for a running cell.</summary>
    Control,

    /// <summary>Questions to the user.</summary>
    Stdin,

    /// <summary>Output, for all subscribers.</summary>
    Published,
}
