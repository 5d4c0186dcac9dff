using Sroi.Parameters;

namespace Sroi.Model;

/// <summary>Somebody who experiences a change or brings it about. Who pays is a separate fact.</summary>
/// <param name="Party">Who.</param>
/// <param name="Involvement">How they were asked what changed for them; null where they were not.</param>
public sealed record Stakeholder(Party Party, Involvement? Involvement);

/// <summary>How stakeholders were asked.</summary>
/// <param name="How">Interviews, a survey, a workshop.</param>
/// <param name="Number">How many; null where nobody has said.</param>
/// <param name="Date">When; null where nobody has said.</param>
public sealed record Involvement(string How, int? Number, string? Date);

/// <summary>A change that is real but has no value in the figures, and why.</summary>
/// <param name="Change">What changes.</param>
/// <param name="Stakeholder">For whom; null where nobody in particular is named.</param>
/// <param name="Why">Why it is not valued.</param>
public sealed record UnvaluedChange(string Change, Party? Stakeholder, string Why);

/// <summary>A part of a service with a delivery model of its own.</summary>
/// <param name="Id">Its name in files.</param>
/// <param name="Label">Its name in words.</param>
/// <param name="DeliveryModel">How it is delivered.</param>
/// <param name="Note">What the reader should know; null for nothing.</param>
public sealed record ServiceComponent(string Id, string Label, DeliveryModel DeliveryModel, string? Note);
