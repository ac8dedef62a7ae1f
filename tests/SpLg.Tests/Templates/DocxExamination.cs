using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Charts = DocumentFormat.OpenXml.Drawing.Charts;
using Drawing = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace SpLg.Tests.Templates;

/// <summary>
/// What a reader with a screen reader, and Word itself, demand of a document; each fault as a line that says where.
/// </summary>
internal sealed class DocxExamination : IDisposable
{
    private readonly MemoryStream bytes;
    private readonly WordprocessingDocument document;

    public DocxExamination(byte[] docx)
    {
        bytes = new MemoryStream(docx, writable: false);
        document = WordprocessingDocument.Open(bytes, isEditable: false);
        Body = document.MainDocumentPart!.Document.Body!;
    }

    public Body Body { get; }

    public string? Title => document.PackageProperties.Title;

    /// <summary>The language all text has where nothing else is said.</summary>
    public string? Language =>
        document
            .MainDocumentPart!.StyleDefinitionsPart!.Styles!.DocDefaults!.Descendants<Languages>()
            .SingleOrDefault()
            ?.Val?.Value;

    /// <summary>Visible text of the body, a line for each paragraph.</summary>
    public string Text => string.Join('\n', Body.Descendants<Paragraph>().Select(p => p.InnerText));

    public IReadOnlyList<string> ValidatorErrors() =>
        [
            .. new OpenXmlValidator(FileFormatVersions.Microsoft365)
                .Validate(document)
                .Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"),
        ];

    /// <summary>
    /// Heading level and text in document order; a style <c>Heading1</c> to <c>Heading9</c> is a heading.
    /// </summary>
    public IReadOnlyList<(int Level, string Text)> Headings() =>
        [
            .. from paragraph in Body.Descendants<Paragraph>()
            let style = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value
            where style is { Length: 8 } && style.StartsWith("Heading", StringComparison.Ordinal)
            select (style[7] - '0', paragraph.InnerText),
        ];

    /// <summary>Headings that stand more than one level below the one before, or have no text.</summary>
    public IReadOnlyList<string> HeadingFaults()
    {
        var faults = new List<string>();
        var before = 0;
        foreach (var (level, text) in Headings())
        {
            if (level > before + 1)
                faults.Add($"'{text}' is level {level} after level {before}");
            if (string.IsNullOrWhiteSpace(text))
                faults.Add($"a heading of level {level} without text");
            before = level;
        }
        return faults;
    }

    /// <summary>
    /// Tables whose first row is not repeated as header, that have no name for screen readers, or whose grid does not
    /// fit the cells.
    /// </summary>
    public IReadOnlyList<string> TableFaults()
    {
        var faults = new List<string>();
        foreach (var table in Body.Descendants<Table>())
        {
            var name = table.GetFirstChild<TableProperties>()?.TableCaption?.Val?.Value;
            var shown = name ?? table.InnerText[..Math.Min(40, table.InnerText.Length)];
            var rows = table.Descendants<TableRow>().ToList();
            if (name is null)
                faults.Add($"'{shown}' has no caption property");
            if (rows[0].TableRowProperties?.GetFirstChild<TableHeader>() is null)
                faults.Add($"'{shown}' has no header row");
            var columns = table.GetFirstChild<TableGrid>()!.Elements<GridColumn>().Count();
            foreach (var row in rows)
            {
                var cells = row.Descendants<TableCell>().Sum(c => c.TableCellProperties?.GridSpan?.Val?.Value ?? 1);
                if (cells != columns)
                    faults.Add($"'{shown}' has a row of {cells} columns where the grid has {columns}");
            }
        }
        return faults;
    }

    /// <summary>
    /// Tables that hold nothing but their header, or headings of groups: a sentence should stand there instead.
    /// </summary>
    public IReadOnlyList<string> EmptyTables() =>
        [
            .. Body.Descendants<Table>()
                .Where(t =>
                    t.Descendants<TableRow>()
                        .Count(r =>
                            r.TableRowProperties?.GetFirstChild<TableHeader>() is null
                            && r.Descendants<TableCell>().Count() > 1
                        ) == 0
                )
                .Select(t => t.GetFirstChild<TableProperties>()?.TableCaption?.Val?.Value ?? t.InnerText),
        ];

    /// <summary>Names of pictures and charts that say nothing to a reader who cannot see them.</summary>
    public IReadOnlyList<string> FigureFaults() =>
        [
            .. Body.Descendants<Drawing.DocProperties>()
                .Where(f => string.IsNullOrWhiteSpace(f.Description?.Value))
                .Select(f => f.Name?.Value ?? "a figure"),
        ];

    /// <summary>The numbers of each series of each chart, as the chart shows them.</summary>
    public IReadOnlyList<IReadOnlyList<decimal>> ChartSeries() =>
        [
            .. from chart in document.MainDocumentPart!.ChartParts
            from series in chart.ChartSpace.Descendants<Charts.Values>()
            select (IReadOnlyList<decimal>)
                [
                    .. series
                        .Descendants<Charts.NumericValue>()
                        .Select(v => decimal.Parse(v.Text, CultureInfo.InvariantCulture)),
                ],
        ];

    public void Dispose()
    {
        document.Dispose();
        bytes.Dispose();
    }
}
