namespace SpLg.Core.Fields;

/// <summary>
/// Every figure of a document with its trace: numbers and texts, in the order of the fields. A list of source rows is
/// one figure, traced to the rows it shows; what stands on such a row is that row's own. So is a list whose lines have
/// no trace, as that of the section. The lines of other lists are figures of their own. Rows come in the order of their
/// ids.
/// </summary>
public static class TraceIndex
{
    /// <summary>
    /// As <see cref="RowOrder"/> has it, without reading each number once for every figure it is in: a shorter one is
    /// smaller.
    /// </summary>
    private static readonly Comparer<RowOrigin> ByListAndId = Comparer<RowOrigin>.Create(
        (one, other) =>
        {
            if (string.CompareOrdinal(one.List, other.List) is not 0 and var list)
                return list;
            return one.Id.Length != other.Id.Length
                ? one.Id.Length.CompareTo(other.Id.Length)
                : string.CompareOrdinal(one.Id, other.Id);
        }
    );

    /// <param name="of">The object the fields read, such as a review or a checklist.</param>
    /// <param name="edition">An open edition tells list and filter but not the rows.</param>
    public static IReadOnlyList<TracedFigure> Build(FieldSet fields, object of, Edition edition)
    {
        var figures = new List<TracedFigure>();
        // Many figures share one trace.
        var sorted = new Dictionary<Trace, Trace>(ReferenceEqualityComparer.Instance);
        Walk(fields, of, "", null);
        return figures;

        void Walk(FieldSet set, object level, string prefix, Trace? inherited)
        {
            var common = set.Trace?.Invoke(level) ?? inherited;
            foreach (var field in set.Fields)
            {
                if (field.Read(level) is not { } value)
                    continue;
                var (tag, trace) = (prefix + field.Name, field.Trace?.Invoke(level) ?? common);
                switch (field.Kind)
                {
                    case FieldKind.Group:
                        Walk(field.Inner!, value, tag + ".", trace);
                        break;
                    case FieldKind.List when value is IReadOnlyList<ISourceRow> rows:
                        if (rows.Count > 0)
                            Add(tag, Swedish.Count(rows.Count, "rad", "rader"), RowsOf(rows, trace));
                        break;
                    case FieldKind.List
                        when field.Inner!.Trace is null
                            && field.Inner.Fields.All(f => f.Trace is null && f.Kind != FieldKind.List):
                        if (trace is not null && ((IReadOnlyList<object>)value).Count is > 0 and var lines)
                            Add(tag, Swedish.Count(lines, "rad", "rader"), trace);
                        break;
                    case FieldKind.List:
                        foreach (var line in (IReadOnlyList<object>)value)
                        {
                            var key = Text(field.Inner!.Fields[0].Read(line));
                            Walk(field.Inner, line, $"{tag}[{key}].", LineTrace(field.Inner, line, key, trace));
                        }
                        break;
                    case FieldKind.Number or FieldKind.Text when trace is not null:
                        Add(tag, Text(value), trace);
                        break;
                    default:
                        break;
                }
            }
        }

        void Add(string tag, string value, Trace trace)
        {
            if (!sorted.TryGetValue(trace, out var shown))
            {
                shown = trace with { Rows = edition == Edition.Open ? [] : InOrder(trace.Rows) };
                sorted.Add(trace, shown);
            }
            figures.Add(new(tag, value, shown));
        }
    }

    /// <summary>
    /// A group of rows that says nothing itself comes from the rows it shows: those of the first list that has source
    /// rows. Any other line has only what its fields say: it is a part of the whole, so the whole is not its trace.
    /// </summary>
    private static Trace? LineTrace(FieldSet fields, object line, string key, Trace? inherited)
    {
        var rows = fields.Trace is not null
            ? null
            : fields
                .Fields.Where(f => f.Kind == FieldKind.List)
                .Select(f => f.Read(line))
                .OfType<IReadOnlyList<ISourceRow>>()
                .FirstOrDefault();
        return rows is null ? null : inherited?.Described($"{fields.Fields[0].Name} är {key}", rows);
    }

    private static Trace RowsOf(IReadOnlyList<ISourceRow> rows, Trace? trace) =>
        Trace.Of(
            rows[0].Origin.List,
            trace is not null && trace.List == rows[0].Origin.List ? trace.Filter : "raderna som visas",
            rows
        );

    /// <summary>A line that is no row of a list, such as a clause nobody has assessed, has no id.</summary>
    private static IReadOnlyList<RowOrigin> InOrder(IReadOnlyList<RowOrigin> rows) =>
        [.. rows.Where(r => r.Id.Length > 0).Order(ByListAndId)];

    private static string Text(object? value) =>
        value switch
        {
            null => "",
            decimal number => Swedish.Number(number),
            DateOnly day => Swedish.Long(day),
            bool yes => yes ? "Ja" : "Nej",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
}

/// <summary>A figure of a document and where it comes from.</summary>
/// <param name="Tag">
/// As a template names it, with what tells the lines of a list apart: <c>Incidenter.Anmälda till IMY</c>,
/// <c>Incidenter.Per typ[Dataskydd].Antal</c>.
/// </param>
/// <param name="Value">As the reader sees it, in Swedish form.</param>
public sealed record TracedFigure(string Tag, string Value, Trace Trace);
