namespace SpLg.Core.Findings;

/// <summary>
/// Rows that say too little to be told: without the name of what they are about, or with nothing but that.
/// </summary>
internal static class ToldChecks
{
    public static IEnumerable<Finding> Of(OrganisationLists lists) =>
        new[]
        {
            Of(
                lists.UndesiredEvents,
                r => r.Origin,
                r => r.Title,
                "Oönskad händelse",
                "Bedömning",
                "en bedömning, en observation, en rekommendation eller sannolikhet och konsekvens",
                r =>
                    r.Assessment.IsEmpty
                    && r.Likelihood.IsEmpty
                    && r.Impact.IsEmpty
                    && r.Observation is null
                    && r.Recommendation is null
            ),
            Of(
                lists.InternalControlResults,
                r => r.Origin,
                r => r.Title,
                "Kontroll",
                "Resultat",
                "resultatet, avvikelserna eller en kommentar",
                r => r.Result.IsEmpty && r.Deviations is null && r.Comment is null
            ),
            Of(lists.ProcessingActivities, r => r.Origin, r => r.Title, "Informationsbehandling"),
            Of(lists.Procurements, r => r.Origin, r => r.Title, "Upphandling"),
            Of(lists.ProcurementChecks, r => r.Origin, r => r.Title, "Kontrollpunkt"),
            Of(lists.ActionItems, r => r.Origin, r => r.Title, "Åtgärd"),
            Of(
                lists.ContextFactors,
                r => r.Origin,
                r => r.Title,
                "Faktor",
                "Text",
                "vad som har hänt eller vad det betyder",
                r => r.Text is null && r.EffectOnLis is null
            ),
            Of(
                lists.DpoFindings,
                r => r.Origin,
                r => r.Title,
                "Rubrik",
                "Iakttagelse",
                "iakttagelsen eller rekommendationen",
                r => r.Finding is null && r.Recommendation is null
            ),
            Of(
                lists.Audits,
                r => r.Origin,
                r => r.Title,
                "Revision",
                "Resultat",
                "resultatet, iakttagelserna eller status",
                r => r.Result is null && r.Findings is null && r.Status.IsEmpty
            ),
            Of(lists.GoverningDocuments, r => r.Origin, r => r.Title, "Dokument"),
            Of(lists.TrainingResults, r => r.Origin, r => r.Title, "Utbildning"),
            Of(lists.RequirementAssessments, r => r.Origin, r => r.Title ?? r.Clause, "Krav"),
            Of(lists.Objectives, r => r.Origin, r => r.Title, "Mål"),
            Of(
                lists.StakeholderInputs,
                r => r.Origin,
                r => r.Title,
                "Intressent",
                "Behov och förväntan",
                "behovet eller återkopplingen",
                r => r.Expectation is null && r.Feedback is null
            ),
            Of(lists.Decisions, r => r.Origin, r => r.Title ?? r.Text, "Beslut"),
            Of(lists.AnnualWheelActivities, r => r.Origin, r => r.Title, "Aktivitet"),
            Of(
                lists.TextBlocks,
                r => r.Origin,
                r => r.Title ?? r.Key,
                "Rubrik",
                "Text",
                "texten, eller ta bort raden",
                r => r.Text is null
            ),
        }.SelectMany(f => f);

    /// <param name="name">Swedish name of the column that names the row.</param>
    /// <param name="column">The column to fill in, in Swedish.</param>
    /// <param name="wanted">What to write, after "Skriv".</param>
    /// <param name="isBare">True for a row of which there is nothing to tell but its name.</param>
    private static IEnumerable<Finding> Of<T>(
        IReadOnlyList<T> rows,
        Func<T, RowOrigin> origin,
        Func<T, string?> title,
        string name,
        string column = "",
        string wanted = "",
        Func<T, bool>? isBare = null
    )
    {
        foreach (var row in rows)
        {
            if (title(row) is null)
                yield return origin(row)
                    .Warning(name, "Uppgiften saknas, så dokumentet säger inte vad raden gäller. Fyll i den.");
            else if (isBare?.Invoke(row) == true)
            {
                yield return origin(row)
                    .Warning(
                        column,
                        $"Raden har inget mer än sitt namn, så dokumentet har nästan inget att säga om den. Skriv {wanted}."
                    );
            }
        }
    }
}
