using SpLg.Core.Choices;
using SpLg.Core.Fields;
using SpLg.Core.Language;

namespace SpLg.Core.Review;

/// <summary>How many clauses of a chapter, or of all, are fulfilled. The figures of last year are null when it was not assessed.</summary>
public sealed record ChapterTotals(
    string Name, string Heading, int Yes, int Partly, int No, int Unanswered, int? YesBefore, int? PartlyBefore, int? NoBefore)
{
    public static FieldSet Fields { get; } = new FieldSetBuilder<ChapterTotals>()
        .Text("Kapitel", "Kapitlets nummer, 4–10.", t => t.Name)
        .Text("Rubrik", "Kapitlets rubrik i egna ord.", t => t.Heading)
        .Number("Ja", "Antal uppfyllda krav.", t => t.Yes)
        .Number("Delvis", "Antal delvis uppfyllda krav.", t => t.Partly)
        .Number("Nej", "Antal krav som inte uppfylls.", t => t.No)
        .Number("Obesvarade", "Antal krav utan svar.", t => t.Unanswered)
        .Number("Summa", "Antal krav.", t => t.Total)
        .Number("Ja förra året", "Antal uppfyllda krav förra året; tomt när uppgifter saknas.", t => t.YesBefore)
        .Number("Delvis förra året", "Antal delvis uppfyllda krav förra året.", t => t.PartlyBefore)
        .Number("Nej förra året", "Antal krav som inte uppfylldes förra året.", t => t.NoBefore)
        .Text("Andel", "Andelen uppfyllda av de krav som har svar, till exempel 67 %.", t => Swedish.Share(t.Yes, t.Total - t.Unanswered))
        .Text("Trend", "Antalet uppfyllda krav mot förra året i ord.", t => t.Trend)
        .Build();

    public int Total => Yes + Partly + No + Unanswered;

    public string Trend => Unanswered > 0 && YesBefore is not null
        ? KnownCount.NotComparable
        : Language.Trend.OfCount(Yes, YesBefore, Polarity.HigherIsBetter);

    /// <summary>Fulfilled, where some may be unanswered.</summary>
    public KnownCount Fulfilled => new(Yes, Unanswered, Total);

    public static ChapterTotals Of(string name, string heading, IReadOnlyList<Rows.RequirementAssessment> now, IReadOnlyList<Rows.RequirementAssessment> before, bool comparable)
    {
        return new(
            name, heading,
            Count(now, Fulfilment.Yes), Count(now, Fulfilment.Partly), Count(now, Fulfilment.No), now.Count(r => r.Fulfilled.Value is null),
            Before(Fulfilment.Yes), Before(Fulfilment.Partly), Before(Fulfilment.No));

        int? Before(Fulfilment value) => comparable ? Count(before, value) : null;
    }

    private static int Count(IReadOnlyList<Rows.RequirementAssessment> rows, Fulfilment value) => rows.Count(r => r.Fulfilled.Is(value));
}
