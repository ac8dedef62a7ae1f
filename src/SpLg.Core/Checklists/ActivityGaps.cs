namespace SpLg.Core.Checklists;

/// <summary>A processing activity with what is wanting in words, and the actions for it.</summary>
/// <param name="Gaps">One clause for each control point that is a gap, without full stop.</param>
/// <param name="Open">Open actions that are about the activity, its system or its managed object.</param>
public sealed record ActivityGaps(ControlPointRow Row, IReadOnlyList<string> Gaps, IReadOnlyList<ActionItem> Open)
    : ISourceRow
{
    public RowOrigin Origin => Row.Origin;

    public static FieldSet Fields { get; } =
        new FieldSetBuilder<ActivityGaps>()
            .Include(ControlPointRow.Fields, a => a.Row)
            .Text("Brister i ord", "Bristerna i ord, eller Inga kända brister.", a => a.InWords)
            .Text(
                "Öppna åtgärder",
                "De öppna åtgärdernas rubriker, med ordet försenad vid de som är det; tomt när det inte finns någon.",
                a =>
                    ToldLines.Of(a.Open) is { Count: > 0 } told
                        ? string.Join(
                            "; ",
                            told.Select(o => Lateness.Mark(o.Title ?? $"rad {o.Origin.Id}", Lateness.IsLate(o)))
                        )
                        : null
            )
            .Text(
                "Övriga uppgifter",
                "Det som inte är någon kontrollpunkt, i ord: systemkategori, dataskyddskontakt, klassning, nätverkszoner och kontinuitet.",
                a => a.Others
            )
            .YesNo(
                "Röd utan åtgärd",
                "Ja när det finns öppna röda punkter men ingen öppen åtgärd.",
                a => a.IsRedWithoutAction
            )
            .Build();

    public bool IsRedWithoutAction => Row.Activity.OpenNot.Value > 0 && Open.Count == 0;

    private string? Others =>
        Labelled.Of(
            ("Systemkategori", Row.Activity.SystemCategory.Text),
            ("Dataskyddskontakt", Labelled.Name(Row.Activity.DataProtectionOfficerContact)),
            (
                "Klassning (konfidentialitet, riktighet, tillgänglighet, spårbarhet)",
                ControlPointRow.LevelsOf(Row.Activity)
            ),
            ("Nätverkszon", Row.Activity.NetworkZone),
            ("Krävd zon", Row.Activity.RequiredZone),
            ("Samhällsviktig process", Row.Activity.CriticalProcess.Text),
            ("Kontinuitetsplan", Labelled.Day(Row.Activity.ContinuityPlanOn)),
            ("Kontinuitetsplan övad", Labelled.Day(Row.Activity.ContinuityExercisedOn)),
            ("Återställs som nummer", Row.Activity.RecoveryPriority.Text)
        );

    private string InWords
    {
        get
        {
            var missing = Row.Points.Count(p => p is null);
            var known = Gaps.Count == 0 ? "Inga kända brister" : Swedish.Sentence(string.Join("; ", Gaps));
            return missing == 0
                ? known
                : $"{known}; uppgift saknas om {Swedish.InWords(missing)} av de tio kontrollpunkterna";
        }
    }

    /// <param name="actions">By the id of the activity they are about.</param>
    internal static ActivityGaps Build(ControlPointRow row, ILookup<string, ActionItem> actions) =>
        new(
            row,
            [.. row.Points.Select((inOrder, i) => inOrder == false ? Gap(row.Activity, i) : null).OfType<string>()],
            [.. actions[row.Origin.Id].Where(EarlierActions.IsOpen)]
        );

    /// <param name="point">The place in <see cref="ControlPoint.Names"/>.</param>
    private static string Gap(ProcessingActivity activity, int point) =>
        point switch
        {
            0 => Old("informationsklassningen", "informationsklassning", activity.LastClassifiedOn),
            1 => Old("risk- och sårbarhetsanalysen", "risk- och sårbarhetsanalys", activity.LastRiskAnalysedOn),
            2 => Old("behörighetskontrollen", "behörighetskontroll", activity.LastAccessReviewedOn),
            3 => "finns inte i registerförteckningen",
            4 => "konsekvensbedömning saknas",
            5 => "klassningsprotokoll saknas",
            6 => "systembeskrivning saknas",
            7 => (activity.ObjectOwner, activity.ObjectManager) switch
            {
                (null, null) => "objektägare och objektledare saknas",
                (null, _) => "objektägare saknas",
                _ => "objektledare saknas",
            },
            8 => $"{Swedish.Number(activity.OpenPartly.Value!.Value)}\u00a0"
                + $"{(activity.OpenPartly.Is(1) ? "öppen gul punkt" : "öppna gula punkter")}",
            9 => $"{Swedish.Number(activity.OpenNot.Value!.Value)}\u00a0"
                + $"{(activity.OpenNot.Is(1) ? "öppen röd punkt" : "öppna röda punkter")}",
            _ => throw new ArgumentOutOfRangeException(nameof(point), point, "there are ten control points"),
        };

    private static string Old(string the, string some, Entry<DateOnly> date) =>
        date.Value is { } day ? $"{the} är för gammal ({Swedish.Long(day)})" : $"{some} saknas";
}
