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

    [Theory]
    [InlineData("https://x.sharepoint.com/sites/y/Lists/Incidents/2_.000")]
    [InlineData("https://x.sharepoint.com/sites/y/Lists/Incidents/2_.000?web=1#a")]
    [InlineData("https://x.sharepoint.com/sites/y/Lists/Incidents/%C3%84 2")]
    [InlineData("https://x.sharepoint.com/other/2_.000")]
    [InlineData("https://x.sharepoint.com/sites/y/Lists/Incidents/")]
    [InlineData("http://x")]
    public void The_address_of_a_row_is_what_was_sent_whatever_that_of_the_row_before_was(string address)
    {
        foreach (
            var before in new[] { "https://x.sharepoint.com/sites/y/Lists/Incidents/1_.000", "https://x", address }
        )
            Assert.Equal(new Uri(address), Rows(before, address)[1].WebUrl);
        Assert.Null(Read("{}").WebUrl);
    }

    [Theory]
    [InlineData("2_.000")]
    [InlineData("https://")]
    [InlineData("https://a b/2")]
    [InlineData("ftp://x.sharepoint.com/2")]
    [InlineData("https://x:99999/2")]
    public void What_is_no_address_of_a_row_is_told_whatever_that_of_the_row_before_was(string address)
    {
        foreach (
            var before in new[] { "https://x.sharepoint.com/sites/y/Lists/Incidents/1_.000", "https://x", "https://x/" }
        )
        {
            var odd = Assert.Throws<JsonException>(() => Rows(before, address));
            Assert.Equal($"value[1]: webUrl is '{address}', which is no web address", odd.Message);
        }
    }

    [Theory]
    [InlineData("\"eTag\":\"\\\"a,1\\\"\",\"@odata.etag\":\"\\\"b,2\\\"\"", "\"a,1\"")]
    [InlineData("\"@odata.etag\":\"\\\"b,2\\\"\"", "\"b,2\"")]
    [InlineData("\"@odata.etag\":\"\\\"b,2\\\"\",\"eTag\":null", "\"b,2\"")]
    [InlineData("\"eTag\":null", null)]
    public void The_version_of_a_row_is_its_eTag_and_else_its_annotation(string tags, string? expected) =>
        Assert.Equal(expected, Reader().One(Bytes($"{{\"id\":\"7\",{tags},\"fields\":{{}}}}")).ETag);

    [Theory]
    [InlineData("1", true)]
    [InlineData("2147483647", true)]
    [InlineData("2147483648", false)]
    [InlineData("0", false)]
    [InlineData("01", false)]
    [InlineData("+1", false)]
    [InlineData(" 1", false)]
    [InlineData("1.0", false)]
    public void The_id_of_a_row_is_a_whole_number_as_SharePoint_writes_it(string id, bool isOne)
    {
        var json = Bytes($"{{\"id\":\"{id}\",\"fields\":{{}}}}");
        if (isOne)
            Assert.Equal(id, Reader().One(json).Id);
        else
            Assert.Throws<JsonException>(() => Reader().One(json));
    }

    private static IReadOnlyList<ListRow> Rows(params string[] addresses)
    {
        var list = new RowAddresses();
        var rows = addresses.Select((a, n) => $"{{\"id\":\"{n + 1}\",\"webUrl\":\"{a}\",\"fields\":{{}}}}");
        return new RowAnswerReader<ListRow>(row => row.ToRow(list))
            .Page(Bytes($"{{\"value\":[{string.Join(',', rows)}]}}"))
            .Elements;
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
