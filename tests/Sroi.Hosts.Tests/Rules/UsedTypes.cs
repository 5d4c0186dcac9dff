using System.Reflection;
using System.Reflection.Emit;

namespace Sroi.Hosts.Tests.Rules;

/// <summary>The types that a type names: in its base, its members and the bodies of its methods.</summary>
internal static class UsedTypes
{
    private const BindingFlags All =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> s_codes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    /// <summary>The types used, with the arguments of generic types and without their own nesting: a nested type counts as its outermost.</summary>
    public static IEnumerable<Type> Of(Type type) => Named(type).OfType<Type>().SelectMany(Parts).Distinct();

    private static IEnumerable<Type?> Named(Type type)
    {
        IEnumerable<MethodBase> methods = [.. type.GetMethods(All), .. type.GetConstructors(All)];
        return
        [
            type.BaseType,
            .. type.GetInterfaces(),
            .. type.GetFields(All).Select(field => field.FieldType),
            .. methods.OfType<MethodInfo>().Select(method => method.ReturnType),
            .. methods.SelectMany(method => method.GetParameters()).Select(parameter => parameter.ParameterType),
            .. methods.SelectMany(InBody),
        ];
    }

    private static IEnumerable<Type?> InBody(MethodBase method)
    {
        if (method.GetMethodBody() is not { } body)
        {
            yield break;
        }

        foreach (LocalVariableInfo local in body.LocalVariables)
        {
            yield return local.LocalType;
        }

        byte[] code = body.GetILAsByteArray()!;
        for (int i = 0; i < code.Length; )
        {
            OpCode op = s_codes[code[i] == 0xFE ? unchecked((short)(0xFE00 | code[i + 1])) : code[i]];
            i += op.Size;
            if (op.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
            {
                foreach (Type? type in At(method, BitConverter.ToInt32(code, i)))
                {
                    yield return type;
                }
            }

            i += op.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, i)),
                _ => 4,
            };
        }
    }

    private static IEnumerable<Type?> At(MethodBase method, int token)
    {
        Type[]? ofType = method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
        MemberInfo? member = method.Module.ResolveMember(token, ofType, method.IsGenericMethod ? method.GetGenericArguments() : null);
        return member switch
        {
            Type named => [named],
            MethodInfo called => [called.DeclaringType, called.ReturnType, .. called.IsGenericMethod ? called.GetGenericArguments() : []],
            FieldInfo field => [field.DeclaringType, field.FieldType],
            _ => [member?.DeclaringType],
        };
    }

    private static IEnumerable<Type> Parts(Type type)
    {
        while (type.GetElementType() is { } element)
        {
            type = element;
        }

        IEnumerable<Type> arguments = type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts) : [];
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type.IsGenericParameter ? [] : arguments.Append(type);
    }
}
