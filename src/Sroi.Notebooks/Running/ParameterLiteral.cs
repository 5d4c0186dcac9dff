using System.Collections.Frozen;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Sroi.Parameters.Reading;

namespace Sroi.Notebooks.Running;

/// <summary>A value from the command line as a C# literal of the parameter's type.</summary>
internal static class ParameterLiteral
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    private static readonly FrozenDictionary<SpecialType, (string Expected, Func<string, string?> Literal)> Types = new Dictionary<
        SpecialType,
        (string, Func<string, string?>)
    >
    {
        [SpecialType.System_Int32] = ("a whole number", text => int.TryParse(text, Whole, Plain, out int x) ? SyntaxFactory.Literal(x).Text : null),
        [SpecialType.System_Int64] = ("a whole number", text => long.TryParse(text, Whole, Plain, out long x) ? SyntaxFactory.Literal(x).Text : null),
        [SpecialType.System_UInt32] = (NotNegative, text => uint.TryParse(text, Whole, Plain, out uint x) ? SyntaxFactory.Literal(x).Text : null),
        [SpecialType.System_UInt64] = (NotNegative, text => ulong.TryParse(text, Whole, Plain, out ulong x) ? SyntaxFactory.Literal(x).Text : null),
        [SpecialType.System_Double] = (Number, text => IsNumber(text, out double x) ? SyntaxFactory.Literal(x).Text : null),
        [SpecialType.System_Single] = (Number, text => IsNumber(text, out double x) ? SyntaxFactory.Literal((float)x).Text : null),
        [SpecialType.System_Decimal] = (
            Number,
            text => decimal.TryParse(text, NumberStyles.Float, Plain, out decimal x) ? SyntaxFactory.Literal(x).Text : null
        ),
        [SpecialType.System_Boolean] = ("true or false", text => bool.TryParse(text, out bool x) ? (x ? "true" : "false") : null),
        [SpecialType.System_String] = ("text", text => SymbolDisplay.FormatLiteral(text, quote: true)),
    }.ToFrozenDictionary();

    private const string Number = "a number with a point for decimals",
        NotNegative = "a whole number that is not negative";

    private const NumberStyles Whole = NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    /// <exception cref="NotebookParameterException">It does not fit.</exception>
    public static string Of(string name, ITypeSymbol type, string text)
    {
        if (type is INamedTypeSymbol { ConstructedFrom.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            return text == "null" ? "null" : Of(name, nullable.TypeArguments[0], text);
        }

        string declared = type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        if (type.TypeKind == TypeKind.Enum)
        {
            return Member(name, type, text, declared);
        }

        if (!Types.TryGetValue(type.SpecialType, out (string Expected, Func<string, string?> Literal) known))
        {
            throw new NotebookParameterException(
                $"'{name}' cannot be set: it is of type {declared}. Numbers, text, true or false, names of an enum, and lists of these are allowed."
            );
        }

        return known.Literal(text)
            ?? throw new NotebookParameterException($"'{name}' takes {known.Expected} (its type is {declared}); found '{text}'.{Plainly(text)}");
    }

    private static string Plainly(string text) => AsciiForm.Remedy(text) is { } plain ? " " + plain : "";

    private static string Member(string name, ITypeSymbol type, string text, string declared)
    {
        string[] members = [.. type.GetMembers().OfType<IFieldSymbol>().Select(member => member.Name)];
        return members.Contains(text, StringComparer.Ordinal)
            ? $"{type.ToDisplayString()}.{text}"
            : throw new NotebookParameterException($"'{name}' is of type {declared}; found '{text}'.{Nearest.HintOrAll(text, members)}");
    }

    private static bool IsNumber(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, Plain, out number) && double.IsFinite(number);
}
