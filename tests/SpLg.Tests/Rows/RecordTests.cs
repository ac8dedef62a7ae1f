using System.Collections;
using System.Reflection;

namespace SpLg.Tests.RowRecords;

/// <summary>Every record against the provisioning template, column by column.</summary>
public sealed class RecordTests
{
    private const string Day = "2026-03-01";
    private const string Moment = "2026-03-01T09:30:00Z";
    private static readonly string[] Common =
    [
        "Year",
        "Publication",
        "SecrecyGround",
        "PersonalDataReviewed",
        "ExternalKey",
    ];

    public static TheoryData<string> Records => [.. Types.Keys.Order(StringComparer.Ordinal)];

    private static Dictionary<string, Type> Types { get; } =
        typeof(Incident)
            .Assembly.GetTypes()
            .Where(t =>
                t.Namespace == typeof(Incident).Namespace && t.GetMethod("Read", [typeof(RowReader)]) is not null
            )
            .ToDictionary(t => t.Name);

    [Fact]
    public void Every_list_of_the_template_has_one_record_and_every_record_a_list() =>
        Assert.Equal(
            SplgTemplate.Schema.Lists.Where(l => !l.IsLibrary).Select(l => l.Name).Order(StringComparer.Ordinal),
            Types.Values.Select(ListName).Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Records))]
    public void A_full_row_is_read_from_exactly_the_columns_of_the_template(string record)
    {
        var (row, touched, findings) = Read(record, FullRow);

        Assert.Empty(findings);
        Assert.Equal(
            ListOf(record).Columns.Select(c => c.Name).Order(StringComparer.Ordinal),
            touched
                .Select(t => t.EndsWith("LookupId", StringComparison.Ordinal) ? t[..^"LookupId".Length] : t)
                .Distinct()
                .Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            // Words beside a person are in the person's property.
            ListOf(record)
                .Columns.Where(c => !ListOf(record).Columns.Any(p => ListOf(record).WordsBeside(p) == c))
                .Select(c => c.Name)
                .Except(Common)
                .Order(StringComparer.Ordinal),
            Properties(record).Select(ColumnOf).Order(StringComparer.Ordinal)
        );
        Assert.NotNull(row);
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void Each_property_holds_the_value_of_the_column_of_its_name(string record)
    {
        var (row, _, _) = Read(record, FullRow);

        foreach (var property in Properties(record))
            Assert.Equal(Expected(ListOf(record).Column(ColumnOf(property))), Shown(property.GetValue(row)));
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void The_common_columns_are_in_the_origin(string record)
    {
        var (row, _, _) = Read(record, FullRow);

        var origin = Assert.IsType<RowOrigin>(row.GetType().GetProperty("Origin")!.GetValue(row));
        Assert.Equal(ListOf(record).Title, origin.List);
        Assert.Equal("2026", origin.Year.Text);
        Assert.True(origin.Publication.Is(Publication.Secret));
        Assert.Equal("SecrecyGround", origin.SecrecyGround);
        Assert.Equal("ExternalKey", origin.ExternalKey);
        Assert.Equal(Choice.Texts<Publication>(), ListOf(record).Column("Publication").Choices);
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void Choices_in_code_are_those_of_the_column_in_the_same_order(string record)
    {
        foreach (var column in ListOf(record).Columns.Where(c => c.Choices.Count > 0 && !Common.Contains(c.Name)))
        {
            if (EnumOf(Types[record].GetProperty(column.Name)!.PropertyType) is { } values)
                Assert.Equal(TextsOf(values), column.Choices);
            else
                Assert.All(
                    column.Choices,
                    year =>
                        Assert.True(
                            int.TryParse(year, CultureInfo.InvariantCulture, out _),
                            $"{column.Name} has no enumeration, and '{year}' is no year."
                        )
                );
        }
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void An_empty_row_tells_of_each_required_column_and_of_nothing_else(string record)
    {
        var (_, _, findings) = Read(record, _ => []);

        Assert.Equal(
            ListOf(record).Columns.Where(c => c.Required).Select(c => c.DisplayName).Order(StringComparer.Ordinal),
            findings.Select(f => f.Column).Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void A_row_of_nonsense_is_read_to_the_end(string record)
    {
        var (row, _, findings) = Read(
            record,
            list => list.Columns.ToDictionary(c => c.Name, _ => "\u0001 ;# [nonsens")
        );

        Assert.NotNull(row);
        Assert.NotEmpty(findings);
    }

    private static (object Row, IReadOnlySet<string> Touched, IReadOnlyList<Finding> Findings) Read(
        string record,
        Func<ListSchema, Dictionary<string, string>> texts
    )
    {
        var list = ListOf(record);
        var fields = new WatchedFields(
            texts(list).ToDictionary(t => t.Key, t => JsonSerializer.SerializeToElement(t.Value))
        );
        var findings = new List<Finding>();
        var reader = new RowReader(list, new ListRow("1", null, null, fields), TimeZoneInfo.Utc, findings);
        var row = Types[record].GetMethod("Read", [typeof(RowReader)])!.Invoke(null, [reader])!;
        return (row, fields.Touched, findings);
    }

    // Text as a file holds it, which every kind of column can be read from; the column's name where any text will do.
    private static Dictionary<string, string> FullRow(ListSchema list) =>
        list.Columns.ToDictionary(c => c.Name, Expected);

    private static string Expected(ColumnSchema column) =>
        column.Kind switch
        {
            ColumnKind.Choice => column.Choices[^1],
            ColumnKind.MultiChoice => string.Join("; ", column.Choices),
            ColumnKind.Number => column.Name == "Year"
                ? "2026"
                : (column.Maximum ?? 7).ToString(CultureInfo.InvariantCulture),
            ColumnKind.YesNo => "Ja",
            ColumnKind.Date => Day,
            ColumnKind.DateTime => Moment,
            _ => column.Name,
        };

    private static string? Shown(object? value) =>
        value switch
        {
            Reference reference => reference.Text,
            string text => text,
            IEnumerable several => string.Join("; ", several.Cast<object>()),
            // An entry that could not be read shows its text all the same.
            { } entry when Unreadable(entry) => "unreadable",
            _ => value?.ToString(),
        };

    private static bool Unreadable(object entry) => (bool)entry.GetType().GetProperty("IsUnreadable")!.GetValue(entry)!;

    private static Type? EnumOf(Type property)
    {
        var entry =
            property.IsGenericType && property.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
                ? property.GetGenericArguments()[0]
                : property;
        return entry.IsGenericType && entry.GetGenericArguments()[0] is { IsEnum: true } values ? values : null;
    }

    private static IReadOnlyList<string> TextsOf(Type values) =>
        (IReadOnlyList<string>)
            typeof(Choice).GetMethod(nameof(Choice.Texts))!.MakeGenericMethod(values).Invoke(null, null)!;

    // A property is called as its column, but for the one name SharePoint keeps to itself.
    private static string ColumnOf(PropertyInfo property) => property.Name == "Order" ? "SortOrder" : property.Name;

    /// <summary>What is read from the row, and not what follows from it.</summary>
    private static IEnumerable<PropertyInfo> Properties(string record) =>
        Types[record].GetProperties().Where(p => p.CanWrite && p.Name != "Origin");

    private static ListSchema ListOf(string record) => SplgTemplate.Schema.List(ListName(Types[record]));

    private static string ListName(Type record) => (string)record.GetField("List")!.GetRawConstantValue()!;
}
