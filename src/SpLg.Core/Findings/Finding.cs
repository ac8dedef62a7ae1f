using SpLg.Core.PersonalData;

namespace SpLg.Core.Findings;

/// <summary>A fault or gap in the data, told to the person who can mend it. Never an exception.</summary>
/// <param name="List">Swedish list title.</param>
/// <param name="RowId">The item id, or the line in a file; null when the finding is about the whole list.</param>
/// <param name="Column">Swedish column name; null when the finding is about the whole row.</param>
/// <param name="Message">Swedish, for a non-technician: what is wrong and what to do. An identity number that it
/// quotes is covered, because findings are kept where more people read than the row.</param>
/// <param name="Link">Opens the row; null when it comes from a file.</param>
public sealed record Finding(FindingLevel Level, string List, string? RowId, string? Column, string Message, Uri? Link)
{
    public string Message { get; init; } = PersonalNumber.Covered(Message);
}

/// <summary>How much a finding matters to the document.</summary>
public enum FindingLevel
{
    /// <summary>Worth knowing; the document is right anyway.</summary>
    [ChoiceText("Upplysning")]
    Info,

    /// <summary>Something is missing or old; the document says so.</summary>
    [ChoiceText("Varning")]
    Warning,

    /// <summary>The row would make the document wrong.</summary>
    [ChoiceText("Fel")]
    Error,
}
