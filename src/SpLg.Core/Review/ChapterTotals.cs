using SpLg.Core.Choices;
using SpLg.Core.Fields;
using SpLg.Core.Language;
using SpLg.Core.Lists;
using SpLg.Core.Rows;

namespace SpLg.Core.Review;

/// <summary>How many clauses of a chapter, or of all, are fulfilled. The figures of last year are null when it was not assessed.</summary>
/// <param name="Now">The rows of the chapter.</param>
/// <param name="Before">Null when last year was not assessed.</param>
public sealed record ChapterTotals(string Name, string Heading, ChosenRows<RequirementAssessment> Now, ChosenRows<RequirementAssessment>? Before)
{
    public static FieldSet Fields { get; } = new FieldSetBuilder<ChapterTotals>()
        .Text("Kapitel", "Kapitlets nummer, 4–10.", t => t.Name)
        .Text("Rubrik", "Kapitlets rubrik i egna ord.", t => t.Heading)
        .Number("Ja", "Antal uppfyllda krav.", t => t.Yes).From(t => With(t.Now, Fulfilment.Yes).Trace)
        .Number("Delvis", "Antal delvis uppfyllda krav.", t => t.Partly).From(t => With(t.Now, Fulfilment.Partly).Trace)
        .Number("Nej", "Antal krav som inte uppfylls.", t => t.No).From(t => With(t.Now, Fulfilment.No).Trace)
        .Number("Obesvarade", "Antal krav utan svar.", t => t.Unanswered).From(t => Without(t.Now).Trace)
        .Number("Summa", "Antal krav.", t => t.Total)
        .Number("Ja förra året", "Antal uppfyllda krav förra året; tomt när uppgifter saknas.", t => t.YesBefore).From(t => t.Before is { } before ? With(before, Fulfilment.Yes).Trace : null)
        .Number("Delvis förra året", "Antal delvis uppfyllda krav förra året.", t => t.PartlyBefore).From(t => t.Before is { } before ? With(before, Fulfilment.Partly).Trace : null)
        .Number("Nej förra året", "Antal krav som inte uppfylldes förra året.", t => t.NoBefore).From(t => t.Before is { } before ? With(before, Fulfilment.No).Trace : null)
        .Text("Andel", "Andelen uppfyllda av de krav som har svar, till exempel 67 %.", t => Swedish.Share(t.Yes, t.Total - t.Unanswered))
        .Text("Trend", "Antalet uppfyllda krav mot förra året i ord.", t => t.Trend).From(t => With(t.Now, Fulfilment.Yes).Trace.Against(t.Before is { } before ? With(before, Fulfilment.Yes).Trace : null))
        .AllFrom(t => t.Now.Trace)
        .Build();

    public int Yes => With(Now, Fulfilment.Yes).Rows.Count;

    public int Partly => With(Now, Fulfilment.Partly).Rows.Count;

    public int No => With(Now, Fulfilment.No).Rows.Count;

    public int Unanswered => Without(Now).Rows.Count;

    public int? YesBefore => Before is null ? null : With(Before, Fulfilment.Yes).Rows.Count;

    public int? PartlyBefore => Before is null ? null : With(Before, Fulfilment.Partly).Rows.Count;

    public int? NoBefore => Before is null ? null : With(Before, Fulfilment.No).Rows.Count;

    public int Total => Now.Rows.Count;

    public string Trend => Unanswered > 0 && YesBefore is not null
        ? KnownCount.NotComparable
        : Language.Trend.OfCount(Yes, YesBefore, Polarity.HigherIsBetter);

    /// <summary>Fulfilled, where some may be unanswered.</summary>
    public KnownCount Fulfilled => new(With(Now, Fulfilment.Yes).Count, Without(Now).Count, Total);

    internal Trace? FulfilledBefore => Before is null ? null : With(Before, Fulfilment.Yes).Trace;

    private static ChosenRows<RequirementAssessment> With(ChosenRows<RequirementAssessment> rows, Fulfilment answer) =>
        rows.Where($"Uppfyllt är {Choice.Text(answer)}", rows.Rows.Where(r => r.Fulfilled.Is(answer)));

    private static ChosenRows<RequirementAssessment> Without(ChosenRows<RequirementAssessment> rows) =>
        rows.Where("Uppfyllt är tom eller går inte att läsa", rows.Rows.Where(r => r.Fulfilled.Value is null));
}
