namespace Sroi.Uncertainty.Summaries;

/// <summary>The figures for which a simulation reports a distribution.</summary>
public enum Breakdown
{
    /// <summary>Present value of benefits and of inputs, net present value, SROI ratio.</summary>
    Headlines,

    /// <summary>Those, and the present value of each outcome.</summary>
    Outcomes,

    /// <summary>Those, the other ratios, every year, and what each party pays, gains and nets.</summary>
    Everything,
}

/// <summary>The group of a simulated figure.</summary>
public enum FigureGroup
{
    /// <summary>One of the four headline figures.</summary>
    Headline,

    /// <summary>The public-value ratio, the fiscal ratio, the cashable net present value.</summary>
    Other,

    /// <summary>The present value of an outcome; the id is the outcome's.</summary>
    Outcome,

    /// <summary>Undiscounted benefits of a year; the id is the year, 0 the start.</summary>
    BenefitsOfYear,

    /// <summary>Undiscounted inputs of a year; the id is the year, 0 the start.</summary>
    InputsOfYear,

    /// <summary>What a party pays, as present value; the id is the party's.</summary>
    PaysOfParty,

    /// <summary>What a party gains, as present value; the id is the party's.</summary>
    GainsOfParty,

    /// <summary>What a party nets, as present value; the id is the party's.</summary>
    NetOfParty,
}
