using SpLg.Core.Fields;
using SpLg.Core.Rows;

namespace SpLg.Core.Review;

/// <summary>A decision as the sections on earlier and new decisions show it.</summary>
internal static class DecisionFields
{
    public static FieldSet Fields { get; } = new FieldSetBuilder<Decision>()
        .Text("Beslut", "Beslutets rubrik.", d => d.Title)
        .Text("Beslutstext", "Beslutets ordalydelse.", d => d.Text)
        .Date("Beslutat", "Dagen för beslutet.", d => d.DecidedOn)
        .Text("Beslutat av", "Namnet på den som beslutade.", d => d.DecidedBy?.Text)
        .Choice("Slag", "Förbättring, Ändring av LIS, Resurs eller Övrigt.", d => d.Kind)
        .Text("Åtgärd", "Åtgärden som beslutet ledde till.", d => d.ActionItem?.Text)
        .Build();

    /// <summary>The decisions of a year: by their Year column, where it is empty by the date of the decision.</summary>
    public static IReadOnlyList<Decision> Of(IReadOnlyList<Decision> decisions, int year) =>
        [.. decisions.Where(d => RowOrder.YearOf(d.Origin, d.DecidedOn) == year)
            .OrderBy(d => RowOrder.ByDate(d.DecidedOn)).ThenBy(d => RowOrder.ById(d.Origin))];
}
