using SpLg.Core.Rows;

namespace SpLg.Core.Review;

/// <summary>What one row of a list is called, and several.</summary>
/// <param name="IsNeuter">True for <c>ett beslut</c>, false for <c>en incident</c>.</param>
internal sealed record ListNoun(string One, string Many, bool IsNeuter = false)
{
    private static readonly Dictionary<string, ListNoun> ByList = new(StringComparer.Ordinal)
    {
        [ProcessingActivity.List] = new("informationsbehandling", "informationsbehandlingar"),
        [Incident.List] = new("incident", "incidenter"),
        [UndesiredEvent.List] = new("oönskad händelse", "oönskade händelser"),
        [InternalControlResult.List] = new("kontrollresultat", "kontrollresultat", IsNeuter: true),
        [Procurement.List] = new("upphandling", "upphandlingar"),
        [ProcurementCheck.List] = new("kontrollpunkt", "kontrollpunkter"),
        [ActionItem.List] = new("åtgärd", "åtgärder"),
        [ContextFactor.List] = new("omvärldsuppgift", "omvärldsuppgifter"),
        [DpoFinding.List] = new("dataskyddsrekommendation", "dataskyddsrekommendationer"),
        [Audit.List] = new("revision", "revisioner"),
        [GoverningDocument.List] = new("styrdokument", "styrdokument", IsNeuter: true),
        [TrainingResult.List] = new("utbildningsresultat", "utbildningsresultat", IsNeuter: true),
        [RequirementAssessment.List] = new("bedömning i självskattningen", "bedömningar i självskattningen"),
        [Objective.List] = new("mål", "mål", IsNeuter: true),
        [StakeholderInput.List] = new("intressentuppgift", "intressentuppgifter"),
        [Decision.List] = new("beslut", "beslut", IsNeuter: true),
        [AnnualWheelActivity.List] = new("aktivitet i årshjulet", "aktiviteter i årshjulet"),
        [TextBlock.List] = new("textblock", "textblock", IsNeuter: true),
        [Setting.List] = new("inställning", "inställningar"),
    };

    /// <param name="list">English name of the list.</param>
    public static ListNoun Of(string list) => ByList[list];
}
