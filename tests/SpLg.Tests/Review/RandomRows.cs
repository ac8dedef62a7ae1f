using FsCheck;
using FsCheck.Fluent;

namespace SpLg.Tests.Review;

/// <summary>
/// Rows of every list, made from the schema so that a new list or column is there too: cells that hold a choice,
/// nothing or what cannot be read, rows of last year, this year and no year, and whatever may be said of their
/// publication.
/// </summary>
internal sealed record RandomRows(IReadOnlyList<RandomRows.Row> Rows)
{
    /// <summary>The share in per cent of cells and years that say nothing or cannot be read.</summary>
    public const int Loose = 4;

    private static readonly string[] Texts = ["Grund", "Chefer", "Rutin", "Enheten"];

    private static readonly string[] Clauses = ["4.1", "4.2", "5.1", "9.3", "10.1", "10.2"];

    public sealed record Row(string List, IReadOnlyDictionary<string, object> Cells);

    /// <param name="loose">As <see cref="Loose"/>.</param>
    /// <param name="publications">What is said of the publication of a row; empty for nothing.</param>
    public static Gen<RandomRows> Of(int loose, params string[] publications) =>
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select Of(new Random(seed), loose, publications);

    /// <summary>The same rows of the other year: last year's are this year's, and the other way round.</summary>
    public RandomRows Mirrored() =>
        new([
            .. Rows.Select(r =>
                r with
                {
                    Cells = r.Cells.ToDictionary(c => c.Key, c => Mirrored(c.Value), StringComparer.Ordinal),
                }
            ),
        ]);

    /// <summary>Without the incidents of the day's year that happened after it.</summary>
    public RandomRows WithoutIncidentsAfter(DateOnly day) =>
        new([
            .. Rows.Where(r =>
                r.List != "Incidents"
                || (
                    r.Cells.GetValueOrDefault("OccurredOn") as string
                    ?? r.Cells.GetValueOrDefault("DiscoveredOn") as string
                )
                    is not { } text
                || !DateOnly.TryParseExact(text, "yyyy-MM-dd", out var occurred)
                || occurred.Year != day.Year
                || occurred <= day
            ),
        ]);

    /// <summary>The same rows, where cells that say nothing, or nothing that can be read, do.</summary>
    /// <param name="without">Columns whose empty cells say something, or say which rows are looked at.</param>
    public RandomRows Completed(int seed, params IReadOnlyCollection<(string List, string Column)> without)
    {
        var random = new Random(seed);
        return new([.. Rows.Select(row => row with { Cells = Completed(row, random, without) })]);
    }

    public Organisation Organisation()
    {
        var organisation = new Organisation();
        foreach (var row in Rows)
            organisation.Add(row.List, [.. row.Cells.Select(c => (c.Key, c.Value))]);
        return organisation;
    }

    private static RandomRows Of(Random random, int loose, string[] publications)
    {
        // The list of incidents was begun before the years that are compared.
        var rows = new List<Row>
        {
            new(
                "Incidents",
                new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    ["OccurredOn"] = "2024-06-01",
                    ["Publication"] = "Öppen",
                }
            ),
        };
        foreach (
            var list in SplgTemplate.Schema.Lists.Where(l =>
                !l.IsLibrary && l.Name is not ("Settings" or "ReviewRequests")
            )
        )
        {
            var count = list.Name == "Incidents" ? random.Next(60) : random.Next(16);
            for (var i = 0; i < count; i++)
                rows.Add(new(list.Name, Cells(list, i, random, loose, publications)));
        }
        return new(rows);
    }

    private static Dictionary<string, object> Cells(
        ListSchema list,
        int number,
        Random random,
        int loose,
        string[] publications
    )
    {
        var year = AnyYear(random);
        var cells = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var column in list.Columns)
        {
            var value = column.Name switch
            {
                "Publication" => publications[random.Next(publications.Length)],
                "Year" => year,
                // Closed after it was found, and a few are not: then their days can be compared.
                "ClosedOn" => $"{year}-12-{random.Next(29, 32)}",
                "Status" when list.Name == "Incidents" => column.Choices[^1],
                // So that each can be found again; a course has several rows.
                "Title" when list.Name != "TrainingResults" => $"{list.Name}{number}",
                "Clause" => Clauses[random.Next(Clauses.Length)],
                "SecrecyGround" or "ExternalKey" or "IaId" => "",
                _ => Value(column, random, year),
            };
            if (column.Name is not ("Publication" or "Clause") && random.Next(100) < loose)
                value = random.Next(2) == 0 ? "" : "oläsligt";
            if (value is not "")
                cells[column.Name] = value;
        }
        return cells;
    }

    private static int AnyYear(Random random) => Review.Organisation.Year - random.Next(2);

    private static object Value(ColumnSchema column, Random random, int year) =>
        column.Kind switch
        {
            ColumnKind.Choice => column.Choices[random.Next(column.Choices.Count)],
            ColumnKind.MultiChoice => column.Choices.Take(1 + random.Next(2)).ToArray(),
            ColumnKind.Number => (column.Minimum ?? 0) + random.Next(5),
            ColumnKind.YesNo => random.Next(2) == 0,
            ColumnKind.Date or ColumnKind.DateTime => $"{year}-{random.Next(1, 13):00}-{random.Next(1, 28):00}",
            _ => Texts[random.Next(Texts.Length)],
        };

    private static object Mirrored(object value) =>
        value switch
        {
            Review.Organisation.Year => Review.Organisation.Year - 1,
            Review.Organisation.Year - 1 => Review.Organisation.Year,
            string text when text.StartsWith("2025-", StringComparison.Ordinal) => "2026-" + text[5..],
            string text when text.StartsWith("2026-", StringComparison.Ordinal) => "2025-" + text[5..],
            _ => value,
        };

    private static Dictionary<string, object> Completed(
        Row row,
        Random random,
        IReadOnlyCollection<(string List, string Column)> without
    )
    {
        var cells = row.Cells.ToDictionary(StringComparer.Ordinal);
        foreach (var column in SplgTemplate.Schema.List(row.List).Columns)
        {
            var isLoose =
                !cells.TryGetValue(column.Name, out var value)
                || (value is "oläsligt" && column.Kind is not (ColumnKind.Text or ColumnKind.Note));
            // A day says which year a row is of where its year does not.
            if (
                column.Name == "Year"
                && SplgTemplate
                    .Schema.List(row.List)
                    .Columns.Any(c => c.Kind is ColumnKind.Date && cells.ContainsKey(c.Name))
            )
                continue;
            if (
                !isLoose
                || without.Contains((row.List, column.Name))
                || column.Kind is ColumnKind.Date or ColumnKind.DateTime
                || column.Name is "Publication" or "SecrecyGround" or "ExternalKey" or "IaId"
            )
                continue;
            cells[column.Name] =
                column.Name == "Year" ? AnyYear(random) : Value(column, random, Review.Organisation.Year);
        }
        return cells;
    }
}
