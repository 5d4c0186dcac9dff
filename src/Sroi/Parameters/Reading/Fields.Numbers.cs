using System.Globalization;

namespace Sroi.Parameters.Reading;

/// <content>Numbers and shares of a block.</content>
internal sealed partial class Fields
{
    public double? Number(string name) => Scalar(name) is { } scalar ? NumberIn(scalar, name) : null;

    /// <summary>A share: 25% or 0.25; a bare number of 1 or more is asked about.</summary>
    public double? Share(string name) => Scalar(name) is { } scalar ? ShareIn(scalar, name) : null;

    public int? Whole(string name)
    {
        if (Scalar(name) is not { } scalar)
        {
            return null;
        }

        if (!scalar.IsQuoted && int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int whole))
        {
            return whole;
        }

        Tell(scalar.Line, $"'{name}' should be a whole number, but is {scalar.Kind}.", AsciiForm.Remedy(scalar.Text));
        return null;
    }

    /// <summary>The number of an entry under a name that the user chose.</summary>
    public double? NumberOf(YamlField entry, string name)
    {
        if (entry.Value is YamlScalar scalar)
        {
            return NumberIn(scalar, name);
        }

        if (!entry.Value.IsBlank)
        {
            Tell(entry.Value.Line, $"'{name}' should be a number, but is {entry.Value.Kind}.");
        }

        return null;
    }

    /// <summary>A number; null if the text is not a number, which is reported, or is empty, which has been reported.</summary>
    public double? NumberIn(YamlScalar scalar, string name)
    {
        if (scalar.IsBlank)
        {
            return null;
        }

        string text = scalar.Text;
        bool isPercent = text.EndsWith('%');
        string digits = isPercent ? text[..^1].TrimEnd(' ') : text;
        if (scalar.IsQuoted && NumberText.IsNumber(digits))
        {
            Tell(scalar.Line, $"'{name}' is '{text}' in quotes, which is text.", $"Write {text} without quotes.");
        }
        else if (
            NumberText.IsNumber(digits)
            && double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture) is var number
            && double.IsFinite(number)
        )
        {
            return isPercent ? number / 100 : number;
        }
        else
        {
            Tell(scalar.Line, $"'{name}' is {scalar.Kind}, which is not a number.", AsciiForm.Remedy(text) ?? NumberText.Remedy(digits));
        }

        return null;
    }

    public double? ShareIn(YamlScalar scalar, string name)
    {
        if (NumberIn(scalar, name) is not { } share)
        {
            return null;
        }

        bool isPercent = scalar.Text.EndsWith('%');
        if (!isPercent && share >= 1)
        {
            string shown = share.ToString("0.####", CultureInfo.InvariantCulture);
            Tell(
                scalar.Line,
                $"'{name}' is {scalar.Text}, but a share is written as a percentage or as a fraction below 1.",
                share == 1 ? "Did you mean 100 % or 1 %? Write 100% or 1%." : $"Did you mean {shown} %? Write {shown}%."
            );
            return null;
        }

        if (share is < 0 or > 1)
        {
            Tell(scalar.Line, $"'{name}' is {scalar.Text}, but a share lies between 0 % and 100 %.");
            return null;
        }

        return share;
    }
}
