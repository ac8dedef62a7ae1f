using SpLg.Core.Choices;
using SpLg.Core.Fields;
using SpLg.Core.Language;
using SpLg.Core.Lists;
using SpLg.Core.Rows;

namespace SpLg.Core.Review;

/// <summary>
/// What earlier reviews decided and how it stands now: actions decided before the review's year or planned for an
/// earlier year, computed every time. Those completed before last year have been reported already and are left out.
/// </summary>
/// <param name="Decisions">Decisions of last year.</param>
public sealed record EarlierActions(
    Basis Basis, int Year, IReadOnlyList<ActionItem> Actions, IReadOnlyList<Tally> ByStatus, IReadOnlyList<Decision> Decisions)
{
    public const string GroupName = "Tidigare åtgärder";

    public static FieldSet Fields { get; } = Basis.Fields<EarlierActions>(e => e.Basis)
        .Number("Antal", "Antal åtgärder från tidigare år.", e => e.Actions.Count)
        .Number("Antal klara", "Antal av dem som är klara.", e => e.Done).From(e => e.Basis.Trace.Where("Status är Klar", e.Actions.Where(a => a.Status.Is(ActionStatus.Done))))
        .Number("Antal öppna", "Antal som varken är klara eller avslutade utan åtgärd.", e => e.Open).From(e => e.Basis.Trace.Where("Status är varken Klar eller Avslutad utan åtgärd", e.Actions.Where(IsOpen)))
        .Text("Mening", "Läget i en mening.", e => e.Sentence)
        .List("Åtgärder", "Åtgärderna från tidigare år, de viktigaste först.", e => e.Actions, ActionFields.Fields)
        .List("Per status", "Antal åtgärder per status.", e => e.ByStatus, new FieldSetBuilder<Tally>()
            .Text("Status", "Åtgärdens status.", t => t.Name)
            .Number("Antal", "Antal åtgärder med denna status.", t => t.Now).From(t => t.Counted.Trace)
            .Build())
        .List("Beslut", "Förra årets beslut.", e => e.Decisions, DecisionFields.Fields)
        .Build();

    public int Done => Actions.Count(a => a.Status.Is(ActionStatus.Done));

    public int Open => Actions.Count(IsOpen);

    /// <summary>Those of the open whose status does not say what it is.</summary>
    private int Unknown => Actions.Count(a => a.Status.Value is null);

    internal string? Sentence => Actions.Count switch
    {
        0 => null,
        1 => $"En åtgärd från tidigare år följs upp; den är {(Unknown == 1 ? "antecknad utan en status som går att läsa" : Done == 1 ? "klar" : Open == 1 ? "inte klar" : "avslutad utan åtgärd")}.",
        _ => $"Av {Swedish.Count(Actions.Count, "åtgärd", "åtgärder")} från tidigare år är {Swedish.Join(Parts)}{(Unknown == 0 ? "" : $"; för {Swedish.InWords(Unknown)} går status inte att bedöma")}.",
    };

    private IReadOnlyList<string> Parts
    {
        get
        {
            var closed = Actions.Count - Done - Open;
            List<string> parts = [$"{Swedish.HowMany(Done)} {(Done <= 1 ? "klar" : "klara")}", $"{Swedish.HowMany(Open - Unknown)} kvar"];
            if (closed > 0)
                parts.Add($"{Swedish.InWords(closed)} {(closed == 1 ? "avslutad" : "avslutade")} utan åtgärd");
            return parts;
        }
    }

    public static EarlierActions Build(OrganisationLists lists, int year)
    {
        var actions = ActionFields.InOrder(lists.ActionItems.Where(a => IsCarriedOver(a, year)));
        var decisions = DecisionFields.Of(lists.Decisions, year - 1);
        var basis = Basis.Of(lists, Trace.Of("Åtgärder", $"Beslutad år är före {year} eller Planerade år har ett år före {year}; inte sådana som blev klara före {year - 1}", actions), lists.ActionItems.Count, "Det finns inga åtgärder från tidigare år att följa upp.")
            .And(lists, Trace.Of("Beslut", YearFilter.Of(year - 1, "Beslutat"), decisions), lists.Decisions.Count);
        return new(
            basis,
            year,
            actions,
            [.. Tally.ByChoice(basis.Chosen(actions), null, "Status", a => a.Status, SmallCounts.None).Where(t => t.Now > 0)],
            decisions);
    }

    /// <summary>Neither done nor closed; a status that cannot be read counts as open.</summary>
    internal static bool IsOpen(ActionItem action) =>
        !action.Status.Is(ActionStatus.Done) && !action.Status.Is(ActionStatus.ClosedWithoutAction);

    private static bool IsCarriedOver(ActionItem action, int year)
    {
        var earlier = RowOrigin.YearIn(action.DecidedInYear) < year || ActionFields.PlannedYears(action).Any(y => y < year);
        var reportedBefore = !IsOpen(action) && action.CompletedOn.Value?.Year < year - 1;
        return earlier && !reportedBefore;
    }
}
