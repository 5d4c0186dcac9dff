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
                checks.Rows,
                ("figure", false, row => row.What),
                ("published", true, row => Figures.Number(row.Published)),
                ("computed", true, row => Figures.Number(row.Computed)),
                ("difference", true, row => Difference(row)),
                ("source, and why it differs", false, row => $"{row.Source}\n{row.Why}")
            );

            page.Add(table);
        });

    private static string Difference(PublishedCheck row)
    {
        string digits = Math.Abs(row.Difference * 100).ToString("0.00", CultureInfo.InvariantCulture);
        return digits == "0.00" ? "0 %" : $"{(row.Difference < 0 ? "−" : "+")}{digits} %";
    }
}
