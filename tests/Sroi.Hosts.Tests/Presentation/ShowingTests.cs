using System.Reflection;
using Microsoft.DotNet.Interactive.Formatting;
using Sroi.Showing;

namespace Sroi.Hosts.Tests.Presentation;

/// <summary>Every result shows itself, in each of the ways in which notebooks ask for it.</summary>
public class ShowingTests
{
    private static readonly Presentable[] Shown = [.. ShownResults.All];

    [Fact]
    public void Every_type_that_shows_itself_is_looked_at()
    {
        Type[] all =
        [
            .. new[] { "Sroi", "Sroi.Presentation" }
                .SelectMany(name => Assembly.Load(name).GetTypes())
                .Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(Presentable))),
        ];
        // The picture of the answer is part of a report and has its style from there.
        Assert.Empty(all.Except(Shown.Select(one => one.GetType())).Except([typeof(Sroi.Presentation.Reports.AnswerInterval)]));
        Assert.True(all.Length >= 24);
    }

    [Fact]
    public void Every_result_shows_itself_as_html_and_as_text() =>
        Assert.All(
            Shown,
            one =>
            {
                Assert.True(HtmlTags.Of(one.ToHtml()).Length > 2);
                Assert.DoesNotContain("ResultPages.Register", one.ToString(), StringComparison.Ordinal);
                Assert.DoesNotContain("{ ", one.ToString(), StringComparison.Ordinal);
                Assert.DoesNotMatch("NaN|∞|Infinity", one.ToString());
                Assert.NotEmpty(one.ToString()!.Trim());
            }
        );

    [Fact]
    public void What_is_shown_fetches_nothing() =>
        Assert.All(
            Shown.SelectMany(one => HtmlTags.Of(one.ToHtml())),
            tag => Assert.DoesNotContain(tag.Attributes.Keys, key => key is "src" or "href")
        );

    // As .NET Interactive does: an attribute of that simple name in any namespace, and everything else by name.
    [Fact]
    public void It_is_found_as_dotnet_interactive_looks_for_it() =>
        Assert.All(
            Shown,
            one =>
            {
                object attribute = one.GetType().GetCustomAttributes(inherit: true).Single(a => a.GetType().Name == "TypeFormatterSourceAttribute");
                Assert.Equal(["text/html", "text/plain"], Get<string[]>(attribute, "PreferredMimeTypes"));
                Type source = Get<Type>(attribute, "FormatterSourceType");
                object[] formatters =
                [
                    .. (IEnumerable<object>)
                        source.GetMethod("CreateTypeFormatters")!.Invoke(Activator.CreateInstance(source, nonPublic: true), null)!,
                ];
                Assert.Equal(["text/html", "text/plain"], formatters.Select(formatter => Get<string>(formatter, "MimeType")));
                Assert.EndsWith(one.ToHtml(), Formatted(formatters[0], one), StringComparison.Ordinal);
                Assert.Equal(one.ToString(), Formatted(formatters[1], one));
            }
        );

    [Fact]
    public void A_source_of_formatters_can_be_made_and_asked_in_public()
    {
        Type source = Get<Type>(
            typeof(Presentable).GetCustomAttributes(inherit: true).Single(a => a.GetType().Name == "TypeFormatterSourceAttribute"),
            "FormatterSourceType"
        );
        Assert.NotNull(source.GetConstructor([]));
        Assert.Single(source.GetMethods(), method => method.Name == "CreateTypeFormatters");
        object formatter = (
            (IEnumerable<object>)source.GetMethod("CreateTypeFormatters")!.Invoke(Activator.CreateInstance(source, nonPublic: true), null)!
        ).First();
        Assert.Single(formatter.GetType().GetMethods(), method => method.Name == "Format");
        Assert.Equal(false, formatter.GetType().GetMethod("Format")!.Invoke(formatter, [new object(), TextWriter.Null]));
    }

    [Fact]
    public void The_formatting_package_of_dotnet_interactive_shows_it() =>
        Assert.All(
            Shown,
            one =>
            {
                Assert.Equal(["text/html", "text/plain"], Formatter.GetPreferredMimeTypesFor(one.GetType()));
                Assert.EndsWith(one.ToHtml(), one.ToDisplayString("text/html"), StringComparison.Ordinal);
                Assert.Equal(one.ToString(), one.ToDisplayString("text/plain"));
            }
        );

    private static string Formatted(object formatter, object instance)
    {
        StringWriter writer = new();
        Assert.Equal(true, formatter.GetType().GetMethod("Format")!.Invoke(formatter, [instance, writer]));
        return writer.ToString();
    }

    private static T Get<T>(object from, string property) => (T)from.GetType().GetProperty(property)!.GetValue(from)!;
}
