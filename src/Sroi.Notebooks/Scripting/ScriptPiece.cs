using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Sroi.Notebooks.Scripting;

/// <summary>A piece of C# script and what it may use beyond what those before it do.</summary>
/// <param name="Code">Its text.</param>
/// <param name="NewReferences">The assemblies that no piece before it has used.</param>
internal sealed record ScriptPiece(string Code, ImmutableArray<MetadataReference> NewReferences);
