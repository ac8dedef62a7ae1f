namespace SpLg.Tests.SharePoint;

/// <summary>Rows come out of an answer as they were sent, and nothing in them is there twice.</summary>
public sealed class RowAnswerReaderTests
{
    private static readonly string[] Names = ["Title", "Year", "Unit", "Status"];

    [Fact]
    public void Cells_are_exactly_what_was_sent()
    {
        const string Fields = """
            {"@odata.etag":"\"x,1\"","Date":"2025-01-14","Id":"1a2b3c4d-0000-4000-8000-000000000001","Number":1.50,
            "Large":12345678901234567890,
             "Text":"\u00e5 \"x\" \\ud83d","Many":["2026"],"Link":{"Url":"https://x","Description":"y"},"Yes":true,"Nothing":null}
            """;
        var row = Read(Fields);

        using var sent = JsonDocument.Parse(Fields);
        foreach (var cell in sent.RootElement.EnumerateObject().Where(c => !c.Name.StartsWith('@')))
            Assert.Equal(cell.Value.GetRawText(), row.Fields[cell.Name].GetRawText());
        Assert.Equal(9, row.Fields.Count);
    }

    [Fact]
    public void Cells_that_come_in_another_order_or_are_absent_are_read_like_others()
    {
        var reader = new RowAnswerReader<ListRow>(row => row.ToRow());
        var orders = Orders(Names)
            .SelectMany(order => Enumerable.Range(0, order.Length + 1).Select(order.Take))
            .Select(o => o.ToArray())
            .ToList();
        var rows = orders.Select((order, n) => $"{{\"id\":\"{n + 1}\",\"fields\":{Object(order)}}}");

        var page = reader.Page(Bytes($"{{\"value\":[{string.Join(',', rows)}]}}"));

        Assert.Equal(orders, page.Elements.Select(row => row.Fields.Keys.ToArray()));
    }

    [Fact]
    public void A_cell_that_is_there_twice_is_named_wherever_it_stands_and_however_it_is_written()
    {
        foreach (var order in Orders(Names))
        {
            foreach (var twice in Names)
            {
                for (var place = 0; place <= order.Length; place++)
                {
                    // A page whose earlier rows are in order, and one where this is the first.
                    foreach (var before in new[] { "", $"{{\"id\":\"1\",\"fields\":{Object(Names)}}}," })
                    {
                        foreach (var name in new[] { twice, $"\\u{(int)twice[0]:x4}{twice[1..]}" })
                        {
                            var fields = Object([.. order.Take(place), name, .. order.Skip(place)]);
                            var odd = Assert.Throws<JsonException>(() =>
                                Reader().Page(Bytes($"{{\"value\":[{before}{{\"id\":\"2\",\"fields\":{fields}}}]}}"))
                            );
                            Assert.Contains($"'{twice}'", odd.Message, StringComparison.Ordinal);
                        }
                    }
                }
            }
        }
    }

    [Fact]
    public void A_row_of_more_names_than_any_list_has_columns_is_read()
    {
        var many = Enumerable.Range(0, 2000).Select(n => $"C{n}").ToArray();
        var rows = new[] { many, [.. many.Reverse()], many }.Select(
            (names, n) => $"{{\"id\":\"{n + 1}\",\"fields\":{Object(names)}}}"
        );

        Assert.All(
            Reader().Page(Bytes($"{{\"value\":[{string.Join(',', rows)}]}}")).Elements,
            row => Assert.Equal(2000, row.Fields.Count)
        );
    }

    private static RowAnswerReader<ListRow> Reader() => new(row => row.ToRow());

    private static ListRow Read(string fields) => Reader().One(Bytes($"{{\"id\":\"7\",\"fields\":{fields}}}"));

    private static byte[] Bytes(string json) => Encoding.UTF8.GetBytes(json);

    private static string Object(IEnumerable<string> names) =>
        $"{{{string.Join(',', names.Select((name, n) => $"\"{name}\":{n}"))}}}";

    private static IEnumerable<string[]> Orders(string[] names) =>
        names.Length <= 1
            ? [names]
            : names.SelectMany(first =>
                Orders([.. names.Where(n => n != first)]).Select(rest => (string[])[first, .. rest])
            );
}
