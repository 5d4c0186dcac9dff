using System.Collections.Immutable;
using Sroi.Parameters.Reading;

namespace Sroi.Model.Reading;

/// <summary>Reads who prepared a case. The logo is a small picture beside the case's file; a file that is no picture is never read into a report.</summary>
internal static class PreparedReader
{
    private const int MostBytes = 500_000;

    private static readonly (string[] Endings, string MediaType, byte[] Start)[] Kinds =
    [
        ([".png"], "image/png", [0x89, 0x50, 0x4E, 0x47]),
        ([".jpg", ".jpeg"], "image/jpeg", [0xFF, 0xD8, 0xFF]),
    ];

    /// <summary>Who prepared the case; null if its file does not say so.</summary>
    /// <param name="scenario">The fields of the case's file.</param>
    /// <param name="path">The full path of that file.</param>
    public static Prepared? Read(Fields scenario, string path) =>
        scenario.Block("prepared", ScenarioForms.Prepared) is { } fields
            ? new()
            {
                By = fields.Text("by"),
                Organisation = fields.Text("organisation"),
                For = fields.Text("for"),
                Date = fields.Date("date"),
                Logo = fields.Text("logo") is { } file ? ReadLogo(fields, file, Path.GetDirectoryName(path)!) : null,
            }
            : null;

    private static Logo? ReadLogo(Fields fields, string file, string folder)
    {
        if (Path.IsPathRooted(file) || file.Split('/', '\\').Contains(".."))
        {
            return Refused(fields, $"should be the name of a file in the folder of this one or below it, but is '{file}'.");
        }

        (string[] Endings, string MediaType, byte[] Start) kind = Kinds.FirstOrDefault(one =>
            one.Endings.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase)
        );
        FileInfo found = new(Path.Combine(folder, file));
        return kind.Endings is null ? Refused(fields, $"should be a picture that ends in .png or .jpg, but is '{file}'.")
            : !found.Exists ? Refused(fields, $"there is no file '{file}' beside this one.{Hint(file, folder)}")
            : found.Length > MostBytes ? Refused(fields, $"'{file}' has {found.Length:N0} bytes; a logo has at most {MostBytes:N0}.")
            : Content(fields, found, kind.MediaType, kind.Start);
    }

    private static Logo? Content(Fields fields, FileInfo file, string mediaType, byte[] start)
    {
        try
        {
            byte[] bytes = File.ReadAllBytes(file.FullName);
            return bytes.AsSpan().StartsWith(start)
                ? new(mediaType, [.. bytes])
                : Refused(fields, $"'{file.Name}' is not a picture of the kind that its name says.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refused(fields, $"'{file.Name}' cannot be read.");
        }
    }

    private static string Hint(string file, string folder) =>
        Nearest.Hint(
            file,
            Directory
                .EnumerateFiles(folder)
                .Select(path => Path.GetFileName(path))
                .Where(name => Path.GetExtension(name) is ".png" or ".jpg" or ".jpeg")
        );

    private static Logo? Refused(Fields fields, string why)
    {
        fields.Tell(fields.LineOf("logo"), $"logo: {why}");
        return null;
    }
}
