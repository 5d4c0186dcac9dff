using Sroi.Parameters.Distributions;

namespace Sroi.Parameters;

/// <summary>
/// How a published average differs between those it is taken over. It says what one unknown provider may cost, not how uncertain the average is, and is
/// drawn only where a case says <c>provider: unknown</c>.
/// </summary>
/// <param name="Between">Between what: providers, areas or kinds.</param>
/// <param name="Distribution">How the figure is distributed over them, in the unit of the value.</param>
public sealed record Variation(VariationBetween Between, Distribution Distribution);

/// <summary>What a figure varies between.</summary>
public enum VariationBetween
{
    /// <summary>The organisations that provide the service, each with its own average.</summary>
    Providers,

    /// <summary>Areas, such as the regions of England.</summary>
    Areas,

    /// <summary>Kinds of the thing itself, such as short and long attendances. It is never used for an unknown provider.</summary>
    Kinds,
}
