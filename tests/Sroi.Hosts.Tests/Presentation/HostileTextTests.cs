using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Sroi.Batch.Summaries;
using Sroi.Cli;
using Sroi.Evaluation;
using Sroi.Notebooks.Cells;
using Sroi.Notebooks.Showing;
using Sroi.Presentation;
using Sroi.Presentation.Charting;
using Sroi.Presentation.Pages;
using Sroi.Presentation.Reports;
using Sroi.Quantities;
using Sroi.Reports;
using Sroi.Sensitivity.OneAtATime;
using Sroi.Showing;

namespace Sroi.Hosts.Tests.Presentation;

/// <summary>Whatever an attacker writes into a text is text: in a notebook, in a page, in a chart, in a terminal, in a file.</summary>
public class HostileTextTests
{
    private const int MostCharacters = 300_000;

    private static readonly string[] Elements =
    [
        .. "div p br table caption thead tbody tr th td style figure figcaption span details summary script ul li".Split(' '),
        .. "svg rect line path circle text".Split(' '),
    ];

    private static readonly string[] Drawn = ["Sroi.Reports", "Sroi.Presentation.Pages", "Sroi.Presentation.Charting"];

    private static readonly Lazy<Presentable[]> Results = new(() => [.. HostileCase.Results()]);

    [Fact]
    public void Every_result_shows_hostile_text_as_text() =>
        Assert.All(
            Results.Value,
            one =>
            {
                Harmless(one.ToHtml());
                Visible(one.ToString()!);
                Visible(OnConsole(one));
            }
        );

    [Fact]
    public void It_is_shown_and_not_left_out()
    {
        SroiResult result = Results.Value.OfType<SroiResult>().Single();
        Assert.Contains("&quot;&#39;&gt;&lt;img src=x onerror=window.__x=1&gt;", result.ToHtml(), StringComparison.Ordinal);
        Assert.Contains("\\u001B[2J\\u202E\\u2028[red]", result.ToString(), StringComparison.Ordinal);
        Assert.Contains("[red]", OnConsole(result), StringComparison.Ordinal);
    }

    // What is in no result is made without its constructor: it has the worst of all values in every field.
    [Fact]
    public void Every_public_type_is_shown_by_a_notebook_as_short_text_without_markup()
    {
        object[] held = [.. ObjectGraph.Of([.. Results.Value, Results.Value.OfType<SroiResult>().Single().SocialReturn])];
        Dictionary<Type, object> known = [];
        foreach (object one in held)
        {
            known.TryAdd(one.GetType(), one);
        }

        Assert.True(HostileCase.PublicTypes.Count(known.ContainsKey) > 60);
        Assert.All(HostileCase.PublicTypes.Where(type => type != typeof(MimeBundle)), type => Shown(known.GetValueOrDefault(type) ?? Bare(type)));
    }

    [Fact]
    public void What_holds_hostile_objects_is_shown_as_short_text_without_markup()
    {
        SroiResult result = Results.Value.OfType<SroiResult>().Single();
        Assert.All(
            new object[]
            {
                result.Scenario.Parameters,
                result.Scenario.Parameters.Values,
                result.Outcomes,
                result.Ledger,
                new { result.Scenario.Title, result },
                (result.Scenario.Title, result.Scenario.Map),
                new Dictionary<string, object> { [HostileCase.Text] = result.Scenario.Map.NotValued[0] },
                new[] { HostileCase.Text, null },
                new InvalidOperationException(HostileCase.Text),
                new HostileObject(),
                Enumerable.Range(0, int.MaxValue).Select(i => new { i, HostileCase.Text }),
                new TaskCompletionSource<string>().Task,
                new Lazy<string>(HostileCase.Text),
                JsonNode.Parse("{\"a\": \"<img src=x>\"}")!,
                typeof(string),
            },
            Shown
        );
    }

    [Fact]
    public void The_case_itself_is_shown_as_its_figures()
    {
        SocialReturn social = Results.Value.OfType<SroiResult>().Single().SocialReturn;
        string html = ShownValue.Of(social)!.Data["text/html"];
        Assert.Equal(SroiResult.Of(social).ToHtml(), html);
        Assert.True(html.Length < 100_000);
    }

