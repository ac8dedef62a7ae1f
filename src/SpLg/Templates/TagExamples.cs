using SpLg.Demo;

namespace SpLg.Templates;

/// <summary>Values of a template's names with the made-up organisation's data.</summary>
internal static class TagExamples
{
    private const int Longest = 90;

    /// <summary>Enough rows to meet a value in every column, and few enough to be quick.</summary>
    private const int MostRows = 500;

    private static readonly DateTimeOffset ReadOn = new(
        DemoData.Year,
        month: 11,
        day: 20,
        hour: 12,
        minute: 0,
        second: 0,
        offset: TimeSpan.Zero
    );

    /// <summary>
    /// By the whole name, such as <c>Incidenter.Antal</c>; a name is absent where the made-up organisation has no value
    /// for it.
    /// </summary>
    /// <param name="data">Of <see cref="Data"/> or <see cref="RollupData"/>, which the fields read.</param>
    public static IReadOnlyDictionary<string, string> Of(FieldSet fields, IReadOnlyList<object> data)
    {
        var examples = new Dictionary<string, string>(StringComparer.Ordinal);
        var names = new List<(string Name, Field Field)>();
        Add(fields, "", data, examples, names);
        // A list without rows often has a sister with the same columns.
        var ofFields = names
            .Where(n => examples.ContainsKey(n.Name))
            .DistinctBy(n => n.Field)
            .ToDictionary(n => n.Field, n => examples[n.Name]);
        foreach (var (name, field) in names)
        {
            if (ofFields.TryGetValue(field, out var example))
                examples.TryAdd(name, example);
        }
        return examples;
    }

    /// <summary>
    /// The objects that documents of a type are filled with, of the made-up organisation; last of a review, one without
    /// rows is.
    /// </summary>
    public static IReadOnlyList<object> Data(DocumentType type)
    {
        var rows = Rows();
        var set = DocumentSet.Build(
            new(type == DocumentType.ManagementReview ? DemoData.Year : DemoData.Year - 1, type),
            rows,
            request: null,
            []
        );
        return
        [
            .. set.Documents.Select(d => d.Data),
            .. type == DocumentType.ManagementReview ? new object[] { OfEmptyLists(rows) } : [],
        ];
    }

    /// <summary>The same of a roll-up of the made-up organisation alone.</summary>
    public static IReadOnlyList<object> RollupData()
    {
        var rows = Rows();
        // Not as a run builds it, which a text that somebody has to decide about would stop.
        var review = BuiltReview.Build(
            rows.Typed([]),
            request: null,
            ReviewYears.Of(DemoData.Year),
            Edition.Open,
            rows.Today,
            []
        );
        var organisation = new RollupOrganisation(
            review,
            "Karin Ek",
            new(DemoData.Year, 12, 1),
            "Ledningens genomgång fastställd underlag.json",
            ""
        );
        return [RollupReview.Build(DemoData.Year, [organisation], ["Miljönämnden"])];
    }

    private static RowsAsRead Rows()
    {
        var schema = ShippedFiles.Schema();
        return new(
            RowFolder.Read(ShippedFiles.DemoFolder, schema, new FileFindings()),
            schema,
            ReadOn,
            TimeZoneInfo.Utc,
            new Dictionary<string, Uri>()
        );
    }

    /// <summary>Some names have a value only when there is nothing to tell of.</summary>
    private static BuiltReview OfEmptyLists(RowsAsRead rows)
    {
        var empty = rows with
        {
            Rows = rows.Rows.Keys.ToDictionary(l => l, _ => (IReadOnlyList<ListRow>)[], StringComparer.Ordinal),
        };
        return BuiltReview.Build(
            empty.Typed([]),
            request: null,
            ReviewYears.Of(DemoData.Year),
            Edition.Full,
            rows.Today,
            []
        );
    }

    private static void Add(
        FieldSet fields,
        string prefix,
        IReadOnlyList<object> objects,
        Dictionary<string, string> examples,
        List<(string Name, Field Field)> names
    )
    {
        foreach (var field in fields.Fields.Where(f => f.Kind != FieldKind.Picture))
        {
            var name = prefix + field.Name;
            var values = objects.Select(field.Read).OfType<object>();
            if (field.Kind is FieldKind.List or FieldKind.Group)
            {
                Add(
                    field.Inner!,
                    name + ".",
                    [.. values.SelectMany(v => v as IReadOnlyList<object> ?? [v]).Take(MostRows)],
                    examples,
                    names
                );
                continue;
            }
            names.Add((name, field));
            if (
                values.Select(v => Template.TextOf(field.Kind, v)).FirstOrDefault(t => !string.IsNullOrWhiteSpace(t)) is
                { } text
            )
                examples[name] = Shortened(text.ReplaceLineEndings(" ").Trim());
        }
    }

    private static string Shortened(string text) =>
        text.Length <= Longest
            ? text
            : text[..(text.LastIndexOf(' ', Longest) is > 0 and var end ? end : Longest)] + " …";
}
