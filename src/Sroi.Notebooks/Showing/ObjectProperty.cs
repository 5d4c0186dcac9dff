using System.Collections.Immutable;
using System.Reflection;

namespace Sroi.Notebooks.Showing;

/// <summary>A property or a field that can be read.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Read">Reads it; may throw.</param>
internal sealed record ObjectProperty(string Name, Func<object, object?> Read)
{
    /// <summary>The public properties and fields of a type, in order of declaration.</summary>
    public static ImmutableArray<ObjectProperty> Of(Type type) =>
        [
            .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0)
                .Where(property => CanBeBoxed(property.PropertyType))
                .Select(property => new ObjectProperty(property.Name, property.GetValue)),
            .. type.GetFields(BindingFlags.Public | BindingFlags.Instance)
                .Where(field => CanBeBoxed(field.FieldType))
                .Select(field => new ObjectProperty(field.Name, field.GetValue)),
        ];

    private static bool CanBeBoxed(Type type) => !type.IsByRef && !type.IsByRefLike && !type.IsPointer && !type.IsFunctionPointer;
}
