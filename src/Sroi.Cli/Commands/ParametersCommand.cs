using Sroi.Cli.Declarations;
using Sroi.Cli.Settings;
using Sroi.Parameters;
using Sroi.Parameters.Reading;
using Sroi.Presentation.Pages;
using Sroi.Reports;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi parameters list | show ID | diff OVERLAY | schema</c>: the parameters and their sources.</summary>
internal static class ParametersCommand
{
    public static Declaration Declared =>
        new("parameters", "List parameters with their sources, and show what an overlay changes.")
        {
            Commands =
            [
                ListCommand.Declared,
                ParametersSearchCommand.Declared,
                ShowCommand.Declared,
                ParametersSetCommand.Declared,
                DiffCommand.Declared,
                ParametersImportCommand.Declared,
                ParametersRefreshCommand.Declared,
                SchemaCommand.Declared,
            ],
        };

    private sealed record ListCommand(string Prefix, LibrarySettings Source, OutputForm Form) : IRunnable
    {
        public static Declaration Declared =>
            new(
                "list",
                "List parameters.",
                given => new ListCommand(
                    given.OptionalArgument("PREFIX", "The start of an id, such as unit_costs.health (default: all parameters).") ?? "",
                    LibrarySettings.Of(given),
                    OutputForm.Of(given)
                )
            );

        public int Run(Terminal terminal)
        {
            IReadOnlyList<Parameter> all = Source.Open(terminal).All();
            IReadOnlyList<Parameter> chosen = [.. all.Where(p => p.Id.StartsWith(Prefix, StringComparison.Ordinal))];
            return chosen.Count == 0
                ? throw new UnknownNameException($"No parameter id begins with '{Prefix}'.{Nearest.Hint(Prefix, all.Select(p => p.Id))}")
                : Form.Print(
                    terminal,
                    () => ParameterJson.Write(chosen),
                    () => ResultTables.Parameters(chosen).ToCsv(),
                    () => ParameterPage.List(chosen)
                );
        }
    }

    private sealed record ShowCommand(string Id, LibrarySettings Source, OutputForm Form) : IRunnable
    {
        public static Declaration Declared =>
            new(
                "show",
                "Show one parameter in full.",
                given => new ShowCommand(
                    given.Argument("ID", "The full id, such as unit_costs.health.ae_attendance."),
                    LibrarySettings.Of(given),
                    OutputForm.WithoutCsv(given)
                )
            );

        public int Run(Terminal terminal)
        {
            ParameterLibrary library = Source.Open(terminal);
            if (!library.Ids().Contains(Id))
            {
                throw new UnknownNameException($"There is no parameter '{Id}'.{NearestFigures.Hint(library, Id)}");
            }

            Parameter parameter = library.Parameter(Id);
            return Form.Print(terminal, () => ParameterJson.Write([parameter]), () => ParameterPage.Of(parameter));
        }
    }

    private sealed record DiffCommand(string Name, LibrarySettings Source) : IRunnable
    {
        public static Declaration Declared =>
            new(
                "diff",
                "Show what an overlay changes, by whom and why.",
                given => new DiffCommand(
                    given.Argument("OVERLAY", "The name of a file under parameters/overlays, or a path."),
                    LibrarySettings.Of(given)
                )
            );

        public int Run(Terminal terminal)
        {
            ParameterLibrary library = Source.Open(terminal, Name);
            Overlay overlay = library.Overlay(CaseNames.Resolved(terminal, Name));
            terminal.Write(ParameterPage.Changes(overlay, library.Changed(overlay)));
            return CommandLine.Done;
        }
    }

    private sealed record SchemaCommand(string Out) : IRunnable
    {
        public static Declaration Declared =>
            new(
                "schema",
                "Write the JSON Schemas that editors use to complete and check the files.",
                given => new SchemaCommand(given.Required("--out", "DIR", "The folder to write to."))
            );

        public int Run(Terminal terminal)
        {
            IReadOnlyDictionary<string, string> schemas = FileSchemas.All();
            WholeFiles.Write(
                terminal.PathOf(Out),
                schemas.ToDictionary(schema => schema.Key, schema => (Action<TextWriter>)(to => to.Write(schema.Value)))
            );
            terminal.Error.WriteLine($"Written to {Out}: {string.Join(", ", schemas.Keys)}");
            return CommandLine.Done;
        }
    }
}
