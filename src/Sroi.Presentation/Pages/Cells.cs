using System.Globalization;
using Sroi.Evaluation;
using Sroi.Quantities;

namespace Sroi.Presentation.Pages;

/// <summary>Values as they stand in the cells of a table.</summary>
internal static class Cells
{
    public static string Money(double? amount) => amount is { } known ? Figures.Pounds(known) : "undefined";

    /// <summary>Pounds without the sign and the pence, for columns.</summary>
    public static string Whole(double amount)
    {
        string digits = Math.Abs(amount).ToString("N0", CultureInfo.InvariantCulture);
        return amount < 0 && digits != "0" ? "−" + digits : digits;
    }

    /// <summary>Whether there is a cost or a value to show; a register of what changes has neither.</summary>
    public static bool HasFigures(SroiResult result) => result.ValuesAnything || !result.Inputs.IsEmpty;

    // What was not valued is not nought.
    public static string Valued(SroiResult result, double amount) => result.ValuesAnything ? Whole(amount) : "–";

    public static string Number(double? value, string format) => value is { } known ? known.ToString(format, CultureInfo.InvariantCulture) : "none";
}
