using System.Net;
using System.Reflection;

namespace Sroi.Showing;

/// <summary>The way from a result to the package that shows it, which knows the results and is not known to them: it is found by its name.</summary>
internal static class Presenter
{
    private static readonly Lazy<Type?> Views = new(() => Type.GetType("Sroi.Presentation.ResultViews, Sroi.Presentation", throwOnError: false));

    public static string Html(Presentable result) => Ask("Html", result) ?? $"<pre>{WebUtility.HtmlEncode(Plain(result))}</pre>";

    public static string Text(Presentable result) => Ask("Text", result) ?? Plain(result);

    private static string? Ask(string form, Presentable result) =>
        (string?)
            Views
                .Value?.GetMethod(form, BindingFlags.Public | BindingFlags.Static, [typeof(Presentable)])
                ?.Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, [result], culture: null);

    private static string Plain(Presentable result) =>
        result is Result ? $"{result.GetType().Name}: reference the package Sroi.Presentation to show it as tables." : result.ToString();
}
