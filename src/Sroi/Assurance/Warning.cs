namespace Sroi.Assurance;

/// <summary>How much a weakness matters.</summary>
public enum Severity
{
    /// <summary>The figure may be wrong or misread because of it.</summary>
    Serious,

    /// <summary>The figure is weaker for it.</summary>
    Weakness,

    /// <summary>The reader should know it.</summary>
    Notice,
}

/// <summary>A limitation of a business case.</summary>
/// <param name="Code">A stable name, such as <c>no_deadweight</c>.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">The limitation, with the values concerned.</param>
/// <param name="Where">The outcomes or parameters concerned, separated by commas; null for the whole case.</param>
/// <param name="Principle">The principle of social value that it touches (Social Value International).</param>
/// <param name="WhatToDo">What to do about it.</param>
public sealed record Warning(string Code, Severity Severity, string Message, string? Where, string Principle, string WhatToDo);
