namespace SpLg.Core.Lists;

/// <summary>
/// Cells of one row as an open edition gets them, by the kind of the column: the row is read a second time through
/// this. A column that the list does not declare open gives nothing, so that a new one is closed until somebody opens
/// it.
/// </summary>
/// <param name="isChosen">True when a person chose Öppen for the row.</param>
/// <param name="isTold">Whether the row that a lookup points to is told by itself.</param>
/// <param name="withheld">Columns that are not told of this row, although its list declares them open.</param>
/// <param name="links">Which addresses every employee may open.</param>
internal sealed class OpenCells(
    ListOf list,
    Told told,
    bool isChosen,
    Func<ColumnSchema, Reference, bool> isTold,
    IReadOnlyList<string> withheld,
    OpenLinks links
)
{
    /// <summary>The word in place of one that is counted but may not be told.</summary>
    public const string NotShown = "Visas inte öppet";

    /// <summary>The word in place of a person's name.</summary>
    public const string SomebodyNamed = "en namngiven person";

    /// <summary>The word in place of words for who it is, which may hold a name.</summary>
    public const string SomebodyInWords = "en utsedd person eller funktion";

    /// <summary>
    /// The word for a person who is named in the full edition: a role that somebody holds must still differ from one
    /// that nobody holds.
    /// </summary>
    private static readonly Reference Somebody = new(null, SomebodyNamed);

    private static readonly Reference InWords = new(null, SomebodyInWords);

    private static readonly Reference Elsewhere = new(null, NotShown);

    /// <summary>True when nothing is told of the row alone.</summary>
    public bool IsCounted => told == Told.Counted || list.Rule == OpenRule.Figures;

    /// <summary>The text of a cell that cannot be read, as a document may show it.</summary>
    public string Written(string text) => links.Words(text);

    /// <summary>Where a person opens the row, of one that is told.</summary>
    public Uri? Link(Uri? link) => told == Told.Counted ? null : link;

    /// <summary>True when a document may show what the cell says.</summary>
    public bool Shows(string column) =>
        IsOpen(column) && (list.OpenWhereChosen.Contains(column) ? isChosen && told != Told.No : told == Told.Alone);

    private bool IsOpen(string column) => list.IsOpen(column) && !withheld.Contains(column);

    private bool IsCountedBy(string column) => told == Told.Counted && list.CountedBy.Contains(column);

    public string? Text(string column, string? text, bool isHtml)
    {
        if (text is null || !IsOpen(column))
            return null;
        if (Shows(column) || IsCountedBy(column))
            return Leading(column, text, isHtml);
        return list.Rule == OpenRule.NumbersAlways || list.OpenWhereChosen.Contains(column) ? null : NotShown;
    }

    /// <summary>The text, leading to nothing that its readers may not open.</summary>
    private string? Leading(string column, string text, bool isHtml)
    {
        if (list.Addresses.Contains(column))
            return links.Address(text);
        return isHtml ? links.Html(text) : links.Words(text);
    }

    public IReadOnlyList<string> Texts(string column, IReadOnlyList<string> texts)
    {
        if (!IsOpen(column))
            return [];
        return Shows(column) ? texts : [.. texts.Select(t => t.All(char.IsAsciiDigit) ? t : NotShown)];
    }

    /// <summary>A cell that could not be read holds whatever was written in it.</summary>
    public Entry<T> Entry<T>(string column, Entry<T> entry)
        where T : struct
    {
        if (!IsOpen(column))
            return default;
        return !entry.IsUnreadable ? entry : new(null, Shows(column) ? links.Words(entry.Text!) : NotShown);
    }

    /// <param name="words">
    /// The words beside a person column. They are told of a row where a person chose Öppen, if they are the words of
    /// functions and units: whatever else may be somebody's name.
    /// </param>
    public Reference? Reference(ColumnSchema column, Reference? reference, string? words)
    {
        if (!IsOpen(column.Name))
            return null;
        if (words is not null && isChosen && Shows(column.Name) && FunctionWords.Are(words))
            return new(null, links.Words(words));
        if (reference is not null && column.Kind == ColumnKind.Person)
            return Somebody;
        if (words is not null)
            return InWords;
        if (reference is null)
            return null;
        return (Shows(column.Name) || IsCountedBy(column.Name)) && isTold(column, reference) ? reference : Elsewhere;
    }
}
