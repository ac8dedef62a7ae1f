namespace SpLg.Core.Sections;

/// <summary>The assessment of one clause beside last year's of the same requirement.</summary>
/// <param name="Before">Null when last year did not assess it.</param>
public sealed record ClauseRow(RequirementAssessment Now, RequirementAssessment? Before) : ISourceRow
{
    public RowOrigin Origin => Now.Origin;

    public static FieldSet Fields { get; } =
        new FieldSetBuilder<ClauseRow>()
            .Text("Avsnitt", "Avsnittets nummer, till exempel 9.3.", r => r.Now.Clause)
            .Text(
                "Krav",
                "Kravet som organisationen har skrivit det: rubriken med kravtexten efter.",
                r => r.Requirement
            )
            .Text("Uppfyllt", "Ja, Delvis, Nej eller Obesvarad.", r => r.Now.Fulfilled.Text ?? "Obesvarad")
            .Text(
                "Uppfyllt förra året",
                "Samma uppgift förra året; tomt när den saknas.",
                r => r.IsBeforeCounted ? OpenCells.NotShown : r.Before?.Fulfilled.Text
            )
            .Text(
                "Förändring",
                "Bättre, Sämre, Oförändrat eller Ingen jämförelse.",
                r => r.IsBeforeCounted ? OpenCells.NotShown : r.Change
            )
            .Text("Kommentar", "Kommentaren.", r => r.Now.Comment)
            .Text("Föreslagen åtgärd", "Den föreslagna åtgärden.", r => r.Now.ProposedAction)
            .Text("Ansvarig", "Namnet på den ansvariga.", r => r.Now.Responsible?.Text)
            .Choice("Prioritet", "Hög, Medel, Låg eller Ingen.", r => r.Now.Priority)
            .Text(
                "Tid",
                "När det ska vara klart: datumet, med ordet försenad när det har passerat, annars tidsangivelsen i ord.",
                r => r.Due
            )
            .Text(
                "Ansvar med tid",
                "Namnet på den ansvariga och när det ska vara klart, det som finns av dem; i den öppna utgåvan bara tiden.",
                r => r.Responsibility
            )
            .Build();

    /// <summary>A text that begins as its heading, as one that was too long for it does, stands alone.</summary>
    private string? Requirement =>
        (Now.Title, Now.Requirement) switch
        {
            (var title, null) => title,
            (null, var text) => text,
            var (title, text) when text.StartsWith(title.TrimEnd('…'), StringComparison.Ordinal) => text,
            var (title, text) => $"{Swedish.WithStop(title)} {text}",
        };

    /// <summary>True when nothing is told alone of last year's row.</summary>
    private bool IsBeforeCounted => Before is { Origin.IsCounted: true };

    internal bool IsChangeCounted => Origin.IsCounted || IsBeforeCounted;

    /// <summary>Yes, Partly, No are declared best first, so a lower value is better.</summary>
    public string Change =>
        (Now.Fulfilled.Value, Before?.Fulfilled.Value) switch
        {
            ({ } now, { } before) when now == before => "Oförändrat",
            ({ } now, { } before) => now < before ? "Bättre" : "Sämre",
            _ => "Ingen jämförelse",
        };

    private string? Due =>
        Lateness.Mark(
            Now.DueOn.Value is { } due ? Swedish.Long(due) : Now.DueOn.Text ?? Now.DueText,
            Lateness.IsLate(Now)
        );

    private string? Responsibility =>
        string.Join(
            ", ",
            new[]
            {
                Now.Responsible?.Text is { } name and not (OpenCells.SomebodyNamed or OpenCells.SomebodyInWords)
                    ? name
                    : null,
                Due,
            }.OfType<string>()
        )
            is { Length: > 0 } words
            ? words
            : null;
}

/// <summary>
/// Clause numbers of the standard: their order, their chapters in our words, and how editions correspond.
/// </summary>
internal static class Clause
{
    /// <summary>The chapters that hold requirements, with headings in our own words.</summary>
    public static readonly IReadOnlyList<(int Number, string Heading)> Chapters =
    [
        (4, "Förutsättningar"),
        (5, "Ledarskap"),
        (6, "Planering"),
        (7, "Stöd"),
        (8, "Genomförande"),
        (9, "Uppföljning"),
        (10, "Förbättring"),
    ];

    /// <summary>Sorts 4.2 before 4.10 and 6.1 before 6.1.2; what is no clause number comes last.</summary>
    public static string Order(string? clause)
    {
        var parts = (clause ?? "").Split('.');
        return string.Join(
            '.',
            parts.Select(p =>
                int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
                    ? n.ToString("0000", CultureInfo.InvariantCulture)
                    : "~" + p
            )
        );
    }

    /// <summary>The chapter a clause belongs to, 4–10, or null.</summary>
    public static int? Chapter(string? clause) =>
        int.TryParse((clause ?? "").Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var chapter)
        && chapter is >= 4 and <= 10
            ? chapter
            : null;

    /// <summary>
    /// The same requirement's number in the other edition: 10.1 and 10.2 changed places between 2013 and 2022. A clause
    /// that is new (6.3 in 2022) finds nothing there by itself.
    /// </summary>
    public static string In(ClauseEdition other, ClauseEdition own, string clause) =>
        (other == own, clause) switch
        {
            (false, "10.1") => "10.2",
            (false, "10.2") => "10.1",
            _ => clause,
        };
}
