namespace Sroi.Model;

/// <summary>How a service is designed and run: a fact for grouping and comparing, never a multiplier.</summary>
public enum DeliveryModel
{
    /// <summary>Users and professionals plan and deliver it together.</summary>
    CoProduced,

    /// <summary>People who use it run it.</summary>
    ServiceUserLed,

    /// <summary>Professionals deliver what studies support.</summary>
    EvidenceBasedPractice,

    /// <summary>A community takes part in it.</summary>
    CommunityInvolvement,

    /// <summary>Designed with and around its users, delivered by professionals.</summary>
    UserCentredDesign,

    /// <summary>Several of these.</summary>
    Mixed,

    /// <summary>None of these.</summary>
    Conventional,
}

/// <summary>The words that files use for delivery models.</summary>
public static class DeliveryModels
{
    private static readonly (DeliveryModel Model, string Name)[] Names =
    [
        (DeliveryModel.CoProduced, "co-produced"),
        (DeliveryModel.ServiceUserLed, "service-user-led"),
        (DeliveryModel.EvidenceBasedPractice, "evidence-based-practice"),
        (DeliveryModel.CommunityInvolvement, "community-involvement"),
        (DeliveryModel.UserCentredDesign, "user-centred-design"),
        (DeliveryModel.Mixed, "mixed"),
        (DeliveryModel.Conventional, "conventional"),
    ];

    /// <summary>All the words, in the order of the enumeration.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Names.Select(n => n.Name)];

    /// <summary>The word of a model.</summary>
    public static string Name(DeliveryModel model) => Names.First(n => n.Model == model).Name;

    /// <summary>The model of a word.</summary>
    /// <exception cref="ArgumentException">There is no such model.</exception>
    public static DeliveryModel Parse(string name) =>
        Names.Any(n => n.Name == name)
            ? Names.First(n => n.Name == name).Model
            : throw new ArgumentException($"'{name}' is not a delivery model; allowed: {string.Join(", ", All)}.", nameof(name));
}
