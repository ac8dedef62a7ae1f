namespace SpLg.Core.Choices;

/// <summary>Whom a document is for.</summary>
public enum Edition
{
    /// <summary>Everything, for the restricted library.</summary>
    [ChoiceText("Fullständig")]
    Full,

    /// <summary>
    /// For every employee: only rows that are open, counts and causes but no people, no small counts.
    /// </summary>
    [ChoiceText("Öppen")]
    Open,
}
