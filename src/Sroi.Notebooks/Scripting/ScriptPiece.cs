using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Sroi.Notebooks.Scripting;

/// <summary>A piece of C# script and its additional references.</summary>
/// <param name="Code">Its text.</param>
/// <param name="NewReferences">The assemblies that no earlier piece has used.</param>
internal sealed record ScriptPiece(string Code, ImmutableArray<MetadataReference> NewReferences);
