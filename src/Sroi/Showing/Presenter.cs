using System.Net;

namespace Sroi.Showing;

/// <summary>What shows a result as a page. The host says so once, when it starts: Sroi knows no pages, and the package that has them knows the results.</summary>
public static class Presenter
{
    private static volatile Func<Presentable, Presentable>? s_pageOf;

    /// <summary>Shows every result by its page from now on.</summary>
    /// <param name="pageOf">The page of a result; <c>Sroi.Presentation.ResultPages.Register()</c> gives this one.</param>
    public static void Use(Func<Presentable, Presentable> pageOf) => s_pageOf = pageOf;

    internal static string Html(Presentable result) => s_pageOf?.Invoke(result).ToHtml() ?? $"<pre>{WebUtility.HtmlEncode(Plain(result))}</pre>";

    internal static string Text(Presentable result) => s_pageOf?.Invoke(result).ToString() ?? Plain(result);

    private static string Plain(Presentable result) =>
        result is Result
            ? $"{result.GetType().Name}: call Sroi.Presentation.ResultPages.Register() once to show results as tables."
            : result.ToString();
}
