using SpLg.Core.Language;
using SpLg.Core.Lists;

namespace SpLg.Core.Review;

/// <summary>
/// The names of rows that an open edition does not show, where an open row may point at one by its name in plain text:
/// an action says which row of its source it comes from. A name that a shown row has too is no secret.
/// </summary>
internal sealed class HiddenNames
{
    private readonly HashSet<string> names = new(Names.Comparer);

    public static HiddenNames Of(OrganisationLists lists)
    {
        var hidden = new HiddenNames();
        var shown = new HashSet<string>(Names.Comparer);
        Add(lists.Incidents, r => r.Origin, r => [r.Title, r.IaId]);
        Add(lists.UndesiredEvents, r => r.Origin, r => [r.Title]);
        Add(lists.InternalControlResults, r => r.Origin, r => [r.Title]);
        Add(lists.ProcessingActivities, r => r.Origin, r => [r.Title, r.System, r.ManagedObject]);
        Add(lists.Procurements, r => r.Origin, r => [r.Title, r.RegistryNumber]);
        Add(lists.ContextFactors, r => r.Origin, r => [r.Title]);
        Add(lists.DpoFindings, r => r.Origin, r => [r.Title]);
        Add(lists.Audits, r => r.Origin, r => [r.Title]);
        Add(lists.RequirementAssessments, r => r.Origin, r => [r.Title]);
        Add(lists.Decisions, r => r.Origin, r => [r.Title]);
        Add(lists.AnnualWheelActivities, r => r.Origin, r => [r.Title]);
        hidden.names.ExceptWith(shown);
        return hidden;

        void Add<T>(IReadOnlyList<T> rows, Func<T, RowOrigin> origin, Func<T, IEnumerable<string?>> namesOf)
        {
            foreach (var row in rows)
                (OpenRows.IsShown(origin(row)) ? shown : hidden.names).UnionWith(namesOf(row).OfType<string>());
        }
    }

    public bool Contains(string? name) => name is not null && names.Contains(name);
}
