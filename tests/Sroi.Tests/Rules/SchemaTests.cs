using NJsonSchema;
using Sroi.Reports;

namespace Sroi.Tests.Rules;

/// <summary>The schemas for editors are those that the forms give, and the shipped files are valid by somebody else's validator.</summary>
public class SchemaTests
{
    private static readonly string Folder = Path.Combine(TestFolder.Parameters, "schema");

    public static TheoryData<string> Names => new(FileSchemas.All().Keys);

    public static TheoryData<string, string> Files
    {
        get
        {
            TheoryData<string, string> files = [];
            foreach (string path in Directory.EnumerateFiles(TestFolder.Parameters, "*.yaml", SearchOption.AllDirectories))
            {
                string name = Path.GetRelativePath(TestFolder.Parameters, path).Replace('\\', '/');
                string schema = name.Split('/')[0] switch
                {
                    "scenarios" => "scenario",
                    "overlays" => "overlay",
                    "batches" => "batch",
                    "appraisal" => Path.GetFileNameWithoutExtension(name),
                    _ => "parameters",
                };
                files.Add(name, schema + ".schema.json");
            }

            return files;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_shipped_schema_is_the_one_the_reader_reads_by(string name) =>
        Assert.Equal(FileSchemas.All()[name], File.ReadAllText(Path.Combine(Folder, name)).ReplaceLineEndings("\n"));

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_shipped_file_is_valid(string file, string schema)
    {
        JsonSchema validator = await JsonSchema.FromJsonAsync(FileSchemas.All()[schema], TestContext.Current.CancellationToken);
        Assert.Empty(validator.Validate(YamlAsJson.Of(Path.Combine(TestFolder.Parameters, file))).Select(error => $"{error.Path}: {error.Kind}"));
    }

    [Fact]
    public async Task A_misspelt_field_is_found_by_the_schema()
    {
        JsonSchema validator = await JsonSchema.FromJsonAsync(FileSchemas.All()["overlay.schema.json"], TestContext.Current.CancellationToken);
        Assert.NotEmpty(validator.Validate("""{"title": "x", "sett": {}}"""));
    }
}
