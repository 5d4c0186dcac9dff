namespace Sroi.Parameters;

/// <summary>
/// A folder of the user's own numbers, <c>own/NAME</c> in the folder of parameters, under a licence that may forbid to pass them on. They are computed
/// with like any others; a result names the bank, and what is written for others leaves them out.
/// </summary>
/// <param name="Id">Its name: that of the folder.</param>
/// <param name="Title">What it is.</param>
/// <param name="Licence">Under which terms its numbers may be used, such as <c>CC BY-NC-ND</c> or <c>ours alone</c>.</param>
/// <param name="MayQuote">Whether the licence allows single numbers to be quoted, as a report does.</param>
public sealed record ValueBank(string Id, string Title, string Licence, bool MayQuote);
