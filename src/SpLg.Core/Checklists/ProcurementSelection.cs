namespace SpLg.Core.Checklists;

/// <summary>
/// Reads which procurement and which phase a person means: <c>KFN 2026/0102</c>, <c>Kravställning</c>, <c>Kassasystem,
/// Avtal</c>.
/// </summary>
internal static class ProcurementSelection
{
    /// <returns>Null for all procurements, and for all phases.</returns>
    /// <exception cref="ChecklistSelectionException">No procurement, or several, are called that.</exception>
    public static (Procurement? Procurement, ProcurementPhase? Phase) Read(
        IReadOnlyList<Procurement> procurements,
        string? selection
    )
    {
        if (selection is null)
            return (null, null);
        foreach (var phase in Enum.GetValues<ProcurementPhase>())
        {
            if (FieldName.Fold(selection) == FieldName.Fold(Choice.Text(phase)))
                return (null, phase);
        }
        // The phase comes after the last comma or semicolon, because a title may hold such a mark too.
        var mark = selection.LastIndexOfAny([',', ';']);
        if (mark > 0 && Choice.TryValue<ProcurementPhase>(selection[(mark + 1)..]) is { } last)
            return (One(procurements, selection[..mark]), last);
        return (One(procurements, selection), null);
    }

    private static Procurement One(IReadOnlyList<Procurement> procurements, string selection) =>
        ChecklistSelection.One(procurements, NamesOf, selection, "ingen upphandling");

    private static IReadOnlyList<string> NamesOf(Procurement procurement) =>
        [
            procurement.Title ?? "",
            .. procurement.RegistryNumber is { } number ? [number] : Array.Empty<string>(),
            $"rad {procurement.Origin.Id}",
            procurement.Origin.Id,
        ];
}
