using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Text;
using Sroi.Notebooks.Scripting;

namespace Sroi.Notebooks.Completion;

/// <summary>The cells that ran, as an editor workspace: a chain in which each sees the declarations of those before it.</summary>
internal sealed class ScriptWorkspace(SubmissionChain chain) : IDisposable
{
    private readonly AdhocWorkspace _workspace = new(MefHostServices.DefaultHost);
    private ProjectId? _last;
    private int _known;

    /// <summary>A cell being written, as if it would run next.</summary>
    public Document Next(string code)
    {
        // Before the pieces: references added meanwhile are then listed twice but never missing.
        ImmutableArray<MetadataReference> references = chain.NewReferences;
        foreach (ScriptPiece piece in chain.Pieces.Skip(_known))
        {
            ProjectInfo ran = Info(piece, _known++);
            _workspace.AddProject(ran);
            _last = ran.Id;
        }

        ProjectInfo next = Info(new(code, references), _known);
        Solution solution = _workspace.CurrentSolution.AddProject(next);
        return solution.GetProject(next.Id)!.Documents.Single();
    }

    public void Dispose() => _workspace.Dispose();

    private ProjectInfo Info(ScriptPiece piece, int number)
    {
        ProjectId project = ProjectId.CreateNewId();
        string name = string.Create(CultureInfo.InvariantCulture, $"cell-{number}");
        DocumentInfo document = DocumentInfo.Create(
            DocumentId.CreateNewId(project),
            name,
            sourceCodeKind: SourceCodeKind.Script,
            loader: TextLoader.From(TextAndVersion.Create(SourceText.From(piece.Code), VersionStamp.Default))
        );
        return ProjectInfo
            .Create(project, VersionStamp.Default, name, name, LanguageNames.CSharp, isSubmission: true)
            .WithCompilationOptions(chain.Options(number))
            .WithParseOptions(SubmissionChain.ParseOptions)
            .WithMetadataReferences(piece.NewReferences)
            .WithProjectReferences(_last is null ? [] : [new ProjectReference(_last)])
            .WithDocuments([document]);
    }
}
