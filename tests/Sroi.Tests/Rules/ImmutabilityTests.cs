using System.Reflection;
using System.Runtime.CompilerServices;

namespace Sroi.Tests.Rules;

/// <summary>Public types are immutable and closed: no settable property, no public field, sealed or abstract or a struct.</summary>
public class ImmutabilityTests
{
    // A base on purpose: a parameter is a quantity with a source.
    private static readonly Type[] Open = [typeof(Sroi.Quantities.Quantity)];

    public static TheoryData<Type> PublicTypes => new(typeof(Sroi.Quantities.Formula).Assembly.GetExportedTypes());

    [Theory]
    [MemberData(nameof(PublicTypes))]
    public void A_public_type_cannot_be_changed(Type type) => Assert.Empty(Changeable(type));

    [Theory]
    [MemberData(nameof(PublicTypes))]
    public void A_public_type_is_closed(Type type) =>
        Assert.True(type.IsSealed || type.IsAbstract || type.IsValueType || Open.Contains(type), $"{type} is open to inheritance.");

    [Fact]
    public void A_settable_property_would_be_found() => Assert.Equal(["Loose"], Changeable(typeof(Settable)));

    private static IEnumerable<string> Changeable(Type type)
    {
        const BindingFlags all = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        return type.GetProperties(all)
            .Where(p => p.SetMethod is { IsPublic: true } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)))
            .Select(p => p.Name)
            .Concat(type.GetFields(all).Where(f => f is { IsInitOnly: false, IsLiteral: false } && !type.IsEnum).Select(f => f.Name));
    }

    private sealed class Settable
    {
        public int Loose { get; set; }
    }
}
