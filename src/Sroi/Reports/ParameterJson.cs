using Sroi.Parameters;

namespace Sroi.Reports;

/// <summary>Parameters as JSON.</summary>
public static class ParameterJson
{
    // What a result says of each of its numbers besides.
    private static readonly Column<Parameter>[] s_columns =
    [
        .. ResultColumns.Parameters.Where(column => column.Name is not ("share" or "changed_by")),
    ];

    /// <summary>The JSON text: a list of parameters.</summary>
    public static string Write(IReadOnlyList<Parameter> parameters) =>
        JsonText.Write(json =>
        {
            json.WriteStartObject();
            json.WriteRows("parameters", s_columns, parameters);
            json.WriteEndObject();
        });
}
