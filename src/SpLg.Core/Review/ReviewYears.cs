namespace SpLg.Core.Review;

/// <summary>
/// The years that a review tells of. They come from Inställningar and from the request, and never from the day the
/// review is made: the day the lists were read only says how much of them is known.
/// </summary>
/// <param name="Title">The year in its title, which is the first that it plans for unless the request says
/// otherwise.</param>
/// <param name="FollowUpFrom">The first day that is followed up.</param>
/// <param name="FollowUpTo">The last day that is followed up, in the same year as the first.</param>
/// <param name="PlanFrom">The first year of the plan.</param>
/// <param name="PlanTo">The last year of the plan.</param>
public sealed record ReviewYears(int Title, DateOnly FollowUpFrom, DateOnly FollowUpTo, int PlanFrom, int PlanTo)
{
    private const int UsualPlanLength = 3;

    /// <summary>How the organisation plans its reviews; null where the request or an earlier version decides.</summary>
    public ReviewForm? Form { get; private init; }

    /// <summary>The year of the newest risk and vulnerability analysis; null when there is none.</summary>
    internal int? Rsa { get; init; }

    /// <summary>The report of the data protection officer that is told of; null for the newest there is.</summary>
    public int? DpoReport { get; private init; }

    /// <summary>The year that is followed up; figures are compared with the year before it.</summary>
    public int FollowUp => FollowUpTo.Year;

    /// <summary>The year whose undesired events are followed up one by one.</summary>
    public int FollowedUpEvents => Title - 1;

    /// <summary>The years that rows may be of which tell how things stand: the one followed up and that of the
    /// title.</summary>
    internal IReadOnlyList<int> Standing => [.. Enumerable.Range(FollowUp, Title - FollowUp + 1)];

    /// <summary>True when all days of the year are followed up.</summary>
    public bool IsWholeYear => FollowUpFrom is { Month: 1, Day: 1 } && FollowUpTo is { Month: 12, Day: 31 };

    /// <summary>True for a review that is written before its year, so that its decisions have a day of the year
    /// before.</summary>
    internal bool DecidesAhead => Form == ReviewForm.BeforeTheYear && FollowUp < Title;

    /// <summary>The last day that figures can be known for.</summary>
    /// <param name="readOn">The day the lists were read.</param>
    public DateOnly KnownUntil(DateOnly readOn) => readOn < FollowUpTo ? readOn : FollowUpTo;

    /// <summary>
    /// The time that is followed up, in Swedish: <c>2026</c>, <c>2026 till och med den 31 augusti</c>.
    /// </summary>
    /// <param name="readOn">The day the lists were read.</param>
    public string InWords(DateOnly readOn)
    {
        var part = new ComparedPart(FollowUpFrom, readOn.Year == FollowUp ? KnownUntil(readOn) : FollowUpTo);
        return part.WordsOrNull is { } words ? $"{Text(FollowUp)} {words}" : Text(FollowUp);
    }

    /// <summary>The year of a row by a date that decides it, where the row names none.</summary>
    internal int? YearBy(ListOf list, int? year) => list.IsDecidedAhead && DecidesAhead ? year + 1 : year;

    /// <summary>The rows of a list, and those of the year followed up whose day lies outside what is followed up of
    /// it.</summary>
    /// <param name="day">The day that decides.</param>
    internal (IReadOnlyList<T> Inside, int Outside) Split<T>(
        IReadOnlyList<T> rows,
        Func<T, int?> year,
        Func<T, DateOnly?> day
    )
    {
        if (IsWholeYear)
            return (rows, 0);
        IReadOnlyList<T> inside = [.. rows.Where(r => year(r) != FollowUp || !LeavesOut(day(r)))];
        return (inside, rows.Count - inside.Count);
    }

    /// <summary>
    /// The rows of the year before that are of the part of the year that is followed up; all of them where that is the
    /// whole year. One without day is of no part.
    /// </summary>
    internal IReadOnlyList<T> SamePart<T>(IEnumerable<T> rows, Func<T, DateOnly?> day) =>
        IsWholeYear
            ? [.. rows]
            :
            [
                .. rows.Where(r =>
                    day(r) is { } known && known >= FollowUpFrom.AddYears(-1) && known <= FollowUpTo.AddYears(-1)
                ),
            ];

    /// <summary>As <see cref="InWords"/> where less than the year is followed up, else the year alone.</summary>
    internal string PartInWords(DateOnly readOn) => IsWholeYear ? Text(FollowUp) : InWords(readOn);

    /// <summary>True for a day of the year that is followed up that lies outside what is followed up of it.</summary>
    public bool LeavesOut(DateOnly? day) =>
        day is { } known && known.Year == FollowUp && (known < FollowUpFrom || known > FollowUpTo);

