namespace SpLg.Core.Checklists;

/// <summary>The clauses of one chapter of the standard.</summary>
public sealed record ChapterClauses(string Name, string Heading, IReadOnlyList<ClauseRow> Clauses)
{
    public static FieldSet Fields { get; } =
        new FieldSetBuilder<ChapterClauses>()
            .Text("Kapitel", "Kapitlets nummer, 4–10.", c => c.Name)
            .Text("Rubrik", "Kapitlets rubrik i egna ord.", c => c.Heading)
            .List("Krav", "Kapitlets krav i nummerordning.", c => c.Clauses, ClauseRow.Fields)
            .Build();
}
