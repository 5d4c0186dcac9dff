using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Sroi.Notebooks.Execution;

/// <summary>A piece of C# script and what it may use.</summary>
/// <param name="Code">Its text.</param>
/// <param name="References">The assemblies.</param>
internal sealed record ScriptPiece(string Code, ImmutableArray<MetadataReference> References);
