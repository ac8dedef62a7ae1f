namespace SpLg.Core.Sections;

/// <summary>
/// The clauses of each edition of ISO/IEC 27001 that hold requirements, 4.1 to 10.2, with what they ask for in our own
/// words.
/// </summary>
internal static class ClauseList
{
    private static readonly IReadOnlyList<(string Number, string Title)> Common =
    [
        ("4.1", "Förstå vad i omvärlden och i organisationen som påverkar informationssäkerheten"),
        ("4.2", "Veta vilka intressenter som ställer krav och vilka kraven är"),
        ("4.3", "Avgränsa vad ledningssystemet omfattar"),
        ("4.4", "Ha ett ledningssystem som införs, underhålls och förbättras"),
        ("5.1", "Ledningen visar vägen och ger arbetet resurser"),
        ("5.2", "En policy som är beslutad, känd och tillgänglig"),
        ("5.3", "Roller och ansvar är utsedda och kända"),
        ("6.1.1", "Planera för risker och möjligheter i ledningssystemet"),
        ("6.1.2", "En fastställd metod för att bedöma risker"),
        ("6.1.3", "Behandla risker och motivera valda skyddsåtgärder"),
        ("6.2", "Mätbara mål och planer för att nå dem"),
        ("7.1", "Resurser för arbetet"),
        ("7.2", "Rätt kompetens för uppdraget"),
        ("7.3", "Medvetenhet hos alla som arbetar i verksamheten"),
        ("7.4", "Bestämt vad som ska kommuniceras, när och till vem"),
        ("7.5.1", "Dokumentation som krävs finns"),
        ("7.5.2", "Dokument skapas och uppdateras på ett ordnat sätt"),
        ("7.5.3", "Dokument är åtkomliga för rätt personer och skyddade"),
        ("8.1", "Genomföra och styra det som planerats"),
        ("8.2", "Bedöma risker med bestämda mellanrum och vid ändringar"),
        ("8.3", "Genomföra planen för att behandla risker"),
        ("9.1", "Mäta, analysera och utvärdera arbetet"),
        ("9.2", "Internrevision med bestämda mellanrum och efter ett program"),
        ("9.3", "Ledningen går igenom arbetet och beslutar om det"),
    ];

    /// <summary>
    /// The clauses that only the newer edition divides; they stand instead of the whole where somebody has assessed a
    /// part.
    /// </summary>
    private static readonly IReadOnlyList<(string Number, string Title)> Parts =
    [
        ("9.2.1", "Internrevision med bestämda mellanrum"),
        ("9.2.2", "Ett program för revisionen"),
        ("9.3.1", "Ledningen går igenom arbetet minst en gång om året"),
        ("9.3.2", "Genomgången bygger på de underlag som krävs"),
        ("9.3.3", "Besluten från genomgången dokumenteras"),
    ];

    private const string Improve = "Ständigt förbättra ledningssystemet";
    private const string Correct = "Rätta avvikelser och ta bort orsaken";

    /// <summary>26 clauses in the older edition; the newer has 6.3 too, and the last two the other way round.</summary>
    public static IReadOnlyList<(string Number, string Title)> Of(ClauseEdition edition) =>
        edition == ClauseEdition.Edition2013
            ? [.. Common, ("10.1", Correct), ("10.2", Improve)]
            :
            [
                .. Common
                    .Append(("6.3", "Ändra ledningssystemet på ett planerat sätt"))
                    .OrderBy(c => Clause.Order(c.Item1), StringComparer.Ordinal),
                ("10.1", Improve),
                ("10.2", Correct),
            ];

    /// <summary>
    /// Those that nobody has assessed, neither by themselves nor as a part or the whole of what is assessed; but where
    /// one part of 9.2 or 9.3 is assessed, its other parts are missing.
    /// </summary>
    public static IEnumerable<(string Number, string Title)> Missing(
        ClauseEdition edition,
        IReadOnlySet<string> assessed
    )
    {
        var parts =
            edition == ClauseEdition.Edition2013
                ? []
                : Parts.Where(p =>
                    !assessed.Contains(Whole(p.Number))
                    && Parts.Any(o => Whole(o.Number) == Whole(p.Number) && assessed.Contains(o.Number))
                );
        return Of(edition)
            .Where(c => !assessed.Any(a => a == c.Number || IsWithin(a, c.Number) || IsWithin(c.Number, a)))
            .Concat(parts.Where(p => !assessed.Contains(p.Number)));
    }

    /// <summary>
    /// A row without an answer for each that nobody has assessed, in our own words. An open edition only counts it,
    /// because what nobody has looked at is a weakness.
    /// </summary>
    public static IReadOnlyList<RequirementAssessment> NotAssessed(
        ClauseEdition edition,
        IReadOnlyList<RequirementAssessment> rows,
        bool isOpen = false
    )
    {
        // What follows the number, as in 9.1 a), is the list's own.
        var assessed = rows.Select(r => r.Clause)
            .OfType<string>()
            .Select(c => new string([.. c.TakeWhile(s => char.IsAsciiDigit(s) || s == '.')]).TrimEnd('.'))
            .ToHashSet(StringComparer.Ordinal);
        return [.. Missing(edition, assessed).Select(c => NotAssessed(c.Number, c.Title, edition, isOpen))];
    }

    /// <summary>No row of the list: a clause as it looks before anybody has answered.</summary>
    private static RequirementAssessment NotAssessed(string number, string title, ClauseEdition edition, bool isOpen) =>
        new(
            Origin: new(
                List: RequirementAssessment.AsList.Title,
                Id: "",
                Link: null,
                Year: default,
                Publication: default,
                SecrecyGround: null,
                PersonalDataReviewed: default,
                ExternalKey: null
            )
            {
                IsCounted = isOpen,
            },
            Title: title,
            Clause: number,
            Requirement: null,
            Edition: new(edition, Choice.Text(edition)),
            Fulfilled: default,
            Comment: null,
            ProposedAction: null,
            Responsible: null,
            Priority: default,
            DueText: null,
            DueOn: default
        );

    private static string Whole(string part) => part[..part.LastIndexOf('.')];

    private static bool IsWithin(string inner, string outer) => inner.StartsWith(outer + ".", StringComparison.Ordinal);
}
