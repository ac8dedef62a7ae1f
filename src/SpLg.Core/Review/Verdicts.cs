namespace SpLg.Core.Review;

/// <summary>What the head decided on at the review: three questions, each with a reason, and the meeting.</summary>
/// <param name="Present">Names; null in the open edition.</param>
/// <param name="GapsReason">Why it was approved although something was missing; null when nothing was, and
/// empty in an open edition that may not tell why.</param>
public sealed record Verdicts(
    IReadOnlyList<VerdictLine> Lines,
    DateOnly? MeetingOn,
    string? Present,
    bool NoDecisions,
    string? GapsReason
)
{
    public const string GroupName = "Bedömning";

    public static FieldSet Fields { get; } =
        new FieldSetBuilder<Verdicts>()
            .List(
                "Rader",
                "De tre frågorna med chefens ställningstagande.",
                v => v.Lines,
                new FieldSetBuilder<VerdictLine>()
                    .Text("Fråga", "Frågan, till exempel om ledningssystemet är lämpligt.", l => l.Question)
                    .Text(
                        "Ställningstagande",
                        "Ja, Delvis, Nej, Ingen bedömning lämnas eller Inte ifyllt.",
                        l => l.Answer
                    )
                    .Text("Skäl", "Skälen, som chefen har skrivit dem.", l => l.Reason)
                    .Build()
            )
            .Date(
                "Mötesdatum",
                "Dagen då ledningen gick igenom underlaget; tomt när den inte är ifylld.",
                v => v.MeetingOn
            )
            .Text(
                "Mötesmening",
                "När ledningen gick igenom underlaget och vilka som var med, i den öppna utgåvan bara när; tomt när inget är ifyllt.",
                v => v.MeetingSentence
            )
            .Text("Närvarande", "Vilka som var med; tomt i den öppna utgåvan.", v => v.Present)
            .Text(
                "Beslutsmening",
                "Att ledningen inte beslutade om några förändringar; annars tomt.",
                v => v.NoDecisions ? "Ledningen gick igenom underlaget och beslutade inte om några förändringar." : null
            )
            .Text(
                "Bristmening",
                "Att genomgången fastställdes trots brister, och varför; annars tomt.",
                v => v.GapsSentence
            )
            .Build();

    public static Section<Verdicts> Section { get; } =
        new(GroupName, "Chefens ställningstaganden och mötet.", () => Fields, s => Of(s.Request));

    private string? GapsSentence =>
        GapsReason switch
        {
            null => null,
            "" => "Genomgången fastställdes trots brister.",
            var reason => $"Genomgången fastställdes trots brister. Skäl: {reason}",
        };

    private string? MeetingSentence
    {
        get
        {
            string[] sentences =
            [
                .. MeetingOn is { } day ? new[] { $"Ledningen gick igenom underlaget den {Swedish.Long(day)}." } : [],
                .. Present is { } names ? new[] { $"Närvarande: {Swedish.Join(Names(names))}." } : [],
            ];
            return sentences.Length == 0 ? null : string.Join(' ', sentences);
        }
    }

    /// <param name="request">Null for a review that nobody asked for in the list.</param>
    public static Verdicts Of(ReviewRequest? request) =>
        new(
            [
                new("Är ledningssystemet lämpligt?", request?.Suitable ?? default, request?.SuitableReason),
                new("Är det tillräckligt?", request?.Adequate ?? default, request?.AdequateReason),
                new("Är det verkningsfullt?", request?.Effective ?? default, request?.EffectiveReason),
            ],
            request?.MeetingOn.Value,
            request?.Present,
            request?.NoDecisions.Is(true) == true,
            // Before it is approved, it is not approved despite anything.
            request is { ApprovedOn.IsEmpty: false }
                ? request.GapsReason
                : null
        );

    private static string[] Names(string text) =>
        text.TrimEnd('.').Split(['\n', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>One of the three questions.</summary>
public sealed record VerdictLine(string Question, Entry<Verdict> Verdict, string? Reason)
{
    public string Answer =>
        Verdict switch
        {
            { IsEmpty: true } => "Inte ifyllt",
            { Value: Rows.Verdict.NotGiven } => "Ingen bedömning lämnas",
            var verdict => verdict.Text!,
        };
}
