using SpLg.Core.Lists;
using SpLg.Core.RichText;

namespace SpLg.Core.Review;

/// <summary>A text of a row that a document may show, with the Swedish name of its column; of formatted text what a reader sees, a form feed between blocks.</summary>
internal readonly record struct PublishedText(RowOrigin Origin, string Column, string Text)
{
    /// <summary>
    /// Every such text of the lists that have a decision on personal data. People's names are meant to be there in the
    /// full edition; an incident's description and number are in none.
    /// </summary>
    public static IEnumerable<PublishedText> Of(OrganisationLists lists) => new[]
    {
        Of(lists.Incidents, r => r.Origin, r => [("Rubrik", r.Title), ("Orsak", r.Cause), ("Enhet", r.Unit), ("Sammanfattning för publicering", r.ReportSummary)]),
        Of(lists.UndesiredEvents, r => r.Origin, r => [("Oönskad händelse", r.Title), ("Observation", r.Observation), ("ISAM:s rekommendation", r.Recommendation)]),
        Of(lists.InternalControlResults, r => r.Origin, r => [("Kontroll", r.Title), ("Avvikelser", r.Deviations), ("Kommentar", r.Comment)]),
        Of(lists.ProcessingActivities, r => r.Origin, r => [("Informationsbehandling", r.Title), ("Förvaltningsobjekt", r.ManagedObject), ("System", r.System), ("Nätverkszon", r.NetworkZone), ("Krävd zon", r.RequiredZone)]),
        Of(lists.Procurements, r => r.Origin, r => [("Upphandling", r.Title), ("Diarienummer", r.RegistryNumber)]),
        Of(lists.ProcurementChecks, r => r.Origin, r => [("Kontrollpunkt", r.Title), ("Kommentar", r.Comment)]),
        Of(lists.ActionItems, r => r.Origin, r =>
        [
            ("Åtgärd", r.Title), ("Beskrivning", r.Description), ("Källans rad", r.SourceRow), ("Tidsangivelse i ord", r.DueText), ("Skäl till status", r.StatusReason),
            .. r.PlannedYears.Select(y => ("Planerade år", (string?)y)),
        ]),
        Of(lists.ContextFactors, r => r.Origin, r => [("Faktor", r.Title), ("Text", r.Text), ("Påverkan på LIS", r.EffectOnLis), ("Källa", r.SourceTitle), ("Källans adress", r.SourceUrl)]),
        Of(lists.DpoFindings, r => r.Origin, r => [("Rubrik", r.Title), ("Iakttagelse", r.Finding), ("Rekommendation", r.Recommendation), ("Vårt svar", r.OurAnswer)]),
        Of(lists.Audits, r => r.Origin, r => [("Revision", r.Title), ("Granskare", r.Auditor), ("Resultat", r.Result), ("Iakttagelser", r.Findings)]),
        Of(lists.GoverningDocuments, r => r.Origin, r => [("Dokument", r.Title), ("Fastställt av", r.AdoptedBy), ("Hur det är känt", r.PresentedText), ("Adress", r.Url)]),
        Of(lists.TrainingResults, r => r.Origin, r => [("Utbildning", r.Title), ("Målgrupp", r.Audience), ("Enhet", r.Unit), ("Resultat", r.Result)]),
        Of(lists.RequirementAssessments, r => r.Origin, r => [("Krav", r.Title), ("Avsnitt", r.Clause), ("Kommentar", r.Comment), ("Föreslagen åtgärd", r.ProposedAction), ("Tidsangivelse i ord", r.DueText)]),
        Of(lists.Objectives, r => r.Origin, r => [("Mål", r.Title), ("Mått", r.Measure), ("Måttenhet", r.Unit)]),
        Of(lists.StakeholderInputs, r => r.Origin, r => [("Intressent", r.Title), ("Behov och förväntan", r.Expectation), ("Återkoppling", r.Feedback), ("Hur den hanterats", r.HandledHow)]),
        Of(lists.Decisions, r => r.Origin, r => [("Beslut", r.Title), ("Beslutstext", r.Text)]),
        Of(lists.AnnualWheelActivities, r => r.Origin, r => [("Aktivitet", r.Title), ("Beskrivning", r.Description), ("Process", r.Process)]),
        Of(lists.TextBlocks, r => r.Origin, r => [("Rubrik", r.Title), ("Nyckel", r.Key), ("Text", r.Text is null ? null : string.Join('\f', HtmlText.Examined(r.Text)))]),
    }.SelectMany(texts => texts);

    private static IEnumerable<PublishedText> Of<T>(IReadOnlyList<T> rows, Func<T, RowOrigin> origin, Func<T, IEnumerable<(string Column, string? Text)>> texts)
    {
        foreach (var row in rows)
        {
            var from = origin(row);
            foreach (var (column, text) in texts(row))
            {
                if (text is not null)
                    yield return new(from, column, text);
            }
            foreach (var cell in from.Unread)
                yield return new(from, cell.Column, cell.Text);
        }
    }
}
