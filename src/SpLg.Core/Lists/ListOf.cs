namespace SpLg.Core.Lists;

/// <summary>
/// All that the program knows of a list, told once beside its record. An open edition holds of the list what is
/// declared here and nothing else: a list, a column or a section that declares nothing is not there.
/// </summary>
public abstract class ListOf
{
    private protected ListOf(string name, string title) => (Name, Title) = (name, title);

    /// <summary>English name in the provisioning template.</summary>
    public string Name { get; }

    /// <summary>Swedish title of the list.</summary>
    public string Title { get; }

    /// <summary>The noun for one row, and for several.</summary>
    public ListNoun Noun { get; init; } = ListNoun.Row;

    /// <summary>Who answers for what the list holds, by role: no person is named where data are missing.</summary>
    public string Owner { get; init; } = Coordinator;

    /// <summary>
    /// The columns that say which year a row belongs to: numbers and dates, of which the first that is filled holds.
    /// </summary>
    public IReadOnlyList<string> YearColumns { get; init; } = ["Year"];

    /// <summary>
    /// The years of rows that a review tells of, with those it compares with; null where a row of any year may be told.
    /// </summary>
    internal Func<ReviewYears, (int First, int Last)>? YearsTold { get; init; }

    /// <summary>True where a row of the year is followed up only when its day is.</summary>
    internal bool IsCutByDay { get; init; }

    /// <summary>True where a review written before its year decides rows with a day of the year before.</summary>
    internal bool IsDecidedAhead { get; init; }

    /// <summary>
    /// Columns by which a row of another register is known again when it has no external key: the first set of which all
    /// but the year columns are filled. Null for the title with the year columns; none for a list whose rows need a key.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<string>>? KnownBy { get; init; }

    /// <summary>The note that takes a title that is longer than its column; null where there is none.</summary>
    public string? LongTitle { get; init; }

    /// <summary>The choices of Källa that mean this list.</summary>
    public IReadOnlyList<ActionSource> MeantBy { get; init; } = [];

    /// <summary>False where a change of a row is no change of what a review stands on.</summary>
    public bool IsCompared { get; init; } = true;

    /// <summary>Columns that stand in no document, not even in one that few may read.</summary>
    public IReadOnlyList<string> NeverPublished { get; init; } = [];

    public OpenRule Rule { get; init; }

    /// <summary>
    /// Columns that an open edition may tell of a row that is told, and count the others by. Of a person column only
    /// that somebody is named is told; a lookup is told where the row it points to is.
    /// </summary>
    public IReadOnlyList<string> Open { get; init; } = [];

    /// <summary>Those of <see cref="Open"/> that are told only of a row where a person chose Öppen.</summary>
    public IReadOnlyList<string> OpenWhereChosen { get; init; } = [];

    /// <summary>
    /// Texts and lookups among <see cref="Open"/> by which rows are counted together; no document shows them of a row
    /// that is only counted.
    /// </summary>
    public IReadOnlyList<string> CountedBy { get; init; } = [];

    /// <summary>The sections of the review that tell of the list in an open edition.</summary>
    public IReadOnlyList<string> Sections { get; init; } = [];

    /// <summary>Texts that are the address of a page: told where every employee may open it.</summary>
    public IReadOnlyList<string> Addresses { get; init; } = [];

    /// <summary>False where no row has a decision of its own on publication and personal data.</summary>
    public bool IsExamined { get; init; } = true;

    /// <summary>
    /// Texts that stand on the cover of every document. One that holds personal data has to go, because no person
    /// decides on it row by row.
    /// </summary>
    public IReadOnlyList<string> OnCover { get; init; } = [];

    /// <summary>Those of <see cref="OnCover"/> that may look like a phone number and be none.</summary>
    public IReadOnlyList<string> RegistryNumbers { get; init; } = [];

    /// <summary>
    /// Texts that are not looked through for personal data: it may be there, and no document shows them.
    /// </summary>
    public IReadOnlyList<string> NotExamined { get; init; } = [];

    /// <summary>
    /// The words for rows that do not say whether they are open, after <c>De räknas som öppna och</c>.
    /// </summary>
    public string ShownWhenUnstated { get; init; } = "kommer med i den öppna utgåvan";

    /// <summary>The most that is told of a row when a row that it comes from is not told alone.</summary>
    public Told AtMostWhereSourceIsClosed { get; init; } = Told.Counted;

    /// <summary>Who answers for a list that does not say.</summary>
    public const string Coordinator = "informationssäkerhetssamordnaren";

    /// <summary>Columns that every list has and that carry how a row may be used.</summary>
    private static readonly IReadOnlyList<string> Carried = ["Year", "Publication", "PersonalDataReviewed"];

    public bool IsOpen(string column) => Open.Contains(column) || Carried.Contains(column);

