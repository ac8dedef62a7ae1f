namespace SpLg.Core.Sections;

/// <summary>One processing activity with its ten control points judged.</summary>
/// <param name="Points">
/// In the order of <see cref="ControlPoint.Names"/>: true for in order, false for a gap, null where the cell is empty
/// or unreadable.
/// </param>
/// <param name="Today">The day from which ages are counted.</param>
public sealed record ControlPointRow(ProcessingActivity Activity, IReadOnlyList<bool?> Points, DateOnly Today)
    : ISourceRow
{
    public RowOrigin Origin => Activity.Origin;

    private const string NoData = "Uppgift saknas";

    public static FieldSet Fields { get; } =
        new FieldSetBuilder<ControlPointRow>()
            .Text("Informationsbehandling", "Behandlingens namn.", r => r.Activity.Title)
            .Text("Förvaltningsobjekt", "Förvaltningsobjektet enligt pm3.", r => r.Activity.ManagedObject)
            .Text("System", "Systemet.", r => r.Activity.System)
            .Choice("Systemkategori", "Egen, Gemensam eller Övrig.", r => r.Activity.SystemCategory)
            .Text(
                "System med kategori",
                "Systemet och inom parentes dess kategori.",
                r =>
                    r.Activity.SystemCategory.Text is { } kind
                        ? $"{r.Activity.System} ({kind.ToLower(Swedish.Culture)})".TrimStart()
                        : r.Activity.System
            )
            .With(f =>
                Aged(
                    f,
                    "Senaste KLASSA",
                    "Dagen för senaste informationsklassning.",
                    "KLASSA",
                    a => a.LastClassifiedOn,
                    0
                )
            )
            .With(f =>
                Aged(
                    f,
                    "Senaste RSA",
                    "Dagen för senaste risk- och sårbarhetsanalys.",
                    "RSA",
                    a => a.LastRiskAnalysedOn,
                    1
                )
            )
            .With(f =>
                Aged(
                    f,
                    "Senaste behörighetskontroll",
                    "Dagen för senaste behörighetskontroll.",
                    "Behörighetskontroll",
                    a => a.LastAccessReviewedOn,
                    2
                )
            )
            .Text(
                "Registerförd",
                "Ja, Nej eller Ej angivet.",
                r => r.Activity.InProcessingRegister.Text ?? CountPerValue.NotStated
            )
            .Text(
                "Konsekvensbedömning",
                "Genomförd, Behövs ej, Saknas eller Ej angivet.",
                r => r.Activity.DpiaStatus.Text ?? CountPerValue.NotStated
            )
            .Text(
                "Klassningsprotokoll",
                "Ja, Nej eller Ej angivet.",
                r => r.Activity.ClassificationProtocol.Text ?? CountPerValue.NotStated
            )
            .Text(
                "Systembeskrivning",
                "Ja, Nej eller Ej angivet.",
                r => r.Activity.SystemDescription.Text ?? CountPerValue.NotStated
            )
            .Text(
                "Roller namnsatta",
                "Ja, eller vilken roll som saknas.",
                r => r.Points[7] is null ? NoData : RolesInWords(r.Activity)
            )
            .Text("Objektägare", "Objektägarens namn.", r => r.Activity.ObjectOwner?.Text)
            .Text("Objektledare", "Objektledarens namn.", r => r.Activity.ObjectManager?.Text)
            .Number("Gula", "Öppna punkter som uppfylls delvis.", r => Stated(r.Activity.OpenPartly))
            .Number("Röda", "Öppna punkter som inte uppfylls.", r => Stated(r.Activity.OpenNot))
            .Number(
                "Antal brister",
                "Antal av de tio kontrollpunkterna som har en brist.",
                r => r.Points.Count(p => p == false)
            )
            .Text(
                "Punkter med brist",
                "Numren på de kontrollpunkter som har en brist, till exempel 1, 3 och 10; tomt när ingen har det.",
                r => r.NumbersOf(false)
            )
            .Text(
                "Punkter utan uppgift",
                "Numren på de kontrollpunkter som saknar uppgift; tomt när ingen gör det.",
                r => r.NumbersOf(null)
            )
            .Number(
                "Antal utan uppgift",
                "Antal av de tio kontrollpunkterna som saknar uppgift.",
                r => r.Points.Count(p => p is null)
            )
            .Number("Konfidentialitet", "Nivå 0–4.", r => r.Activity.Confidentiality)
            .Number("Riktighet", "Nivå 0–4.", r => r.Activity.Integrity)
            .Number("Tillgänglighet", "Nivå 0–4.", r => r.Activity.Availability)
            .Number("Spårbarhet", "Nivå 0–4.", r => r.Activity.Traceability)
            .Text(
                "Klassning",
                "Nivåerna för konfidentialitet, riktighet, tillgänglighet och spårbarhet, till exempel 3-2-3-2, "
                    + "med frågetecken för den som saknas.",
                r => LevelsOf(r.Activity)
            )
            .Text("Nätverkszon", "Zonen systemet står i.", r => r.Activity.NetworkZone)
            .Text("Krävd zon", "Zonen som klassningen kräver.", r => r.Activity.RequiredZone)
            .YesNo("Samhällsviktig", "Ja när processen är samhällsviktig.", r => r.Activity.CriticalProcess)
            .Date("Kontinuitetsplan", "Dagen för kontinuitetsplanen.", r => r.Activity.ContinuityPlanOn)
            .Date("Kontinuitetsplan övad", "Dagen då planen senast övades.", r => r.Activity.ContinuityExercisedOn)
            .Number(
                "Återställningsprioritet",
                "Ordningen vid återställning; 1 återställs först.",
                r => r.Activity.RecoveryPriority
            )
            .Text(
                "Roller med klassning",
                "Objektägare, objektledare, dataskyddskontakt och klassningens nivåer i ord, det som finns av dem.",
                r => r.RolesAndLevels
            )
            .Text(
                "Zon med återställning",
                "Förvaltningsobjekt, nätverkszon, krävd zon och ordning vid återställning i ord, det som finns av dem.",
                r => r.ZoneAndRecovery
            )
            .Text(
                "Dataskyddskontakt",
                "Namnet på dataskyddskontakten.",
                r => r.Activity.DataProtectionOfficerContact?.Text
            )
            .Build();

    /// <summary>The day of a control point that is judged by its age, the judgement and the age.</summary>
    private static void Aged(
        FieldSetBuilder<ControlPointRow> fields,
        string day,
        string description,
        string name,
        Func<ProcessingActivity, Entry<DateOnly>> read,
        int point
    ) =>
        fields
            .Date(day, description, r => read(r.Activity))
            .Text(
                $"{name} läge",
                "Aktuell, För gammal, Saknas eller Uppgift saknas.",
                r => AgeInWords(read(r.Activity), r.Points[point])
            )
            .Text(
                $"{name} ålder",
                "Hela månader sedan dess, till exempel 14 mån; tomt när datum saknas.",
                r => r.AgeOf(read(r.Activity))
            );

    public static ControlPointRow Build(
        ProcessingActivity activity,
        FilledColumns filled,
        StalenessLimits limits,
        DateOnly today
    ) =>
        new(
            activity,
            [
                Fresh(activity.LastClassifiedOn, filled.Classified, limits.Classification, today),
                Fresh(activity.LastRiskAnalysedOn, filled.RiskAnalysed, limits.RiskAnalysis, today),
                Fresh(activity.LastAccessReviewedOn, filled.AccessReviewed, limits.AccessReview, today),
                activity.InProcessingRegister.Value,
                activity.DpiaStatus.Value is { } dpia ? dpia != DpiaStatus.Missing : null,
                activity.ClassificationProtocol.Value,
                activity.SystemDescription.Value,
                filled.Roles ? activity.ObjectOwner is not null && activity.ObjectManager is not null : null,
                activity.OpenPartly.Value is { } partly ? partly == 0 : null,
                activity.OpenNot.Value is { } not ? not == 0 : null,
            ],
            today
        );

    private string? RolesAndLevels =>
        Labelled.Of(
            ("Objektägare", Labelled.Name(Activity.ObjectOwner)),
            ("Objektledare", Labelled.Name(Activity.ObjectManager)),
            ("Dataskyddskontakt", Labelled.Name(Activity.DataProtectionOfficerContact)),
            ("Klassning (konfidentialitet, riktighet, tillgänglighet, spårbarhet)", LevelsOf(Activity))
        );

    private string? ZoneAndRecovery =>
        Labelled.Of(
            ("Förvaltningsobjekt", Activity.ManagedObject),
            ("Nätverkszon", Activity.NetworkZone),
            ("Krävd zon", Activity.RequiredZone),
            ("Återställs som nummer", Activity.RecoveryPriority.Text)
        );

    private string? NumbersOf(bool? state) =>
        Swedish.Join([
            .. ControlPoint.Names.Index().Where(p => Points[p.Index] == state).Select(p => Swedish.Number(p.Index + 1)),
        ])
            is { Length: > 0 } numbers
            ? numbers
            : null;

    private string? AgeOf(Entry<DateOnly> date) =>
        date.Value is { } day ? $"{Swedish.Number(StalenessLimits.AgeInMonths(day, Today))}\u00a0mån" : null;

    // A date that was never set is a gap: nobody has done it. One that cannot be read is not known, and neither is one
    // in a column that no row has filled in: it may not have been in the data.
    private static bool? Fresh(Entry<DateOnly> date, bool isFilled, int months, DateOnly today)
    {
        if (date.Value is { } day)
            return !StalenessLimits.IsStale(day, months, today);
        return date.IsEmpty && isFilled ? false : null;
    }

    private static string AgeInWords(Entry<DateOnly> date, bool? fresh) =>
        fresh switch
        {
            true => "Aktuell",
            false => date.IsEmpty ? "Saknas" : "För gammal",
            null => date.IsEmpty ? NoData : "Går inte att läsa",
        };

    private static Entry<decimal> Stated(Entry<decimal> points) =>
        points.IsEmpty ? new(null, CountPerValue.NotStated) : points;

    internal static string? LevelsOf(ProcessingActivity activity)
    {
        Entry<decimal>[] levels =
        [
            activity.Confidentiality,
            activity.Integrity,
            activity.Availability,
            activity.Traceability,
        ];
        return levels.All(l => l.IsEmpty) ? null : string.Join('-', levels.Select(l => l.Text ?? "?"));
    }

    private static string RolesInWords(ProcessingActivity activity) =>
        (activity.ObjectOwner, activity.ObjectManager) switch
        {
            (null, null) => "Objektägare och objektledare saknas",
            (null, _) => "Objektägare saknas",
            (_, null) => "Objektledare saknas",
            _ => "Ja",
        };
}
