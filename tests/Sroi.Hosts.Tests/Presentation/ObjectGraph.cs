using System.Collections;
using System.Reflection;

namespace Sroi.Hosts.Tests.Presentation;

/// <summary>All objects that others hold, down to the last field; and every text in them, to be replaced where it stands.</summary>
internal static class ObjectGraph
{
    private const BindingFlags Fields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>The objects, each once.</summary>
    public static IReadOnlyCollection<object> Of(IEnumerable<object> roots)
    {
        HashSet<object> seen = new(ReferenceEqualityComparer.Instance);
        Queue<object> open = new(roots);
        while (open.TryDequeue(out object? one))
        {
            if (IsOpened(one.GetType()) && seen.Add(one))
            {
                foreach (object held in Held(one))
                {
                    open.Enqueue(held);
                }
            }
        }

        return seen;
    }

    /// <summary>Puts another text in the place of each text of an object of ours.</summary>
    /// <param name="one">The object.</param>
    /// <param name="isText">Whether a field holds text that a user writes.</param>
    /// <param name="other">The other text.</param>
    public static void Replace(object one, Func<FieldInfo, bool> isText, Func<string, string> other)
    {
        foreach (FieldInfo field in AllFields(one.GetType()).Where(isText))
        {
            if (field.GetValue(one) is string text)
            {
                field.SetValue(one, other(text));
            }
            else if (field.GetValue(one) is IList { Count: > 0 } list && list[0] is string && Elements(list) is { } words)
            {
                for (int i = 0; i < words.Length; i++)
                {
                    words[i] = other(words[i]);
                }
            }
        }
    }

    /// <summary>Whether a type is ours.</summary>
    public static bool IsOurs(Type type) =>
        type.Assembly.GetName().Name is { } name
        && name.StartsWith("Sroi", StringComparison.Ordinal)
        && !name.EndsWith("Tests", StringComparison.Ordinal);

    /// <summary>The objects that static fields of our assemblies hold: they are shared with other tests.</summary>
    public static IReadOnlyCollection<object> Shared(IEnumerable<Assembly> assemblies) =>
        Of(
            assemblies
                .SelectMany(assembly => assembly.GetTypes())
                .Where(type => !type.ContainsGenericParameters)
                .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                .Where(field => !field.IsLiteral && !field.FieldType.IsByRefLike && !field.FieldType.IsPointer)
                .Select(field => field.GetValue(null))
                .OfType<object>()
        );

    public static IEnumerable<FieldInfo> AllFields(Type type)
    {
        for (Type? level = type; level is not null && level != typeof(object); level = level.BaseType)
        {
            foreach (FieldInfo field in level.GetFields(Fields))
            {
                yield return field;
            }
        }
    }

    // An immutable array is a wrapper about the array itself.
    private static string[]? Elements(IList list) =>
        list as string[] ?? AllFields(list.GetType()).Select(field => field.GetValue(list)).OfType<string[]>().FirstOrDefault();

    private static bool IsOpened(Type type) =>
        !type.IsPrimitive
        && !type.IsEnum
        && !typeof(Delegate).IsAssignableFrom(type)
        && !typeof(MemberInfo).IsAssignableFrom(type)
        && (
            IsOurs(type)
            || (type.IsArray && IsOpenedElement(type.GetElementType()!))
            || type.Namespace is "System.Collections.Immutable" or "System.Collections.Generic" or "System.Collections.Frozen"
        );

    private static bool IsOpenedElement(Type element) => !element.IsPrimitive && element != typeof(string) && !element.IsPointer;

    private static IEnumerable<object> Held(object one) =>
        one is Array array
            ? array.Cast<object?>().OfType<object>()
            : AllFields(one.GetType())
                .Where(field => !field.FieldType.IsPointer && !field.FieldType.IsByRefLike)
                .Select(field => field.GetValue(one))
                .OfType<object>();
}
