namespace SpLg.Core.Review;

/// <summary>
/// Basis of a section: its lists, who answers for them, and words for when there is nothing to show, so that no
/// section disappears silently.
/// </summary>
/// <param name="Sentence">Swedish, with reason and owner; null when there are rows to show.</param>
/// <param name="Owner">Swedish: the role that answers for the data, in definite form.</param>
/// <param name="Sources">The section's lists, the main one first.</param>
/// <param name="ReadOn">The day the lists were read.</param>
/// <param name="Earlier">Swedish: what the list has from the year before or without a year when it has nothing from the
/// review's year; null when there is no such thing to tell.</param>
/// <param name="LeftOut">Swedish: what the open edition leaves out of the section's list; null when nothing is.</param>
public sealed record SectionSource(
    Coverage Coverage,
    string? Sentence,
    string Owner,
    IReadOnlyList<ListSource> Sources,
    DateOnly ReadOn,
    string? LeftOut = null,
    string? Earlier = null
)
{
    private const int EarlierShown = 10;

    public const string TextName = "Underlag";
    public const string CoverageName = "Läge";
    public const string LeftOutName = "Utelämnat";
    public const string OwnerName = "Ansvarig för underlaget";
    public const string SourceName = "Källa";

    /// <summary>
    /// The rows of the section's main list, which its figures come from when they do not say otherwise.
    /// </summary>
    public Trace Trace => Sources[0].Used;

    /// <summary>
    /// An empty list is missing data, and so is one that was not read or whose rows might belong here; a list with rows
    /// but none for the section is nothing to report, and so is one of which somebody says that there is nothing. In an
    /// open edition the rows that would belong here may be left out.
    /// </summary>
    /// <param name="shown">The rows the section shows.</param>
    /// <param name="inList">Rows in the list, of any year.</param>
    /// <param name="nothing">The whole sentence for nothing to report.</param>
    /// <param name="withoutYear">Rows that belong to no year that can be read, where the section is of one
    /// year.</param>
    public static SectionSource Of(
        OrganisationLists lists,
        Trace shown,
        int inList,
        string nothing,
        int withoutYear = 0
    )
    {
        var (coverage, sentence) = Shown(lists, shown.List, inList, shown.Rows.Count, nothing, withoutYear);
        var owner = lists.Known.FirstOrDefault(l => l.Title == shown.List)?.Owner ?? ListOf.Coordinator;
        return new(
            coverage,
            sentence is null || coverage == Coverage.NotOpen ? sentence : $"{sentence} {Responsible(owner)}",
            owner,
            [ListSource.Of(lists, shown, inList)],
            lists.ReadOn,
            lists.LeftOut.GetValueOrDefault(shown.List)?.Sentence
        );
    }

    /// <summary>The time that the section tells of, in Swedish; null where it tells how things stand.</summary>
    internal string? Period { get; init; }

    /// <summary>What is missing in the section's material though it has rows; a Swedish sentence, or null.</summary>
    internal string? Missing { get; init; }

    /// <summary>Rows of that year that are not told of, because their day lies outside what is followed up.</summary>
    internal int Outside { get; init; }

    /// <summary>The section tells of what is followed up.</summary>
    /// <param name="outside">Rows of that year whose day lies outside it.</param>
    internal SectionSource Over(ReviewYears years, DateOnly today, int outside, SmallCounts small) =>
        this with
        {
            Period = years.InWords(today),
            Outside = small.IsSmall(outside) ? 0 : outside,
        };

    /// <summary>The section tells of these years.</summary>
    internal SectionSource Over(params IReadOnlyList<int> years) =>
        this with
        {
            Period = Swedish.Join([.. years.Select(YearFilter.Text)]),
        };

    private string? SentenceWithEarlier => Sentence is null || Earlier is null ? Sentence : $"{Sentence} {Earlier}";

    /// <summary>
    /// A review written before its year has begun stands on the year before: where a section has nothing of its own
    /// year, these rows, of last year or without a year, are told in words.
    /// </summary>
    /// <param name="from">Begins the sentence: <c>Från 2025</c>.</param>
    /// <param name="rows">A sentence for each, with its full stop.</param>
    internal SectionSource WithEarlier(string from, IReadOnlyList<string> rows)
    {
        var shown = rows.Take(EarlierShown).ToList();
        var more = rows.Count > shown.Count ? $" Och {Swedish.InWords(rows.Count - shown.Count)} till." : "";
        // Where nothing of the list is told in the open edition, nothing of it is told here either.
        if (Sentence is null || rows.Count == 0 || Coverage == Coverage.NotOpen)
            return this;
        return this with
        {
            Earlier = $"{(Earlier is null ? "" : $"{Earlier} ")}{from} är antecknat: {string.Join(' ', shown)}{more}",
        };
    }

    /// <summary>
    /// A section that only shows rows says so where it has rows and nothing is told of any of them alone.
    /// </summary>
    internal SectionSource ShowingRows(IEnumerable<ISourceRow> shown)
    {
        var rows = shown.ToList();
        return Sentence is not null || rows.Count == 0 || rows.Any(r => !r.Origin.IsCounted)
            ? this
            : this with
            {
                Sentence =
                    $"Antal rader ur listan {Trace.List}: {Swedish.Number(rows.Count)}. De redovisas inte var för sig i den öppna utgåvan.",
            };
    }

    /// <summary>The section takes rows of one more list.</summary>
    /// <param name="inList">Rows in the list, of any year.</param>
    public SectionSource And(OrganisationLists lists, Trace shown, int inList) =>
        this with
        {
            Sources = [.. Sources, ListSource.Of(lists, shown, inList)],
        };

    /// <summary>The section's own rows as something to count.</summary>
    internal ChosenRows<T> Chosen<T>(IReadOnlyList<T> rows)
        where T : class, ISourceRow => new(Trace.List, Trace.Filter, rows) { Footing = new(Unknowable: Unknowable) };

    /// <summary>Who answers for missing data, in a sentence.</summary>
    internal static string Responsible(string owner) => $"Ansvarig för underlaget: {owner}.";

    /// <summary>The fields every section begins with.</summary>
    public static FieldSetBuilder<T> Fields<T>(Func<T, SectionSource> basis)
        where T : notnull =>
        new FieldSetBuilder<T>()
            .Text(
                TextName,
                "En mening när det inte finns något att redovisa eller när underlag saknas; annars tomt.",
                s => basis(s).SentenceWithEarlier
            )
            .Text(
                CoverageName,
                "Redovisad, Inget att rapportera, Underlag saknas eller Redovisas inte öppet.",
                s => Choice.Text(basis(s).Coverage)
            )
            .Text(
                LeftOutName,
                "Hur många rader ur listan som den öppna utgåvan utelämnar och varför; annars tomt.",
                s => basis(s).LeftOut
            )
            .Text(OwnerName, "Rollen som ansvarar för underlaget, till exempel dataskyddsombudet.", s => basis(s).Owner)
            .RichText(
                SourceName,
                "Listorna som avsnittet kommer ur, med länk, antal rader och dagen då de lästes, i ett eget stycke.",
                s => ListSource.Line(basis(s))
            )
            .AllFrom(s => basis(s).Trace)
            .InsteadOfZero(s => basis(s).Unknowable);

    /// <summary>
    /// The words for a figure that counts no row, where nobody knows or nobody may know; null where it is 0.
    /// </summary>
    internal string? Unknowable =>
        Coverage switch
        {
            Coverage.NoData => Footing.NoRows,
            Coverage.NotOpen => Footing.NotOpen,
            _ => null,
        };

    private static (Coverage Coverage, string? Sentence) Shown(
        OrganisationLists lists,
        string list,
        int inList,
        int inSection,
        string nothing,
        int withoutYear
    )
    {
        if (inSection > 0)
            return (Coverage.Reported, null);
        if (withoutYear > 0)
            return (
                Coverage.NoData,
                $"Underlag saknas: {(withoutYear == 1 ? "en rad" : $"{Swedish.InWords(withoutYear)} rader")} i "
                    + $"listan {list} har inget år som går att läsa, så det går inte att säga om "
                    + $"{Swedish.Form(withoutYear, "den", "de")} hör hit."
            );
        if (lists.NotRead.Contains(list))
            return (Coverage.NoData, $"Underlag saknas: listan {list} har inte lästs.");
        if (lists.Closed.Contains(list) || lists.LeftOut.GetValueOrDefault(list) is { Count: > 0 })
            return (Coverage.NotOpen, $"Inget ur listan {list} redovisas i den öppna utgåvan.");
        if (lists.StatedNil.GetValueOrDefault(list) is { } stated)
            return (Coverage.NothingToReport, stated);
        return inList > 0
            ? (Coverage.NothingToReport, nothing)
            : (Coverage.NoData, $"Underlag saknas: listan {list} är tom.");
    }
}

/// <summary>How a section stands: the answers an input of the review may have.</summary>
public enum Coverage
{
    [ChoiceText("Redovisad")]
    Reported,

    [ChoiceText("Inget att rapportera")]
    NothingToReport,

    [ChoiceText("Underlag saknas")]
    NoData,

    /// <summary>In an open edition: all that could belong here is left out.</summary>
    [ChoiceText("Redovisas inte öppet")]
    NotOpen,
}