    [Fact]
    public void A_report_and_its_charts_show_hostile_text_as_text()
    {
        SroiResult result = Results.Value.OfType<SroiResult>().Single();
        string document = CaseReport.Of(result.SocialReturn, CaseReport.LeastDraws, 1, result.SocialReturn).ToDocument();
        string body = PlotlyScript.Without(document);
        body = body[body.IndexOf("<main>", StringComparison.Ordinal)..body.IndexOf("</main>", StringComparison.Ordinal)];
        Assert.DoesNotContain("<img", body, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<script>window.__x", body, StringComparison.OrdinalIgnoreCase);
        Visible(body);
        Assert.DoesNotContain("<img", document[..document.IndexOf("<style>", StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    [Fact]
    public void Json_and_csv_hold_no_hidden_character_and_are_valid()
    {
        SroiResult result = Results.Value.OfType<SroiResult>().Single();
        Tornado tornado = Results.Value.OfType<Tornado>().Single();
        string[] json =
        [
            ResultJson.Write(result, null, []),
            ExplanationJson.Write(Explanation.Of(result.SocialReturn.Ratio)),
            SensitivityJson.Write(tornado, null),
            ComparisonJson.Write(Results.Value.OfType<Comparison>().Single()),
            ResultTables.Numbers(result).ToJson(),
        ];
        Assert.All(
            json,
            text =>
            {
                Visible(text);
                // What is read back is the text as it was.
                Assert.Contains(Texts(JsonNode.Parse(text)), one => one.Contains(HostileCase.Text, StringComparison.Ordinal));
            }
        );
        Assert.All(
            new[] { ResultTables.Numbers(result), ResultTables.Outcomes(result), ResultTables.Ledger(result), SensitivityTables.Bars(tornado) },
            table => Visible(table.ToCsv())
        );
    }

    // Made in code, where no reader has been.
    [Fact]
    public void Charts_tables_and_explanations_show_every_text_of_theirs_as_text()
    {
        Presentable[] spoilt = [.. HostileCase.Results()];
        HostileCase.Spoil(spoilt, field => field.DeclaringType is { } type && (type == typeof(Explanation) || Drawn.Contains(type.Namespace)));
        Assert.All(
            spoilt.Where(one => one is Explanation or Chart or Page or ResultTable),
            one =>
            {
                Harmless(one.ToHtml());
                Visible(one.ToString()!);
            }
        );
    }

    private static void Shown(object one)
    {
        MimeBundle? shown = ShownValue.Of(one);
        string text = shown?.Data["text/plain"] ?? "";
        Assert.True(text.Length < MostCharacters, $"{one.GetType()} has {text.Length} characters.");
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        Visible(text);
        if (shown?.Data.GetValueOrDefault("text/html") is { } html)
        {
            Assert.True(html.Length < MostCharacters, $"{one.GetType()} has {html.Length} characters of HTML.");
            Assert.DoesNotContain("   at ", html, StringComparison.Ordinal);
            Harmless(html);
        }
    }

    private static void Harmless(string html)
    {
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<script>window.__x", html, StringComparison.OrdinalIgnoreCase);
        Visible(html);
        Assert.All(
            HtmlTags.Of(html),
            tag =>
            {
                Assert.Contains(tag.Name, Elements);
                Assert.DoesNotContain(tag.Attributes.Keys, key => key.StartsWith("on", StringComparison.OrdinalIgnoreCase) || key is "src" or "href");
            }
        );
    }

    private static void Visible(string text) => Assert.Null(VisibleText.FirstHidden(text));

    private static IEnumerable<string> Texts(JsonNode? json) =>
        json switch
        {
            JsonObject fields => fields.SelectMany(field => Texts(field.Value)),
            JsonArray items => items.SelectMany(Texts),
            JsonValue value when value.TryGetValue(out string? text) => [text],
            _ => [],
        };

    private static string OnConsole(Presentable one)
    {
        StringWriter output = new();
        new Terminal(TextReader.Null, output, TextWriter.Null, TestFolder.Root, IsPlain: true).Write(
            one is Chart or Page or BatchSummary ? TextPage.Of(one.ToString()!) : ResultPages.Of(one)
        );
        return output.ToString();
    }

    private static object Bare(Type type)
    {
        object one = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var field in ObjectGraph.AllFields(type).Where(field => field.FieldType == typeof(string)))
        {
            field.SetValue(one, HostileCase.Text);
        }

        return one;
    }

    /// <summary>An object that says the worst of itself and breaks when it is asked.</summary>
    public sealed class HostileObject
    {
        public static string Shared => throw new NotSupportedException();

        public string Broken => throw new InvalidOperationException(HostileCase.Text);

        public HostileObject Endless => new();

        public string[] Words { get; } = [HostileCase.Text];

        public string this[int index] => throw new NotSupportedException();
    }
}
