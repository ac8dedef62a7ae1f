namespace SpLg.Core.Schema;

/// <summary>
/// The column kinds the lists use. Hyperlink and managed-metadata columns are left out on purpose: Graph v1.0 can
/// neither describe nor write them, so an address is a <see cref="Text"/> column with link formatting.
/// </summary>
public enum ColumnKind
{
    /// <summary>One line of text, at most 255 characters.</summary>
    Text,

    /// <summary>Several lines of plain text.</summary>
    Note,

    /// <summary>Several lines with formatting; the value is HTML.</summary>
    RichText,

    /// <summary>One of a closed set of display texts.</summary>
    Choice,

    /// <summary>Any number of a closed set of display texts.</summary>
    MultiChoice,

    /// <summary>A number, read as <see cref="decimal"/>.</summary>
    Number,

    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>A date without time of day. SharePoint sends it as midnight of the site's time zone, in UTC.</summary>
    Date,

    /// <summary>A date with time of day, sent in UTC.</summary>
    DateTime,

    /// <summary>
    /// A person. The wire carries an id of the site's own user list, and the name only when it is selected.
    /// </summary>
    Person,

    /// <summary>A row of another list.</summary>
    Lookup,
}
