namespace SpLg.Core.Review;

/// <summary>A decision as the sections on earlier and new decisions show it.</summary>
internal static class DecisionFields
{
    public static FieldSet Fields { get; } =
        new FieldSetBuilder<Decision>()
            .Text("Beslut", "Beslutets rubrik.", d => d.Title)
            .Text("Beslutstext", "Beslutets ordalydelse.", d => d.Text)
            .Date("Beslutat", "Dagen för beslutet.", d => d.DecidedOn)
            .Text("Beslutat av", "Namnet på den som beslutade.", d => d.DecidedBy?.Text)
            .Choice("Slag", "Förbättring, Ändring av LIS, Resurs eller Övrigt.", d => d.Kind)
            .Text(
                "Åtgärd",
                "Åtgärden som beslutet ledde till, med ordet försenad när den är det.",
                d => d.ActionItem?.Text
            )
            .Build();

    /// <summary>
    /// The decisions of a year: by their Year column, where it is empty by the date of the decision. That the action
    /// one led to is late is told with its name.
    /// </summary>
    public static IReadOnlyList<Decision> Of(OrganisationLists lists, int year)
    {
        var actions = new RowLookup<ActionItem>(lists.ActionItems, a => a.Origin, a => a.Title);
        return
        [
            .. lists
                .Decisions.Where(d => RowOrder.YearOf(d.Origin, d.DecidedOn) == year)
                .OrderBy(d => RowOrder.ByDate(d.DecidedOn))
                .ThenBy(d => RowOrder.ById(d.Origin))
                .Select(d =>
                    d.ActionItem is { Text: { } text } named && actions.TryFind(named) is { } action
                        ? d with
                        {
                            ActionItem = named with { Text = Lateness.Mark(text, Lateness.IsLate(action)) },
                        }
                        : d
                ),
        ];
    }
}
