using Sroi.Parameters;

namespace Sroi.Model;

/// <summary>A person or organisation that experiences a change or brings it about. Who pays is recorded separately.</summary>
/// <param name="Party">Who.</param>
/// <param name="Involvement">How they were asked what changed for them; null if they were not asked.</param>
public sealed record Stakeholder(Party Party, Involvement? Involvement);

/// <summary>How stakeholders were asked.</summary>
/// <param name="How">Interviews, a survey, a workshop.</param>
/// <param name="Number">How many were asked; null if not stated.</param>
/// <param name="Date">When they were asked; null if not stated.</param>
public sealed record Involvement(string How, int? Number, string? Date);

/// <summary>An outcome identified but not valued, and why.</summary>
/// <param name="Change">What changes.</param>
/// <param name="Stakeholder">For whom; null if not stated.</param>
/// <param name="Why">Why it is not valued.</param>
public sealed record UnvaluedChange(string Change, Party? Stakeholder, string Why);

/// <summary>A part of a service with a separate delivery model.</summary>
/// <param name="Id">Its name in files.</param>
/// <param name="Label">Its name in words.</param>
/// <param name="DeliveryModel">How it is delivered.</param>
/// <param name="Note">What the reader should know; null for nothing.</param>
public sealed record ServiceComponent(string Id, string Label, DeliveryModel DeliveryModel, string? Note);
