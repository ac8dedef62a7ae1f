namespace SpLg.Files;

/// <summary>
/// What other registers call the columns of our lists: incident systems, registers of processing, procurement and action
/// plans of Swedish administrations. A word that means several things is told apart by the list.
/// </summary>
internal static class ColumnSynonyms
{
    private static readonly Dictionary<string, (string Column, string Names)[]> ByList = new(StringComparer.Ordinal)
    {
        [Incident.List] =
        [
            ("OccurredOn", "Händelsedatum, Incidentdatum, Tidpunkt för händelse, När hände det, Datum, Inträffat"),
            (
                "DiscoveredOn",
                "Tidpunkt för upptäckt, Upptäcktsdatum, Upptäckt, Rapporterad, Anmäld internt, Registrerad"
            ),
            ("Kind", "Incidenttyp, Kategori, Händelsetyp, Område, Ärendetyp, Klassificering"),
            ("Severity", "Allvarlighet, Konsekvens, Prioritet, Nivå, Riskklass, Skadegrad"),
            ("Cause", "Grundorsak, Bakomliggande orsak, Varför, Rotorsak, Felkälla, Orsakskategori"),
            ("Unit", "Avdelning, Verksamhet, Arbetsplats, Organisation, Förvaltning, Resultatenhet"),
            ("ProcessingActivity", "Behandling, Personuppgiftsbehandling, Process, Informationsmängd, Register"),
            ("ReportedToImyOn", "IMY-datum, Anmälan IMY, Anmäld tillsynsmyndighet, Datainspektionen, Anmäld, Skickad"),
            ("IaId", "IA-id, Ärendenummer, Ärende-id, Händelsenummer, Referensnummer, Löpnummer"),
            ("Status", "Läge, Ärendestatus, Tillstånd, Handläggningsstatus"),
        ],
        [ProcessingActivity.List] =
        [
            ("Title", "Behandling, Personuppgiftsbehandling, Ändamål, Process, Informationsmängd, Register"),
            ("System", "IT-system, Systemnamn, Applikation, Tjänst, IT-stöd, Verksamhetssystem"),
            ("ObjectOwner", "Systemägare, Informationsägare, Ägare, Processägare, Systemansvarig, Behandlingsansvarig"),
            (
                "ObjectManager",
                "Systemförvaltare, Förvaltningsledare, Objektspecialist, Kontaktperson, Förvaltare, Handläggare"
            ),
            (
                "LastClassifiedOn",
                "Klassad, Klassningsdatum, Informationsklassning, Senast klassad, KLASSA-datum, Klassningsår"
            ),
            ("DpiaStatus", "DPIA, KBD, Konsekvensanalys, Art. 35, Konsekvensbedömd, DPIA-status"),
            ("Confidentiality", "K, Sekretessnivå, Skyddsvärde K, K-värde, Konf., Konfidentialitetsnivå"),
            ("Integrity", "R, Skyddsvärde R, R-värde, Riktighetsnivå"),
            ("Availability", "T, Skyddsvärde T, T-värde, Tillgänglighetsnivå"),
            ("Traceability", "S, Skyddsvärde S, S-värde, Spårbarhetsnivå"),
        ],
        [Procurement.List] =
        [
            ("Title", "Objekt, Benämning, Avtal, Avtalsområde, Upphandlingsobjekt, Projekt"),
            ("RegistryNumber", "Dnr, Diarienr, Ärendenr, Ärendebeteckning, Beteckning, Registreringsnummer"),
            ("PublishedOn", "Annonsdatum, Publicerad, Annonsering, Publiceringsdatum, Utskickad, TED-datum"),
            ("ContractEndsOn", "Avtalsslut, Slutdatum, Giltigt t.o.m., Avtal till, Sista dag, Löptid"),
            ("ProcessorAgreement", "PUB, PUB-avtal, Biträdesavtal, Personuppgiftsbiträde, DPA, PUBA"),
        ],
        [ActionItem.List] =
        [
            ("Title", "Aktivitet, Insats, Uppgift, Förbättringsåtgärd, Handlingsplan, Att göra"),
            ("Responsible", "Åtgärdsansvarig, Utförare, Kontrollansvarig, Ägare"),
            ("Role", "Funktion"),
            ("DueOn", "Måldatum, Slutdatum, Deadline, Förfallodatum"),
            ("DueText", "Tidplan, När"),
            ("Status", "Läge, Tillstånd, Genomförd, Progress"),
        ],
        [RequirementAssessment.List] =
        [
            ("Fulfilled", "Uppfylls, Uppfylld, Uppfyllnad, Svar, Efterlevnad, Bedömning"),
            ("ProposedAction", "Åtgärd, Aktivitet, Förbättringsåtgärd"),
            ("DueOn", "Måldatum, Slutdatum, Deadline, Förfallodatum"),
        ],
    };

    /// <summary>The names by which a list's columns are known elsewhere, folded.</summary>
    public static IEnumerable<(string Name, ColumnSchema Column)> Of(ListSchema list) =>
        from column in ByList.GetValueOrDefault(list.Name, [])
        from name in column.Names.Split(", ")
        select (FieldName.Fold(name), list.Column(column.Column));
}
