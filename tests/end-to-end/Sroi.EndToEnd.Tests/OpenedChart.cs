using System.Collections.Immutable;

namespace Sroi.EndToEnd.Tests;

/// <summary>A chart in a page that was opened.</summary>
/// <param name="Name">What it is called, such as <c>tornado</c>.</param>
/// <param name="HasDrawn">Whether plotly.js has drawn it.</param>
/// <param name="StillIsHidden">Whether its still picture has gone.</param>
/// <param name="Collisions">Pieces of its text that lie on one another or run out of it.</param>
internal sealed record OpenedChart(string Name, bool HasDrawn, bool StillIsHidden, ImmutableArray<string> Collisions);
