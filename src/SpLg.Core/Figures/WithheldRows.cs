namespace SpLg.Core.Figures;

/// <summary>
/// How many rows of each year an open edition leaves out of the lists whose years are compared. Found by looking at
/// what is gone, whatever the reason, and never what the rows say.
/// </summary>
public sealed class WithheldRows
{
    /// <summary>The full edition, and every list that nothing is left out of.</summary>
    public static readonly WithheldRows None = new([]);

    private readonly Dictionary<(string List, int? Year), int> counts;

    private WithheldRows(Dictionary<(string List, int? Year), int> counts) => this.counts = counts;

    internal static WithheldRows Of(OrganisationLists all, OrganisationLists shown)
    {
        var found = new Dictionary<(string List, int? Year), int>(all.Withheld.counts);
        Count(l => l.Incidents, Incidents.YearOf);
        Count(l => l.TrainingResults, Trainings.YearOf);
        Count(l => l.InternalControlResults, r => RowOrder.YearOf(r.Origin));
        Count(l => l.Procurements, Procurements.YearOf);
        Count(l => l.RequirementAssessments, r => RowOrder.YearOf(r.Origin));
        Count(l => l.UndesiredEvents, r => RowOrder.YearOf(r.Origin));
        Count(l => l.ProcessingActivities, _ => null);
        Count(l => l.ActionItems, _ => null);
        return new(found);

        void Count<T>(Func<OrganisationLists, IReadOnlyList<T>> list, Func<T, int?> year)
            where T : ISourceRow
        {
            var kept = list(shown).Select(r => r.Origin.Id).ToHashSet(StringComparer.Ordinal);
            foreach (var row in list(all).Where(r => !kept.Contains(r.Origin.Id)))
                found[(row.Origin.List, year(row))] = found.GetValueOrDefault((row.Origin.List, year(row))) + 1;
        }
    }

    /// <summary>True when something of the list is left out, of whatever year.</summary>
    public bool HasAny(string list) => counts.Any(c => c.Key.List == list && c.Value > 0);

    /// <param name="list">Swedish title.</param>
    /// <param name="year">Null for the rows whose year cannot be read, and for lists that are told of whatever their
    /// year.</param>
    public int Of(string list, int? year) => counts.GetValueOrDefault((list, year));
}
