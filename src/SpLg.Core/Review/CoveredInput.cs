using SpLg.Core.Fields;

namespace SpLg.Core.Review;

/// <summary>One input that ISO/IEC 27001:2022 9.3.2 asks for, in our own words, and how the review covers it.</summary>
/// <param name="Point">a to g, or d1 to d4.</param>
/// <param name="Section">What the section is about, as a reader finds it; templates choose their own headings.</param>
public sealed record CoveredInput(string Point, string Input, string Section, Basis Basis)
{
    public static FieldSet Fields { get; } = Basis.Fields<CoveredInput>(c => c.Basis)
        .Text("Punkt", "Punkten i 9.3.2, a till g.", c => c.Point)
        .Text("Krav", "Vad punkten gäller, i egna ord.", c => c.Input)
        .Text("Avsnitt", "Var det redovisas.", c => c.Section)
        .Build();

    public static IReadOnlyList<CoveredInput> Build(ManagementReview review) =>
    [
        new("a", "Åtgärder från tidigare genomgångar", "Uppföljning av tidigare beslut", review.EarlierActions.Basis),
        new("b", "Förändringar i omvärlden och i organisationen", "Omvärld, uppdrag och organisation", review.Context.Basis),
        new("c", "Förändrade behov hos intressenter", "Intressenter", review.Stakeholders.Basis),
        new("d1", "Avvikelser och korrigerande åtgärder", "Incidenter", review.Incidents.Basis),
        new("d2", "Mätresultat", "Informationssäkerhetsläget", review.Position.Basis),
        new("d3", "Resultat av revisioner", "Revisioner och tillsyn", review.Audits.Basis),
        new("d4", "Hur målen nås", "Mål", review.Objectives.Basis),
        new("e", "Återkoppling från intressenter", "Intressenter", Feedback(review.Stakeholders)),
        new("f", "Riskbedömning och hur riskerna hanteras", "Oönskade händelser i årets analys", review.Risks.Basis),
        new("g", "Möjligheter till förbättring", "Planen", review.Plan.Basis),
    ];

    private static Basis Feedback(Stakeholders stakeholders) =>
        stakeholders.Basis.Coverage == Coverage.Reported
            ? stakeholders.WithFeedback.Count > 0 ? new(Coverage.Reported, null)
                : stakeholders.Basis.LeftOut is not null ? new(Coverage.NotOpen, "Ingen återkoppling redovisas i den öppna utgåvan.")
                : new(Coverage.NothingToReport, "Ingen återkoppling från intressenter har antecknats.")
            : stakeholders.Basis;
}
