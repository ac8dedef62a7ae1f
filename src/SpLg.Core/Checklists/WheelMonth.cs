namespace SpLg.Core.Checklists;

/// <summary>A role's tasks of the annual wheel in one month.</summary>
public sealed record WheelMonth(int Month, IReadOnlyList<WheelActivity> Activities)
{
    public static FieldSet Fields { get; } =
        new FieldSetBuilder<WheelMonth>()
            .Text("Månad", "Månadens namn med stor bokstav.", m => Swedish.Sentence(Swedish.Month(m.Month)))
            .List("Aktiviteter", "Månadens aktiviteter.", m => m.Activities, WheelActivity.Fields)
            .Build();

    /// <summary>Months with something to do, in order.</summary>
    public static IReadOnlyList<WheelMonth> Build(IReadOnlyList<WheelActivity> activities) =>
        [
            .. Enumerable
                .Range(1, 12)
                .Select(m => new WheelMonth(m, [.. activities.Where(a => a.Months.Contains(m))]))
                .Where(m => m.Activities.Count > 0),
        ];
}
