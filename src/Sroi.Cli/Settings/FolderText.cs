using Sroi.Parameters.Reading;

namespace Sroi.Cli.Settings;

/// <summary>Names the folders of a library in one short line.</summary>
internal static class FolderText
{
    /// <summary>Such as <c>./parameters, over the shipped ones</c>.</summary>
    public static string Of(ParameterFolders folders, Terminal terminal)
    {
        string own = string.Join(", over ", folders.Own.Select(folder => Short(folder, terminal)));
        return !folders.IsShipped ? own
            : own.Length == 0 ? "only those shipped with the program; your own would be in ./parameters"
            : $"{own}, over those shipped with the program";
    }

    /// <summary>A folder as seen from the current one.</summary>
    public static string Short(string folder, Terminal terminal)
    {
        string relative = Path.GetRelativePath(terminal.Folder, folder);
        return relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? folder
            : relative == "." ? "."
            : "./" + relative.Replace('\\', '/');
    }
}