    /// <summary>The most that the row's own columns allow to be told, whatever row it comes from.</summary>
    public Told OwnTold(RowOrigin origin) =>
        Rule switch
        {
            OpenRule.UnlessClosed => IsUnlessClosed(origin) ? Told.Alone : Told.No,
            OpenRule.WhereChosen => IsChosen(origin) && origin.SecrecyGround is null ? Told.Alone : Told.Counted,
            OpenRule.Figures or OpenRule.NumbersAlways => IsUnlessClosed(origin) ? Told.Alone : Told.Counted,
            _ => Told.No,
        };

    /// <summary>True when a person chose Öppen.</summary>
    public static bool IsChosen(RowOrigin origin) => origin.Publication.Is(Publication.Open);

    /// <summary>
    /// A row that says nothing is told; one whose word cannot be read is not, nor one that says nothing but why it
    /// would be secret.
    /// </summary>
    private static bool IsUnlessClosed(RowOrigin origin) =>
        IsChosen(origin) || (origin.Publication.IsEmpty && origin.SecrecyGround is null);

    /// <summary>The year a row belongs to; null when it belongs to none that can be read.</summary>
    internal int? YearOf(ListSchema schema, ListRow row, TimeZoneInfo zone)
    {
        var reader = new RowReader(schema, row, zone, []);
        foreach (var name in YearColumns)
        {
            var year = schema.TryColumn(name)?.Kind switch
            {
                ColumnKind.Number => RowOrigin.YearIn(reader.Number(name)),
                ColumnKind.Date => reader.Date(name).Value?.Year,
                _ => null,
            };
            if (year is not null)
                return year;
        }
        return null;
    }

    /// <summary>The first filled date of <see cref="YearColumns"/>; null when there is none that can be read.</summary>
    internal DateOnly? DayOf(ListSchema schema, ListRow row, TimeZoneInfo zone)
    {
        var reader = new RowReader(schema, row, zone, []);
        return YearColumns
            .Where(name => schema.TryColumn(name)?.Kind == ColumnKind.Date)
            .Select(name => reader.Date(name).Value)
            .FirstOrDefault(day => day is not null);
    }

    internal abstract IReadOnlyList<ISourceRow> Read(IEnumerable<RowReader> rows);

    /// <summary>The rows as they were read on a day, by which something of them is late or not.</summary>
    internal abstract IReadOnlyList<ISourceRow> AsOf(IReadOnlyList<ISourceRow> rows, DateOnly day);

    /// <summary>The findings of the list's own rules.</summary>
    internal abstract IEnumerable<Finding> Check(DataToCheck data);

    /// <summary>The names by which people point at the row; null in a list that no action comes from.</summary>
    internal abstract SourceRow? Source(ISourceRow row);

    /// <summary>Finds the rows that a row of this list comes from; null where it stands by itself.</summary>
    internal abstract Func<ISourceRow, SourceRows>? SourcesIn(OrganisationLists lists);

    /// <summary>True when a row of which words are told is told by itself, so that others may point to it.</summary>
    internal abstract bool StandsAlone(ISourceRow row);
}

/// <inheritdoc/>
/// <param name="read">Reads a row, and for an open edition the same row again through <see cref="OpenCells"/>.</param>
public sealed class ListOf<T>(string name, string title, Func<RowReader, T> read) : ListOf(name, title)
    where T : class, ISourceRow
{
    /// <summary>The rows that a row comes from or belongs to; it is never more open than they are.</summary>
    public Func<OrganisationLists, Func<T, SourceRows>>? ComesFrom { get; init; }

    /// <summary>Where not every row whose words are told is told by itself.</summary>
    public Func<T, bool> Alone { get; init; } = _ => true;

    /// <summary>The list's own rules.</summary>
    internal Func<IReadOnlyList<T>, DataToCheck, IEnumerable<Finding?>> Checks { get; init; } = (_, _) => [];

    /// <summary>The names by which people point at a row, where an action may come from one.</summary>
    internal Func<T, SourceRow>? PointedAt { get; init; }

    /// <summary>The row as it was read on a day, where something of it may be late.</summary>
    internal Func<T, DateOnly, T>? Dated { get; init; }

    internal override IEnumerable<Finding> Check(DataToCheck data) =>
        Checks(data.Lists.Of(this), data).OfType<Finding>();

    internal override SourceRow? Source(ISourceRow row) => PointedAt?.Invoke((T)row);

    internal override IReadOnlyList<ISourceRow> AsOf(IReadOnlyList<ISourceRow> rows, DateOnly day)
    {
        if (Dated is null)
            return rows;
        T[] typed = [.. rows.Cast<T>().Select(r => Dated(r, day))];
        return typed;
    }

    internal override IReadOnlyList<ISourceRow> Read(IEnumerable<RowReader> rows)
    {
        // An array of the record's own type, because callers cast it to that.
        T[] typed = [.. rows.Select(read)];
        return typed;
    }

    internal override Func<ISourceRow, SourceRows>? SourcesIn(OrganisationLists lists) =>
        ComesFrom?.Invoke(lists) is { } find ? row => find((T)row) : null;

    internal override bool StandsAlone(ISourceRow row) => Alone((T)row);
}
