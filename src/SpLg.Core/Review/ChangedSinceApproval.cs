using System.Security;

namespace SpLg.Core.Review;

/// <summary>
/// Changes in the lists since the last review was approved. The open edition counts rows and names none.
/// </summary>
/// <param name="Since">Null when no review has been approved.</param>
public sealed record ChangedSinceApproval(Edition Edition, SinceApproval? Since)
{
    public const string GroupName = "Ändrat";

    /// <summary>More rows than these are of no use to a reader; the lists themselves have them all.</summary>
    private const int MostRows = 50;

    public static FieldSet Fields { get; } =
        new FieldSetBuilder<ChangedSinceApproval>()
            .Text(
                "Mening",
                "Vad som har ändrats i listorna sedan den senaste genomgången fastställdes; tomt när ingen har fastställts.",
                c => c.Sentence
            )
            .From(c => c.Traced)
            .Number("Fastställt år", "Året för den genomgång som senast fastställdes.", c => c.Since?.Year)
            .Date("Fastställd den", "Dagen då den fastställdes.", c => c.Since?.On)
            .List(
                "Per lista",
                "Antal rader som är nya, ändrade och borttagna i varje lista där något har ändrats.",
                c => c.Lists,
                new FieldSetBuilder<ChangedList>()
                    .Text("Lista", "Listans namn.", l => l.Title)
                    .Number("Nya", "Antal nya rader.", l => l.Count(RowChangeKind.New))
                    .From(l => TraceOf(l, RowChangeKind.New))
                    .Number("Ändrade", "Antal ändrade rader.", l => l.Count(RowChangeKind.Changed))
                    .From(l => TraceOf(l, RowChangeKind.Changed))
                    .Number("Borttagna", "Antal borttagna rader.", l => l.Count(RowChangeKind.Removed))
                    .From(l => TraceOf(l, RowChangeKind.Removed))
                    .Build()
            )
            .List(
                "Rader",
                $"De ändrade raderna, högst {MostRows}; inga i den öppna utgåvan.",
                c => c.Rows,
                new FieldSetBuilder<ChangedRow>()
                    .Text("Lista", "Listans namn.", r => r.List)
                    .RichText("Rad", "Radens namn eller nummer, med länk till raden.", r => r.Row)
                    .Text("Ändring", "Ny, Ändrad eller Borttagen.", r => r.Change)
                    .Text("Kolumner", "Kolumnerna som har ändrats, eller hela raden.", r => r.Columns)
                    .Build()
            )
            .Text("Fler", "Hur många ändrade rader som inte har fått plats; annars tomt.", c => c.More)
            .Build();

    public static Section<ChangedSinceApproval> Section { get; } =
        new(
            GroupName,
            "Ändringar i listorna sedan den senaste genomgången fastställdes.",
            () => Fields,
            s => new(s.Edition, s.Lists.SinceApproval)
        );

    private IReadOnlyList<ChangedList> Lists { get; } = Since?.Changes.Lists ?? [];

    private IReadOnlyList<ChangedRow> Rows { get; } =
        Edition == Edition.Open || Since is null
            ? []
            :
            [
                .. Since
                    .Changes.Lists.SelectMany(l =>
                        l.Rows.Select(r => new ChangedRow(
                            l.Title,
                            Linked(l, r),
                            Choice.Text(r.Kind),
                            r.Columns.Count == 0 ? "hela raden" : Swedish.Join(r.Columns)
                        ))
                    )
                    .Take(MostRows),
            ];

    private string? Sentence
    {
        get
        {
            if (Since is null)
                return null;
            return $"Sedan genomgången {Since.Year} fastställdes den {Swedish.Long(Since.On)} har "
                + $"{(Edition == Edition.Open ? "de öppna uppgifterna i listorna" : "listorna")} "
                + (Lists.Count == 0 ? "inte ändrats." : $"ändrats: {new RowChanges(Lists).Sentence}.");
        }
    }

    private string? More =>
        Since?.Changes.Lists.Sum(l => l.Rows.Count) - Rows.Count is > 0 and var left && Edition == Edition.Full
            ? $"Ytterligare {Swedish.Count(left, "rad", "rader")} har ändrats."
            : null;

    /// <summary>Tells each changed row to those who look after the lists.</summary>
    internal static IEnumerable<Finding> FindingsOf(SinceApproval since) =>
        since.Changes.Lists.SelectMany(l =>
            l.Rows.Select(r => new Finding(
                FindingLevel.Info,
                l.Title,
                r.RowId,
                r.Columns.Count == 0 ? null : Swedish.Join(r.Columns),
                "Raden "
                    + $"{r.Kind switch { RowChangeKind.New => "är ny", RowChangeKind.Changed => "har ändrats", _ => "har tagits bort" }} "
                    + $"sedan genomgången {since.Year} fastställdes den {Swedish.Long(since.On)}.",
                r.Link
            ))
        );

    /// <summary>A title that stands in no document may name people.</summary>
    private static string Linked(ChangedList list, RowChange row)
    {
        var name = SecurityElement.Escape(
            list.List.NeverPublished.Contains("Title") || row.Title is null ? $"Rad {row.RowId}" : row.Title
        );
        return row.Link is null ? name : $"<a href=\"{SecurityElement.Escape(row.Link.AbsoluteUri)}\">{name}</a>";
    }

    private Trace? Traced =>
        Since is null
            ? null
            : new(
                "alla listor",
                $"rader som är nya, ändrade eller borttagna sedan den {Swedish.Long(Since.On)}",
                [.. Lists.SelectMany(l => OriginsOf(l, null))]
            );

    private static Trace TraceOf(ChangedList list, RowChangeKind kind) =>
        new(
            list.Title,
            "rader som är "
                + $"{kind switch { RowChangeKind.New => "nya", RowChangeKind.Changed => "ändrade", _ => "borttagna" }} "
                + "sedan fastställandet",
            [.. OriginsOf(list, kind)]
        );

    private static IEnumerable<RowOrigin> OriginsOf(ChangedList list, RowChangeKind? kind) =>
        list.Rows.Where(r => kind is null || r.Kind == kind).Select(r => RowOrigin.At(list.Title, r.RowId, r.Link));
}
