using System.CommandLine;
using Sroi.Parameters;
using Sroi.Presentation.Pages;
using Sroi.Reports;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi parameters list | show ID | diff OVERLAY | schema</c>: every number with its source.</summary>
internal static class ParametersCommand
{
    public static Command Create(Terminal terminal) =>
        new("parameters", "See every number with its source, and what an overlay changes.")
        {
            List(terminal),
            ParametersSearchCommand.Create(terminal),
            ParametersSetCommand.Create(terminal),
            ParametersImportCommand.Create(terminal),
            ParametersRefreshCommand.Create(terminal),
            Show(terminal),
            Diff(terminal),
            Schema(terminal),
        };

    private static Command List(Terminal terminal)
    {
        Argument<string?> prefix = new("PREFIX")
        {
            Description = "Only ids that begin so, such as unit_costs.health.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Option<string?> folder = Common.Folder();
        Option<bool> csv = Common.Csv(),
            json = Common.Json();
        Command command = new("list", "List all parameters.") { prefix, csv, json, folder };
        command.SetAction(parsed =>
        {
            Common.RefuseBoth(parsed.GetValue(json), parsed.GetValue(csv));
            ParameterLibrary library = Common.Library(terminal, parsed.GetValue(folder));
            string start = parsed.GetValue(prefix) ?? "";
            IReadOnlyList<Parameter> all = library.All();
            IReadOnlyList<Parameter> chosen = [.. all.Where(p => p.Id.StartsWith(start, StringComparison.Ordinal))];
            if (chosen.Count == 0)
            {
                throw new UnknownNameException($"No parameter's id begins with '{start}'.{Nearest.Hint(start, all.Select(p => p.Id))}");
            }

            if (parsed.GetValue(json))
            {
                terminal.Out.Write(ParameterJson.Write(chosen));
            }
            else if (parsed.GetValue(csv))
            {
                terminal.Csv.Write(ResultTables.Parameters(chosen).ToCsv());
            }
            else
            {
                terminal.Write(ParameterPage.List(chosen));
            }

            return CommandLine.Done;
        });
        return command;
    }

    private static Command Show(Terminal terminal)
    {
        Argument<string> id = new("ID") { Description = "The full id, such as unit_costs.health.ae_attendance." };
        Option<string?> folder = Common.Folder();
        Option<bool> json = Common.Json();
        Command command = new("show", "Show one parameter with everything known about it.") { id, json, folder };
        command.SetAction(parsed =>
        {
            ParameterLibrary library = Common.Library(terminal, parsed.GetValue(folder));
            string asked = parsed.GetRequiredValue(id);
            if (!library.Ids().Contains(asked))
            {
                throw new UnknownNameException($"There is no parameter '{asked}'.{NearestFigures.Hint(library, asked)}");
            }

            Parameter parameter = library.Parameter(asked);
            if (parsed.GetValue(json))
            {
                terminal.Out.Write(ParameterJson.Write([parameter]));
            }
            else
            {
                terminal.Write(ParameterPage.Of(parameter));
            }

            return CommandLine.Done;
        });
        return command;
    }

    private static Command Diff(Terminal terminal)
    {
        Argument<string> overlay = new("OVERLAY") { Description = "The name of a file under parameters/overlays, or a path." };
        Option<string?> folder = Common.Folder();
        Command command = new("diff", "Show what an overlay changes: what was, what is, who and why.") { overlay, folder };
        command.SetAction(parsed =>
        {
            string name = parsed.GetRequiredValue(overlay);
            ParameterLibrary library = Common.Library(terminal, parsed.GetValue(folder), name);
            Overlay chosen = library.Overlay(Common.Resolved(terminal, name));
            terminal.Write(ParameterPage.Changes(chosen, library.Changed(chosen)));
            return CommandLine.Done;
        });
        return command;
    }

    private static Command Schema(Terminal terminal)
    {
        Option<string?> output = new("--out")
        {
            Description = "The folder to write the schemas into.",
            HelpName = "DIR",
            Required = true,
        };
        Command command = new("schema", "Write the JSON Schemas with which editors complete and check the files.") { output };
        command.SetAction(parsed =>
        {
            IReadOnlyDictionary<string, string> schemas = FileSchemas.All();
            WholeFiles.Write(
                terminal.PathOf(parsed.GetValue(output)!),
                schemas.ToDictionary(schema => schema.Key, schema => (Action<TextWriter>)(to => to.Write(schema.Value)))
            );
            terminal.Error.WriteLine($"Written to {parsed.GetValue(output)}: {string.Join(", ", schemas.Keys)}");
            return CommandLine.Done;
        });
        return command;
    }
}
