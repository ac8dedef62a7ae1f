using System.Xml.Linq;
using static SpLg.Tracing.TraceXml;

namespace SpLg.Tracing;

/// <summary>
/// The part of a document that says where its figures come from, for programs and for <c>splg trace</c>.
/// </summary>
/// <param name="Name">The document's file name without extension.</param>
/// <param name="Lists">
/// Where each list that was read is opened, by Swedish title; null when it was a file, and in the open edition, whose
/// readers may not open it.
/// </param>
internal sealed record DocumentTrace(
    string Name,
    DocumentType Type,
    int Year,
    Edition Edition,
    ReadStamp Stamp,
    IReadOnlyDictionary<string, Uri?> Lists,
    IReadOnlyList<DocumentFigure> Figures
)
{
    private const string Root = "trace";

    /// <summary>The trace of a document that is to be made.</summary>
    public static DocumentTrace Of(DocumentSet set, PlannedDocument document, ReadStamp stamp) =>
        new(
            document.Name,
            document.Kind.Type,
            set.Order.Year,
            set.Order.Edition,
            stamp,
            Lists: set.Rows.Rows.Keys.Select(n => set.Rows.Schema.List(n).Title)
                .ToDictionary(
                    t => t,
                    t => set.Order.Edition == Edition.Open ? null : set.Rows.Links.GetValueOrDefault(t),
                    StringComparer.Ordinal
                ),
            Figures: FiguresOf(TraceIndex.Build(document.Kind.Fields, document.Data, set.Order.Edition))
        );

    /// <summary>The trace of a Word file; null when it has none, or one that cannot be read.</summary>
    public static DocumentTrace? TryRead(byte[] docx) => TraceXml.TryRead(docx, Root, Read);

    /// <inheritdoc cref="Write"/>
    public byte[] Xml() =>
        Write(
            new XElement(
                Space + Root,
                new XAttribute("document", Clean(Name)),
                new XAttribute("type", Choice.Text(Type)),
                new XAttribute("year", Year),
                new XAttribute("edition", Choice.Text(Edition)),
                new XAttribute("readOn", Stamp.ReadOn.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)),
                Stamp.Run is null ? null : new XAttribute("run", Stamp.Run),
                Lists
                    .OrderBy(l => l.Key, StringComparer.Ordinal)
                    .Select(l => new XElement(
                        Space + "list",
                        new XAttribute("title", l.Key),
                        l.Value is null ? null : new XAttribute("address", l.Value.AbsoluteUri)
                    )),
                Figures.Select(f => new XElement(
                    Space + "figure",
                    new XAttribute("tag", Clean(f.Tag)),
                    new XAttribute("list", f.List),
                    new XAttribute("filter", Clean(f.Filter)),
                    f.Rows.Length == 0 ? null : new XAttribute("rows", f.Rows),
                    Clean(f.Value)
                ))
            )
        );

    private static IReadOnlyList<DocumentFigure> FiguresOf(IReadOnlyList<TracedFigure> figures)
    {
        // Many figures are of the same rows, and those may be thousands.
        var rows = new Dictionary<Trace, string>(ReferenceEqualityComparer.Instance);
        return
        [
            .. figures.Select(f => new DocumentFigure(f.Tag, f.Value, f.Trace.List, f.Trace.Filter, RowsOf(f.Trace))),
        ];

        string RowsOf(Trace trace)
        {
            if (!rows.TryGetValue(trace, out var ids))
                rows.Add(
                    trace,
                    ids = RowIds.Write(trace.Rows.Select(r => r.List == trace.List ? r.Id : $"{r.List}/{r.Id}"))
                );
            return ids;
        }
    }

    private static DocumentTrace? Read(XElement root) =>
        Choice.TryValue<DocumentType>(Text(root, "type")) is { } type
        && Choice.TryValue<Edition>(Text(root, "edition")) is { } edition
            ? new(
                Name: Text(root, "document"),
                Type: type,
                Year: int.Parse(Text(root, "year"), CultureInfo.InvariantCulture),
                Edition: edition,
                Stamp: new(
                    DateTimeOffset.Parse(
                        Text(root, "readOn"),
                        CultureInfo.InvariantCulture,
                        DateTimeStyles.AssumeUniversal
                    ),
                    root.Attribute("run")?.Value
                ),
                Lists: root.Elements(Space + "list")
                    .ToDictionary(
                        l => Text(l, "title"),
                        l =>
                            Uri.TryCreate(l.Attribute("address")?.Value, UriKind.Absolute, out var address)
                                ? address
                                : null,
                        StringComparer.Ordinal
                    ),
                Figures:
                [
                    .. root.Elements(Space + "figure")
                        .Select(f => new DocumentFigure(
                            Text(f, "tag"),
                            f.Value,
                            Text(f, "list"),
                            Text(f, "filter"),
                            f.Attribute("rows")?.Value ?? ""
                        )),
                ]
            )
            : null;
}
