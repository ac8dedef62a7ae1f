namespace SpLg.Core.Figures;

/// <summary>
/// Completeness of the rows that a figure of one year counts. Every comparison of two years needs it, so that figures
/// counted by different rules are never compared.
/// </summary>
/// <param name="Unknown">Rows that do not say, and are in no part of the figure.</param>
/// <param name="NotStated">Rows that do not say and are told as such beside the figure: any of them may belong to
/// it.</param>
/// <param name="Undated">Rows whose year cannot be read: any of them may be of this year.</param>
/// <param name="Withheld">Rows that the open edition leaves out, or whose words it covers.</param>
/// <param name="IsHidden">True when the number itself may not be told.</param>
/// <param name="Part">What part of the year it covers, in Swedish as <see cref="ComparedPart.Words"/>; null when it
/// covers all of it.</param>
/// <param name="IsPartClosed">True where only a part of it may be compared, and the open edition does not tell the
/// number of that part.</param>
/// <param name="Unknowable">Why a count of no rows is not a zero: <see cref="NoRows"/>, <see cref="NotYet"/> or <see cref="Outside"/>; null
/// when it is one.</param>
public readonly record struct Footing(
    int Unknown = 0,
    int NotStated = 0,
    int Undated = 0,
    int Withheld = 0,
    bool IsHidden = false,
    string? Unknowable = null,
    string? Part = null,
    bool IsPartClosed = false
)
{
    /// <summary>
    /// The words in place of a figure of a year, or of a list, that has no rows: it is not known, and no zero.
    /// </summary>
    public const string NoRows = "saknas";

    /// <summary>The words in place of a figure none of whose rows may be told outside the organisation.</summary>
    public const string NotOpen = "redovisas inte öppet";

    /// <summary>The words in place of a figure of a time that had not begun when the lists were read.</summary>
    public const string NotYet = "ännu inte";

    /// <summary>The words in place of a figure of a time that is not followed up.</summary>
    public const string Outside = "ingår inte";

    /// <summary>The words in place of a comparison that rows without year could reverse.</summary>
    public const string RowsWithoutYear = "går inte att jämföra, eftersom det finns rader utan år";

    /// <summary>The words in place of a comparison of a year with a part of one.</summary>
    public const string PartsOfYears = "jämförs inte, eftersom uppgifterna inte är från lika stor del av åren";

    /// <summary>
    /// The part of the year of a sum over organisations whose lists were not read on one day, as <see cref="Part"/>.
    /// </summary>
    private const string EachOwnPart = "till den dag då varje organisations uppgifter lästes";

    /// <summary>The footing of a sum.</summary>
    public static Footing operator +(Footing one, Footing other) =>
        new(
            one.Unknown + other.Unknown,
            one.NotStated + other.NotStated,
            one.Undated + other.Undated,
            one.Withheld + other.Withheld,
            one.IsHidden || other.IsHidden,
            one.Unknowable ?? other.Unknowable,
            Part: one.Part == other.Part ? one.Part : EachOwnPart,
            IsPartClosed: one.IsPartClosed || other.IsPartClosed
        );

    /// <summary>
    /// Why two counts may not be compared, in Swedish; null when the word that is said of them is true wherever the
    /// loose rows belong.
    /// </summary>
    internal static string? Objection(Footing now, Footing before, decimal distance)
    {
        if (Objection(now, before) is { } never)
            return never;
        var (undated, notStated) = (Math.Max(now.Undated, before.Undated), now.NotStated + before.NotStated);
        if (undated + notStated == 0 || Math.Abs(distance) > undated + notStated)
            return null;
        return undated > 0 ? RowsWithoutYear : CountWithGaps.NotComparable;
    }

    /// <summary>The same for shares and measures, which a single loose row can move any way.</summary>
    internal static string? ObjectionToMeasures(Footing now, Footing before)
    {
        if (Objection(now, before) is { } objection)
            return objection;
        if (now.Undated + before.Undated > 0)
            return RowsWithoutYear;
        return now.NotStated + before.NotStated > 0 ? CountWithGaps.NotComparable : null;
    }

    private static string? Objection(Footing now, Footing before)
    {
        if (
            now.IsHidden
            || before.IsHidden
            || now.IsPartClosed
            || before.IsPartClosed
            || now.Withheld + before.Withheld > 0
        )
            return SmallCounts.NotComparable;
        if (now.Part != before.Part)
            return PartsOfYears;
        if (now.Unknown + before.Unknown == 0)
            return null;
        return now.Undated + before.Undated > 0 ? RowsWithoutYear : CountWithGaps.NotComparable;
    }
}
