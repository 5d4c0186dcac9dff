using System.Collections.Immutable;

namespace Sroi.EndToEnd.Tests;

/// <summary>What happened when a page was opened.</summary>
/// <param name="Charts">Its charts, in their order.</param>
/// <param name="Errors">What the console had of errors, and what was thrown.</param>
/// <param name="Requests">What it asked the network for.</param>
/// <param name="Violations">Serious and critical faults of accessibility, each with its place.</param>
internal sealed record OpenedPage(
    ImmutableArray<OpenedChart> Charts,
    ImmutableArray<string> Errors,
    ImmutableArray<string> Requests,
    ImmutableArray<string> Violations
);
