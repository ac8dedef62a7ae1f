using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SpLg.Bench;

/// <summary>The same table through the SDK's object model, as most programs do it.</summary>
internal static class DomWriter
{
    public static void Write(IReadOnlyList<BenchRow> rows, Stream output)
    {
        using var document = WordprocessingDocument.Create(output, WordprocessingDocumentType.Document);
        var table = new Table(
            new TableProperties(new TableWidth { Width = "0", Type = TableWidthUnitValues.Auto }),
            new TableGrid(BenchTemplate.Columns.Select(_ => new GridColumn { Width = "1300" }))
        );
        foreach (var row in rows)
        {
            table.AppendChild(
                new TableRow(
                    Cell(row.Title),
                    Cell(row.System),
                    Cell(row.Owner),
                    Cell(row.Status),
                    Cell(row.ClassifiedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                    Cell(row.OpenPoints.ToString(CultureInfo.InvariantCulture)),
                    Cell(row.Comment)
                )
            );
        }
        document.AddMainDocumentPart().Document = new Document(new Body(table, new SectionProperties()));
    }

    private static TableCell Cell(string text) =>
        new(
            new TableCellProperties(new TableCellWidth { Width = "1300", Type = TableWidthUnitValues.Dxa }),
            new Paragraph(new Run(new Text(text)))
        );
}
