namespace Sroi.Parameters;

/// <summary>A person or organisation that pays, gains or experiences a change.</summary>
/// <param name="Id">Its name in files, such as <c>nhs</c>.</param>
/// <param name="Label">Its name in words.</param>
/// <param name="IsPublic">Whether it is a public body, whose savings are fiscal.</param>
public sealed record Party(string Id, string Label, bool IsPublic);

/// <summary>What kind of benefit a saving or a gain is (GMCA cost-benefit guidance, 2014: the three stay apart).</summary>
public enum BenefitKind
{
    /// <summary>A saving or revenue of a public body.</summary>
    Fiscal,

    /// <summary>A gain in output or earnings.</summary>
    Economic,

    /// <summary>A gain in wellbeing, health or safety that is not paid to anyone.</summary>
    Social,
}

/// <summary>A party's part of a benefit.</summary>
/// <param name="Party">Whose it is.</param>
/// <param name="Part">The part of the whole, from 0 to 1.</param>
public sealed record PartyShare(Party Party, Quantities.Share Part);
