using System.Collections.Immutable;

namespace Sroi.EndToEnd.Tests;

/// <summary>A chart in a page that was opened.</summary>
/// <param name="Name">What it is called, such as <c>tornado</c>.</param>
/// <param name="HasDrawn">Whether plotly.js has drawn it.</param>
/// <param name="StillIsHidden">Whether its still picture has gone.</param>
/// <param name="Collisions">Pieces of its text that overlap or run out of it.</param>
/// <param name="StillCollisions">The same in its still picture.</param>
internal sealed record OpenedChart(
    string Name,
    bool HasDrawn,
    bool StillIsHidden,
    ImmutableArray<string> Collisions,
    ImmutableArray<string> StillCollisions
);

/// <summary>The charts of a page, and the picture of its answer, which is drawn without a script.</summary>
/// <param name="Charts">The charts, in their order.</param>
/// <param name="Answers">The picture of the answer; empty if there is none.</param>
internal sealed record OpenedCharts(ImmutableArray<OpenedChart> Charts, ImmutableArray<OpenedChart> Answers);
