namespace SpLg.Core.Fields;

/// <summary>
/// Kind of value in a template field, which decides where the field may stand and which formats it takes.
/// </summary>
public enum FieldKind
{
    /// <summary>A <see cref="string"/>; line breaks become breaks in Word.</summary>
    Text,

    /// <summary>A <see cref="string"/> with the HTML SharePoint keeps in formatted notes.</summary>
    RichText,

    /// <summary>A <see cref="decimal"/>.</summary>
    Number,

    /// <summary>A <see cref="DateOnly"/>.</summary>
    Date,

    /// <summary>A <see cref="bool"/>.</summary>
    YesNo,

    /// <summary>An <see cref="IReadOnlyList{T}"/> of objects, described by <see cref="Field.Inner"/>.</summary>
    List,

    /// <summary>One object, described by <see cref="Field.Inner"/>.</summary>
    Group,

    /// <summary>
    /// PNG bytes as a <see cref="ReadOnlyMemory{T}"/> of <see cref="byte"/>, put where a picture's alt text names the
    /// field.
    /// </summary>
    Picture,
}
