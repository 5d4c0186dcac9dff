using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Sroi.Quantities;
using Sroi.Showing;

namespace Sroi.Notebooks.Showing;

/// <summary>A short text for an object, even if its ToString throws.</summary>
internal static partial class ObjectText
{
    private const int MostInCell = 120,
        MostWhole = 20_000,
        MostParts = 6;

    /// <summary>Whether a type overrides ToString.</summary>
    public static bool IsText(object value) =>
        value is string or Exception or Task or Type
        || (
            value is not (Delegate or IList or Presentable)
            && value.GetType().GetMethod(nameof(ToString), BindingFlags.Public | BindingFlags.Instance, []) is { DeclaringType: { } author } method
            && author != typeof(object)
            && author != typeof(ValueType)
            && !IsOfCompiler(method)
            && !IsOfCompiler(author)
        );

    /// <summary>The full text of an object with its own ToString.</summary>
    public static string Whole(object value)
    {
        string text = VisibleText.Of(Read(() => Written(value)));
        return text.Length > MostWhole ? text[..MostWhole] + "…" : text;
    }

    /// <summary>A value as shown in a table cell.</summary>
    public static string Of(object? value)
    {
        string line = Spaces().Replace(Read(() => Said(value)), " ").Trim();
        return line.Length > MostInCell ? line[..(MostInCell - 1)] + "…" : line;
    }

    /// <summary>The name of a type, as in code.</summary>
    public static string NameOf(Type type) =>
        IsOfCompiler(type) ? "object"
        : type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>"
        : type.Name;

    /// <summary>The value read or, if reading fails, the reason without a stack trace.</summary>
    public static string Read(Func<string> read)
    {
        try
        {
            return read();
        }
        catch (Exception error)
        {
            return $"cannot be read: {Innermost(error).Message}";
        }
    }

    private static string Said(object? value) =>
        value switch
        {
            null => "null",
            Presentable => NameOf(value.GetType()),
            _ when IsText(value) || value is IConvertible => Written(value),
            ICollection { Count: var count } => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "item" : "items")}"),
            IEnumerable => NameOf(value.GetType()),
            _ => Parts(value),
        };

    private static string Written(object value) =>
        value switch
        {
            Exception error => $"{NameOf(error.GetType())}: {error.Message}",
            Task task => $"{NameOf(task.GetType())}: {task.Status}",
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };

    // One level deep; nested objects show only their type name.
    private static string Parts(object value)
    {
        string[] parts =
        [
            .. ObjectProperty.Of(value.GetType()).Take(MostParts).Select(property => $"{property.Name} = {Read(() => Named(property.Read(value)))}"),
        ];
        return parts.Length == 0 ? NameOf(value.GetType()) : $"{NameOf(value.GetType())} {{ {string.Join(", ", parts)} }}";
    }

    private static string Named(object? value) => value is null || IsText(value) || value is IConvertible ? Said(value) : NameOf(value.GetType());

    private static bool IsOfCompiler(MemberInfo member) => member.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);

    private static Exception Innermost(Exception error) =>
        error is TargetInvocationException or TypeInitializationException && error.InnerException is { } inner ? Innermost(inner) : error;

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
