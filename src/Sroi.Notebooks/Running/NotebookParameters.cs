using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Sroi.Notebooks.Documents;
using Sroi.Notebooks.Scripting;
using Sroi.Parameters.Reading;

namespace Sroi.Notebooks.Running;

/// <summary>Overrides the variables of the cell tagged <c>parameters</c>, in a separate cell after it.</summary>
public static class NotebookParameters
{
    private const string Declared = "parameters",
        Injected = "injected-parameters";

    /// <summary>A copy of the notebook with these values.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="values">Names and values as text; a list takes values separated by commas, or its name more than once.</param>
    /// <exception cref="NotebookParameterException">The notebook has no such parameter, or does not accept the value.</exception>
    public static NotebookFile Set(NotebookFile notebook, IReadOnlyList<(string Name, string Value)> values)
    {
        if (values.Count == 0)
        {
            return notebook;
        }

        string file = Path.GetFileName(notebook.Path);
        int cell = notebook.Cells.ToList().FindIndex(cell => cell.Kind == CellKind.Code && cell.Tags.Contains(Declared, StringComparer.Ordinal));
        if (cell < 0)
        {
            throw new NotebookParameterException(
                $"{file} takes no parameters: no cell of code is tagged '{Declared}'. Tag the one that declares them, such as 'int draws = 1_000;'."
            );
        }

        ImmutableDictionary<string, IFieldSymbol> variables = Variables(notebook.Cells[cell].Source);
        IEnumerable<string> lines = values
            .GroupBy(value => value.Name, value => value.Value, StringComparer.Ordinal)
            .Select(value => Assignment(Find(value.Key, variables, file), [.. value]));
        return notebook.WithCellAfter(cell, string.Join('\n', ["// Parameters", .. lines]), Injected);
    }

    // Compiled, because 'var' does not state the type.
    private static ImmutableDictionary<string, IFieldSymbol> Variables(string source)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(source, new(LanguageVersion.Latest, kind: SourceCodeKind.Script));
        SemanticModel model = CSharpCompilation
            .CreateScriptCompilation(
                "parameters",
                tree,
                HostReferences.Needed,
                new(OutputKind.DynamicallyLinkedLibrary, usings: HostReferences.Usings)
            )
            .GetSemanticModel(tree);
        return tree.GetRoot()
            .ChildNodes()
            .OfType<FieldDeclarationSyntax>()
            .SelectMany(field => field.Declaration.Variables)
            .Select(variable => (IFieldSymbol)model.GetDeclaredSymbol(variable)!)
            .DistinctBy(field => field.Name)
            .ToImmutableDictionary(field => field.Name, StringComparer.Ordinal);
    }

    private static IFieldSymbol Find(string name, ImmutableDictionary<string, IFieldSymbol> variables, string file)
    {
        if (!variables.TryGetValue(name, out IFieldSymbol? variable))
        {
            throw new NotebookParameterException(
                $"'{name}' is not a parameter of {file}.{Nearest.HintOrAll(name, [.. variables.Keys.Order(StringComparer.Ordinal)])}"
            );
        }

        return variable.IsConst || variable.IsReadOnly
            ? throw new NotebookParameterException($"'{name}' cannot be set: {file} declares it as constant.")
            : variable;
    }

    private static string Assignment(IFieldSymbol variable, ImmutableArray<string> values)
    {
        if (variable.Type is IArrayTypeSymbol { Rank: 1 } list)
        {
            IEnumerable<string> items = values
                .SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                .Select(item => ParameterLiteral.Of(variable.Name, list.ElementType, item));
            return $"{variable.Name} = new {list.ElementType.ToDisplayString()}[] {{ {string.Join(", ", items)} }};";
        }

        return values.Length == 1
            ? $"{variable.Name} = {ParameterLiteral.Of(variable.Name, variable.Type, values[0])};"
            : throw new NotebookParameterException($"'{variable.Name}' was given {values.Length} times, but takes one value.");
    }
}
