using Sroi.Assurance;
using Sroi.Parameters.Reading;
using Sroi.Reports;

namespace Sroi.Cli.Commands;

/// <summary>What <c>sroi check</c> found, gathered file by file.</summary>
internal sealed class CheckedFiles
{
    /// <summary>The problems of all files.</summary>
    public List<Problem> Problems { get; } = [];

    /// <summary>The scenarios without problems, with their limitations.</summary>
    public List<(string Id, IReadOnlyList<Warning> Limitations)> Scenarios { get; } = [];

    /// <summary>The templates without problems, which have no result yet.</summary>
    public List<string> Templates { get; } = [];

    /// <summary>What overlays leave unsaid: an author, a source, a reason, a price year.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>The folders whose files were checked, how many files each has, and whether it came with the program; empty if files were named.</summary>
    public IReadOnlyList<(string Folder, int Files, bool IsShipped)> Folders { get; set; } = [];

    /// <summary>The result as JSON: <c>problems</c>, <c>scenarios</c> with their <c>limitations</c>, <c>templates</c>, <c>notes</c> and <c>folders</c>.</summary>
    /// <param name="problems">The problems, each once.</param>
    public string ToJson(IReadOnlyList<Problem> problems) =>
        JsonText.Write(json =>
        {
            json.WriteStartObject();
            json.WriteObjects(
                "problems",
                problems,
                problem =>
                {
                    json.WriteString("file", problem.File);
                    json.WriteNullable("line", problem.Line);
                    json.WriteString("message", problem.Message);
                    json.WriteNullable("remedy", problem.Remedy);
                }
            );
            json.WriteObjects(
                "scenarios",
                Scenarios,
                scenario =>
                {
                    json.WriteString("id", scenario.Id);
                    json.WriteObjects(
                        "limitations",
                        scenario.Limitations,
                        limitation =>
                        {
                            json.WriteString("code", limitation.Code);
                            json.WriteString("severity", limitation.Severity.ToString().ToLowerInvariant());
                            json.WriteString("message", limitation.Message);
                            json.WriteNullable("where", limitation.Where);
                            json.WriteString("what_to_do", limitation.WhatToDo);
                        }
                    );
                }
            );
            json.WriteStrings("templates", Templates);
            json.WriteStrings("notes", Notes);
            json.WriteObjects(
                "folders",
                Folders,
                folder =>
                {
                    json.WriteString("folder", folder.Folder);
                    json.WriteNumber("files", folder.Files);
                    json.WriteBoolean("shipped", folder.IsShipped);
                }
            );
            json.WriteEndObject();
        });
}