    /// <summary>The years that a review of this title has when nobody has said anything else.</summary>
    public static ReviewYears Of(int title) => Of(title, null, null);

    /// <param name="title">The year in the title of the review.</param>
    /// <param name="setting">The organisation's; null when it has none.</param>
    /// <param name="request">The row that asks for the review; null when none does.</param>
    /// <exception cref="ReviewYearsException">The dates or years of the request contradict one another.</exception>
    public static ReviewYears Of(int title, Setting? setting, ReviewRequest? request)
    {
        var form = setting?.ReviewForm.Value ?? ReviewForm.BeforeTheYear;
        (string Column, bool IsUnreadable)[] given =
        [
            ("Uppföljning från", request?.FollowUpFrom.IsUnreadable == true),
            ("Uppföljning till", request?.FollowUpTo.IsUnreadable == true),
            ("Planens första år", IsNoYear(request?.PlanFrom)),
            ("Planens sista år", IsNoYear(request?.PlanTo)),
            ("Dataskyddsombudets rapport för år", IsNoYear(request?.DpoReportYear)),
        ];
        if (given.FirstOrDefault(g => g.IsUnreadable).Column is { } unreadable)
            throw new ReviewYearsException($"{unreadable} i begäran går inte att läsa. Rätta eller töm kolumnen.");
        var (from, to) = (request?.FollowUpFrom.Value, request?.FollowUpTo.Value);
        var last = to ?? UsualEnd(from?.Year ?? title - 1, form, setting);
        var first = from ?? new(last.Year, 1, 1);
        if (first > last || first.Year != last.Year)
            throw new ReviewYearsException(
                $"Uppföljningen går från den {Swedish.Long(first)} till den {Swedish.Long(last)}. Båda dagarna ska ligga i "
                    + "samma år, den första först. Rätta Uppföljning från och Uppföljning till, eller töm dem."
            );
        if (last.Year > title)
            throw new ReviewYearsException(
                $"Uppföljningen slutar den {Swedish.Long(last)}, efter året {Text(title)} som genomgången gäller. Rätta "
                    + "Uppföljning till eller År."
            );
        var planFrom = RowOrigin.YearIn(request?.PlanFrom ?? default) ?? title;
        var planTo = RowOrigin.YearIn(request?.PlanTo ?? default) ?? planFrom + Length(setting) - 1;
        if (planFrom > planTo || planTo - planFrom > 9)
            throw new ReviewYearsException(
                $"Planen går från {Text(planFrom)} till {Text(planTo)}. Den ska ha ett till tio år. Rätta Planens första år "
                    + "och Planens sista år, eller töm dem."
            );
        return new(title, first, last, planFrom, planTo)
        {
            Form = form,
            DpoReport = RowOrigin.YearIn(request?.DpoReportYear ?? default),
        };
    }

    /// <summary>
    /// The years of a review that an earlier version of the program made, which had one year for everything. Its plan
    /// began a year later where open actions were planned beyond its third year.
    /// </summary>
    public static ReviewYears OfOneYear(int year, OrganisationLists lists)
    {
        var isAhead = lists
            .Of(ActionItem.AsList)
            .Any(a => EarlierActions.IsOpen(a) && ActionFields.PlannedYears(a).Any(y => y > year + 2));
        var planFrom = isAhead ? year + 1 : year;
        return OfOneYear(year, planFrom);
    }

    /// <inheritdoc cref="OfOneYear(int, OrganisationLists)"/>
    /// <param name="planFrom">The year that its plan began in.</param>
    public static ReviewYears OfOneYear(int year, int planFrom) =>
        new(year, new(year, 1, 1), new(year, 12, 31), planFrom, planFrom + UsualPlanLength - 1);

    private static DateOnly UsualEnd(int year, ReviewForm form, Setting? setting) =>
        (form == ReviewForm.BeforeTheYear ? setting?.FollowUpEnd.Value : null) switch
        {
            FollowUpEnd.April => new(year, 4, 30),
            FollowUpEnd.August => new(year, 8, 31),
            _ => new(year, 12, 31),
        };

    private static bool IsNoYear(Entry<decimal>? entry) =>
        entry is { IsEmpty: false } written && RowOrigin.YearIn(written) is null;

    private static int Length(Setting? setting) =>
        setting?.PlanLength.Value is >= 1 and <= 10 and var years ? (int)years : UsualPlanLength;

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The years that a request asks for contradict one another; the message is Swedish and says what to do.</summary>
public sealed class ReviewYearsException(string message) : Exception(message);
