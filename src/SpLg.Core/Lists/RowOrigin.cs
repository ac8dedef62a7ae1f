namespace SpLg.Core.Lists;

/// <summary>Where a row comes from and how it may be used: the columns that every list carries.</summary>
/// <param name="List">Swedish title of the list.</param>
/// <param name="Year">The year the row belongs to; empty where the list has no such column.</param>
/// <param name="SecrecyGround">The paragraph of the secrecy act, required when <paramref name="Publication"/> is Sekretess.</param>
/// <param name="PersonalDataReviewed">Yes when a person has decided that what looks like personal data in the row's
/// texts may be published.</param>
/// <param name="ExternalKey">Key in the source system, so that an import can be repeated without duplicates.</param>
public sealed record RowOrigin(
    string List,
    string Id,
    Uri? Link,
    Entry<decimal> Year,
    Entry<Publication> Publication,
    string? SecrecyGround,
    Entry<bool> PersonalDataReviewed,
    string? ExternalKey
)
{
    /// <summary>Where a row stands, without what its columns say.</summary>
    internal static RowOrigin At(string list, string id, Uri? link) =>
        new(
            List: list,
            Id: id,
            Link: link,
            Year: default,
            Publication: default,
            SecrecyGround: null,
            PersonalDataReviewed: default,
            ExternalKey: null
        );

    /// <summary>The row's cells that could not be read; complete when the whole row has been read.</summary>
    public IReadOnlyList<UnreadCell> Unread { get; init; } = [];

    /// <summary>The day the row was read, by which something is late; null before that is known.</summary>
    public DateOnly? ReadOn { get; init; }

    /// <summary>
    /// The texts that were read, in the order of the columns; complete when the whole row has been read. In an open
    /// edition those that it may show.
    /// </summary>
    public IReadOnlyList<ReadText> Texts { get; init; } = [];

    /// <summary>True in an open edition of a row that counts in totals and of which nothing is told alone.</summary>
    public bool IsCounted { get; init; }

    /// <summary>
    /// Marked so, or perhaps meant so: with a word that cannot be read, or with a ground and no word.
    /// </summary>
    public bool IsSecret =>
        Publication.Is(Lists.Publication.Secret)
        || Publication.IsUnreadable
        || (Publication.IsEmpty && SecrecyGround is not null);

    /// <summary>The year; null when the column is empty or holds no year.</summary>
    public int? WholeYear => YearIn(Year);

    /// <summary>True when the row's year was read and is this one.</summary>
    public bool IsOf(int year) => Year.Is(year);

    /// <summary>A whole year 1–9999 kept in a number column, or null.</summary>
    public static int? YearIn(Entry<decimal> number) =>
        number.Value is >= 1 and <= 9999 and var year && year == decimal.Truncate(year) ? (int)year : null;
}

/// <summary>A text that a row was read to hold.</summary>
/// <param name="Name">Internal column name.</param>
/// <param name="Column">Swedish column name.</param>
/// <param name="Text">HTML where <paramref name="IsHtml"/>.</param>
public readonly record struct ReadText(string Name, string Column, string Text, bool IsHtml);

/// <summary>A cell that could not be read. What was written in it is shown to the reader as it is.</summary>
/// <param name="Column">Swedish column name.</param>
public sealed record UnreadCell(string Column, string Text);
