using System.Reflection;

namespace Sroi.Tests.Rules;

/// <summary>The folders of the library depend on each other in one direction only.</summary>
public class LayerTests
{
    private static readonly string[] Order =
    [
        "Showing",
        "Files",
        "Arithmetic",
        "Quantities",
        "Parameters",
        "Model",
        "Evaluation",
        "Uncertainty",
        "Sensitivity",
        "Assurance",
        "Reports",
    ];

    [Fact]
    public void A_layer_knows_only_the_layers_before_it() =>
        Assert.Empty(Breaches(typeof(Sroi.Quantities.Formula).Assembly.GetTypes().Select(type => (LayerOf(type), Used(type)))));

    [Fact]
    public void A_breach_would_be_found()
    {
        (string, IEnumerable<Type>)[] wrong = [("Quantities", [typeof(Sroi.Evaluation.SocialReturn)])];
        Assert.Equal(["Quantities uses Sroi.Evaluation.SocialReturn"], Breaches(wrong!));
    }

    [Fact]
    public void Every_type_is_in_a_layer() =>
        Assert.DoesNotContain(typeof(Sroi.Quantities.Formula).Assembly.GetExportedTypes(), type => LayerOf(type) is null);

    private static IEnumerable<string> Breaches(IEnumerable<(string? Layer, IEnumerable<Type> Used)> types) =>
        types
            .Where(type => type.Layer is not null)
            .SelectMany(type =>
                type.Used.Where(used => LayerOf(used) is { } other && Array.IndexOf(Order, other) > Array.IndexOf(Order, type.Layer))
                    .Select(used => $"{type.Layer} uses {used.FullName}")
            )
            .Distinct();

    private static string? LayerOf(Type type) => type.Namespace?.Split('.') is ["Sroi", var layer, ..] && Order.Contains(layer) ? layer : null;

    // Fields, properties, parameters, locals and every type named in a method's body.
    private static IEnumerable<Type> Used(Type type)
    {
        const BindingFlags all =
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        IEnumerable<MethodBase> methods = type.GetMethods(all).Cast<MethodBase>().Concat(type.GetConstructors(all));
        return type.GetFields(all)
            .Select(f => f.FieldType)
            .Concat(methods.SelectMany(m => m.GetParameters().Select(p => p.ParameterType)))
            .Concat(methods.SelectMany(m => m.GetMethodBody()?.LocalVariables.Select(v => v.LocalType) ?? []))
            .Concat(methods.SelectMany(Called))
            .Append(type.BaseType)
            .OfType<Type>()
            .SelectMany(t => t.IsGenericType ? t.GetGenericArguments().Append(t) : [t]);
    }

    private static IEnumerable<Type> Called(MethodBase method)
    {
        byte[] body = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (int i = 0; i + 4 < body.Length; i++)
        {
            // call, callvirt, newobj, each followed by a token; a byte that only looks like one resolves to nothing.
            if (body[i] is 0x28 or 0x6F or 0x73 && Resolve(method, BitConverter.ToInt32(body, i + 1)) is { } type)
            {
                yield return type;
            }
        }
    }

    private static Type? Resolve(MethodBase method, int token)
    {
        try
        {
            return method
                .Module.ResolveMethod(
                    token,
                    method.DeclaringType?.GetGenericArguments(),
                    method.IsGenericMethod ? method.GetGenericArguments() : null
                )
                ?.DeclaringType;
        }
        catch (Exception error) when (error is ArgumentException or BadImageFormatException)
        {
            return null;
        }
    }
}
