using SpLg.Core.Fields;
using SpLg.Core.Rows;

namespace SpLg.Core.Review;

/// <summary>The internal-control results of the review's year, by their Year column.</summary>
public sealed record InternalControls(Basis Basis, IReadOnlyList<InternalControlResult> Rows, IReadOnlyList<Tally> ByResult)
{
    public const string GroupName = "Internkontroll";

    public static FieldSet Fields { get; } = Basis.Fields<InternalControls>(c => c.Basis)
        .Number("Antal", "Antal kontroller i år.", c => c.Rows.Count)
        .List("Kontroller", "Årets kontroller per period.", c => c.Rows, new FieldSetBuilder<InternalControlResult>()
            .Text("Kontroll", "Kontrollens namn.", r => r.Title)
            .Choice("Period", "T1, T2 eller Helår.", r => r.Period)
            .Choice("Resultat", "Inga väsentliga avvikelser, Avvikelser eller Ej genomförd.", r => r.Result)
            .Text("Avvikelser", "Avvikelserna.", r => r.Deviations)
            .Text("Kommentar", "Kommentaren.", r => r.Comment)
            .Build())
        .List("Per resultat", "Antal per resultat.", c => c.ByResult, Tally.Fields("Resultat", "Kontrollens resultat."))
        .Build();

    public static InternalControls Build(OrganisationLists lists, int year)
    {
        var byYear = lists.InternalControlResults.ToLookup(r => RowOrder.YearOf(r.Origin));
        IReadOnlyList<InternalControlResult> rows =
            [.. byYear[year].OrderBy(r => RowOrder.ByChoice(r.Period)).ThenBy(r => RowOrder.ById(r.Origin))];
        return new(
            Basis.Of(lists, "Internkontroll", lists.InternalControlResults.Count, rows.Count, $"Inga resultat från intern kontroll har antecknats för {year}.", byYear[null].Count()),
            rows,
            Tally.ByChoice(rows, [.. byYear[year - 1]], r => r.Result));
    }
}
