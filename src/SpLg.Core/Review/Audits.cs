using SpLg.Core.Fields;
using SpLg.Core.Rows;

namespace SpLg.Core.Review;

/// <summary>Audits of the review's year: by their Year column, else by completion; one with neither is going on and shown.</summary>
public sealed record Audits(Basis Basis, IReadOnlyList<Audit> Rows)
{
    public const string GroupName = "Revisioner";

    public static FieldSet Fields { get; } = Basis.Fields<Audits>(a => a.Basis)
        .Number("Antal", "Antal revisioner och tillsyner i år.", a => a.Rows.Count)
        .List("Rader", "Årets revisioner och tillsyner i tidsordning.", a => a.Rows, new FieldSetBuilder<Audit>()
            .Text("Revision", "Revisionens namn.", r => r.Title)
            .Choice("Slag", "Intern, Stadsrevision, Tredjepart eller Tillsyn.", r => r.Kind)
            .Text("Granskare", "Vem som granskade.", r => r.Auditor)
            .Date("Genomförd", "Dagen då den blev klar.", r => r.CompletedOn)
            .Text("Uppgifter", "Slag, granskare och status i ord, även när de saknas.", r => $"Slag: {r.Kind.Text ?? KnownCount.NoData}. Granskare: {r.Auditor ?? KnownCount.NoData}. Status: {r.Status.Text ?? KnownCount.NoData}.")
            .Text("Resultat", "Resultatet.", r => r.Result)
            .Text("Iakttagelser", "Granskarens iakttagelser.", r => r.Findings)
            .Choice("Status", "Pågår, Besvarad eller Avslutad.", r => r.Status)
            .Build())
        .Build();

    public static Audits Build(OrganisationLists lists, int year)
    {
        IReadOnlyList<Audit> rows = [.. lists.Audits
            .Where(a => RowOrder.YearOf(a.Origin, a.CompletedOn) is not { } of || of == year)
            .OrderBy(a => RowOrder.ByDate(a.CompletedOn)).ThenBy(a => RowOrder.ById(a.Origin))];
        return new(Basis.Of(lists, Trace.Of("Revisioner", YearFilter.OrStanding(year, "Genomförd"), rows), lists.Audits.Count, $"Ingen revision eller tillsyn av informationssäkerheten är antecknad för {year}."), rows);
    }
}
