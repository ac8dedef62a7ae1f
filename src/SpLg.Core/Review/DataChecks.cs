using SpLg.Core.Lists;

namespace SpLg.Core.Review;

/// <summary>Runs every rule about the data. A new rule is a small function in the file of its list, named in that file's rules.</summary>
internal static class DataChecks
{
    public static void Run(OrganisationLists lists, StalenessLimits limits, int year, DateOnly today, ICollection<Finding> findings)
    {
        IEnumerable<Finding>[] checks =
        [
            Common(lists),
            IncidentChecks.Of(lists.Incidents, today),
            EventChecks.Of(lists.UndesiredEvents, year),
            ActivityChecks.Of(lists.ProcessingActivities, lists.ActionItems, limits, today),
            ProcurementChecks.Of(lists),
            ActionChecks.Of(lists.ActionItems, today),
            AssessmentChecks.Of(lists.RequirementAssessments),
            OtherChecks.Of(lists, today),
        ];
        foreach (var finding in checks.SelectMany(c => c))
            findings.Add(finding);
    }

    /// <summary>Every list but requests and settings; of each the texts a template can show. An incident's description is never shown.</summary>
    private static IEnumerable<Finding> Common(OrganisationLists lists) => new[]
    {
        CommonChecks.Of(lists.Incidents, r => r.Origin, r => [("Rubrik", r.Title), ("Orsak", r.Cause), ("Enhet", r.Unit), ("Sammanfattning för publicering", r.ReportSummary)]),
        CommonChecks.Of(lists.UndesiredEvents, r => r.Origin, r => [("Oönskad händelse", r.Title), ("Observation", r.Observation), ("ISAM:s rekommendation", r.Recommendation)]),
        CommonChecks.Of(lists.InternalControlResults, r => r.Origin, r => [("Kontroll", r.Title), ("Avvikelser", r.Deviations), ("Kommentar", r.Comment)]),
        CommonChecks.Of(lists.ProcessingActivities, r => r.Origin, r => [("Informationsbehandling", r.Title), ("System", r.System), ("Förvaltningsobjekt", r.ManagedObject)]),
        CommonChecks.Of(lists.Procurements, r => r.Origin, r => [("Upphandling", r.Title)]),
        CommonChecks.Of(lists.ProcurementChecks, r => r.Origin, r => [("Kontrollpunkt", r.Title), ("Kommentar", r.Comment)]),
        CommonChecks.Of(lists.ActionItems, r => r.Origin, r => [("Åtgärd", r.Title), ("Beskrivning", r.Description), ("Källans rad", r.SourceRow), ("Tidsangivelse i ord", r.DueText), ("Skäl till status", r.StatusReason)]),
        CommonChecks.Of(lists.ContextFactors, r => r.Origin, r => [("Faktor", r.Title), ("Text", r.Text), ("Påverkan på LIS", r.EffectOnLis)]),
        CommonChecks.Of(lists.DpoFindings, r => r.Origin, r => [("Rubrik", r.Title), ("Iakttagelse", r.Finding), ("Rekommendation", r.Recommendation), ("Vårt svar", r.OurAnswer)]),
        CommonChecks.Of(lists.Audits, r => r.Origin, r => [("Revision", r.Title), ("Resultat", r.Result), ("Iakttagelser", r.Findings)]),
        CommonChecks.Of(lists.GoverningDocuments, r => r.Origin, r => [("Dokument", r.Title), ("Hur det är känt", r.PresentedText)]),
        CommonChecks.Of(lists.TrainingResults, r => r.Origin, r => [("Utbildning", r.Title), ("Målgrupp", r.Audience), ("Resultat", r.Result)]),
        CommonChecks.Of(lists.RequirementAssessments, r => r.Origin, r => [("Krav", r.Title), ("Kommentar", r.Comment), ("Föreslagen åtgärd", r.ProposedAction), ("Tidsangivelse i ord", r.DueText)]),
        CommonChecks.Of(lists.Objectives, r => r.Origin, r => [("Mål", r.Title), ("Mått", r.Measure)]),
        CommonChecks.Of(lists.StakeholderInputs, r => r.Origin, r => [("Intressent", r.Title), ("Behov och förväntan", r.Expectation), ("Återkoppling", r.Feedback), ("Hur den hanterats", r.HandledHow)]),
        CommonChecks.Of(lists.Decisions, r => r.Origin, r => [("Beslut", r.Title), ("Beslutstext", r.Text)]),
        CommonChecks.Of(lists.AnnualWheelActivities, r => r.Origin, r => [("Aktivitet", r.Title), ("Beskrivning", r.Description)]),
        CommonChecks.Of(lists.TextBlocks, r => r.Origin, r => [("Rubrik", r.Title), ("Text", r.Text)]),
    }.SelectMany(f => f);
}
