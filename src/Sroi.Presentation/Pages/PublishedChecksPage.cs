using System.Globalization;
using Sroi.Assurance;
using Sroi.Quantities;

namespace Sroi.Presentation.Pages;

/// <summary>Published figures beside the same figures computed here.</summary>
public static class PublishedChecksPage
{
    /// <summary>A row for each published figure, with the reason of its difference.</summary>
    public static Page Of(PublishedChecks checks) =>
        Page.Of(page =>
        {
            TableBuilder table = TableBuilder.Of(
                "Published and computed",
                ("figure", false),
                ("published", true),
                ("computed", true),
                ("difference", true),
                ("where from, and why it differs", false)
            );
            foreach (PublishedCheck row in checks.Rows)
            {
                table.Row([row.What, Figures.Number(row.Published), Figures.Number(row.Computed), Difference(row), $"{row.Source}\n{row.Why}"]);
            }

            page.Add(table);
        });

    private static string Difference(PublishedCheck row)
    {
        string digits = Math.Abs(row.Difference * 100).ToString("0.00", CultureInfo.InvariantCulture);
        return digits == "0.00" ? "0 %" : $"{(row.Difference < 0 ? "−" : "+")}{digits} %";
    }
}
