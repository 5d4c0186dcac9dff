using Sroi.Quantities;

namespace Sroi.Model;

/// <summary>What would be enough: the value of one number at which the case pays for itself, to be said in a sentence.</summary>
/// <param name="Says">The sentence, with <c>{value}</c> or <c>{share}</c> where the value goes.</param>
/// <param name="Solve">The full id of the number that is solved for.</param>
/// <param name="Outcome">The outcome that it asks about, which counts in this question only; null if the number is part of the case already.</param>
public sealed record BreakEvenQuestion(string Says, string Solve, Outcome? Outcome);

/// <summary>Something that the cost is stated for each of: a bed, a night, a person who stays.</summary>
/// <param name="Label">One of them, in words: <c>a bed</c>.</param>
/// <param name="Number">How many there are.</param>
public sealed record CostUnit(string Label, Formula Number);
