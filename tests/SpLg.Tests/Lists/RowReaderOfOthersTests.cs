namespace SpLg.Tests.Lists;

/// <summary>Cells as other programs write them.</summary>
public sealed partial class RowReaderTests
{
    [Theory]
    [InlineData("Gäller <strong>alla</strong> dörrar<br>och portar", "Gäller alla dörrar\noch portar")]
    [InlineData("Se <a href='https://exempel.se/x'>avtalet</a>.", "Se avtalet (https://exempel.se/x).")]
    [InlineData("<div class='ExternalClass0A1B'><p>Hej</p></div>", "Hej")]
    public void A_plain_note_that_came_as_html_is_told(string note, string expected)
    {
        Assert.Equal(expected, Row($"{{\"Note\":{JsonSerializer.Serialize(note)}}}").Text("Note"));

        var told = Assert.Single(findings);
        Assert.Equal((FindingLevel.Info, "Anteckning"), (told.Level, told.Column));
        Assert.Contains("formaterad text", told.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("System.Object[]")]
    [InlineData("System.Collections.Generic.List`1[System.String]")]
    [InlineData("Microsoft.SharePoint.Client.FieldUserValue")]
    [InlineData("Microsoft.SharePoint.Client.Taxonomy.TaxonomyFieldValueCollection")]
    [InlineData("Microsoft.Graph.PowerShell.Models.MicrosoftGraphUser")]
    [InlineData("System.Management.Automation.PSCustomObject")]
    [InlineData("System.Data.DataRow")]
    [InlineData("System.Collections.Hashtable")]
    [InlineData("System.Xml.XmlElement")]
    [InlineData("[object Object]")]
    [InlineData("#SAKNAS!")]
    [InlineData("#namn?")]
    [InlineData("#REF!")]
    [InlineData("#DIVISION/0!")]
    [InlineData("#####")]
    [InlineData("null")]
    [InlineData("NaN")]
    [InlineData("undefined")]
    [InlineData("[]")]
    public void What_other_programs_write_for_nothing_is_nothing_and_told(string text)
    {
        var row = Row(
            JsonSerializer.Serialize(
                new[] { "Note", "Html", "Status", "Level", "Open", "Day", "Person", "Roles", "Years" }.ToDictionary(
                    n => n,
                    _ => text
                )
            )
        );

        Assert.Null(row.Text("Note"));
        Assert.Null(row.Html("Html"));
        Assert.True(row.Choice<IncidentStatus>("Status").IsEmpty);
        Assert.True(row.Number("Level").IsEmpty);
        Assert.True(row.YesNo("Open").IsEmpty);
        Assert.True(row.Date("Day").IsEmpty);
        Assert.Null(row.Reference("Person"));
        Assert.Empty(row.Choices<ActionRole>("Roles"));
        Assert.Empty(row.Texts("Years"));
        // An empty array is no text at all where a column has several values.
        Assert.Equal(text == "[]" ? 7 : 9, findings.Count(f => f.Message.Contains(text, StringComparison.Ordinal)));
        Assert.All(findings, f => Assert.Contains("läses som tom", f.Message, StringComparison.Ordinal));
    }

    public static TheoryData<string, string> LostWords { get; } =
        new(
            from column in (string[])["Publication", "SecrecyGround"]
            from word in NoValue.Words.Concat(["System.Object[]", "#####"])
            select (column, word)
        );

    [Theory, MemberData(nameof(LostWords))]
    public void A_row_stays_closed_when_the_value_that_may_have_closed_it_is_lost(string column, string word)
    {
        var list = ShippedFiles.Schema().List(Incident.List);
        var fields = JsonSerializer.Serialize(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["Title"] = "Brand", [column] = word }
        );
        var row = new ListRow("7", null, null, JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(fields)!);

        var told = new List<Finding>();
        Assert.True(new RowReader(list, row, TimeZoneInfo.Utc, told).Origin().IsSecret);
        Assert.Contains(told, f => f.Message.Contains(word, StringComparison.Ordinal));
        Assert.All(
            KnownLists.All,
            l => Assert.NotEqual(Told.Alone, l.OwnTold(new RowReader(list, row, TimeZoneInfo.Utc, []).Origin()))
        );
    }

    [Fact]
    public void A_ground_and_a_key_of_nothing_that_is_seen_are_none()
    {
        var list = ShippedFiles.Schema().List(Incident.List);
        var fields = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(
            """{"SecrecyGround":"\u200b","ExternalKey":"\u200b"}"""
        )!;

        var origin = new RowReader(list, new("7", null, null, fields), TimeZoneInfo.Utc, []).Origin();

        Assert.Null(origin.SecrecyGround);
        Assert.Null(origin.ExternalKey);
    }

    [Theory]
    [InlineData("System.Drift")]
    [InlineData("Microsoft 365")]
    [InlineData("#1 i listan")]
    [InlineData("Nulltolerans")]
    [InlineData("[1]")]
    [InlineData("System.Text.Json")]
    [InlineData("System.Data.SqlClient")]
    [InlineData("Microsoft.Office.Interop")]
    [InlineData("PnP.PowerShell")]
    public void Words_of_people_that_look_like_them_stay(string text)
    {
        Assert.Equal(text, Row($"{{\"Note\":{JsonSerializer.Serialize(text)}}}").Text("Note"));
        Assert.Empty(findings);
    }

    [Theory]
    [InlineData("1899-12-30")]
    [InlineData("1899-12-30T00:00:00")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("1970-01-01T00:00:00Z")]
    [InlineData("1970-01-01")]
    [InlineData("1900-01-01")]
    [InlineData("0001-01-01")]
    public void The_first_day_of_another_programs_calendar_is_no_day_and_told(string text)
    {
        Assert.True(Row($"{{\"Day\":\"{text}\"}}").Date("Day").IsEmpty);
        Assert.Contains("läses som tom", Assert.Single(findings).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\u200b", "")]
    [InlineData("\ufeff", "\u200e")]
    [InlineData("\u2060", "\u202c")]
    [InlineData("\u3164", "\u00ad")]
    [InlineData("\ufe0f", "\u00a0")]
    public void Characters_that_nobody_sees_count_in_no_value_that_is_compared(string before, string after)
    {
        var row = Row(
            JsonSerializer.Serialize(
                new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    ["Status"] = $"{before}Åtgär{before}das{after}",
                    ["Level"] = $"{before}3{after}",
                    ["Share"] = $"1{after}000,5{before}",
                    ["Year"] = $"20{before}26{after}",
                    ["Open"] = $"{before}Ja{after}",
                    ["Day"] = $"{before}2026\u201101\u201114{after}",
                    ["Years"] = new[] { $"{before}2026{after}" },
                    ["PersonLookupId"] = $"{before}3{after}",
                }
            )
        );

        Assert.True(row.Choice<IncidentStatus>("Status").Is(IncidentStatus.Mended));
        Assert.True(row.Number("Level").Is(3));
        Assert.True(row.Number("Share").Is(1000.5m));
        Assert.True(row.Number("Year").Is(2026));
        Assert.True(row.YesNo("Open").Is(true));
        Assert.True(row.Date("Day").Is(new DateOnly(2026, 1, 14)));
        Assert.Equal(["2026"], row.Texts("Years"));
        Assert.Equal(3, row.Reference("Person")!.Id);
        Assert.Empty(findings);
    }
}
