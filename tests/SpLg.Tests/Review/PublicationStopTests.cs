namespace SpLg.Tests.Review;

public class PublicationStopTests
{
    private const string Address = "anna.berg@example.se";

    /// <summary>
    /// Every column of every list that can hold words a person has written, but people and what says how the row may be
    /// used.
    /// </summary>
    public static TheoryData<string, string> Columns
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (
                var list in SplgTemplate.Schema.Lists.Where(l => !l.IsLibrary && KnownLists.TryFind(l.Name)!.IsExamined)
            )
            {
                foreach (
                    var column in list.Columns.Where(c =>
                        c.Kind is not (ColumnKind.Person or ColumnKind.Lookup)
                        && c.Name is not ("Publication" or "SecrecyGround" or "ExternalKey" or "PersonalDataReviewed")
                    )
                )
                    data.Add(list.Name, column.Name);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Columns))]
    public void An_address_in_any_column_of_an_open_row_stops_the_open_edition_unless_the_column_is_never_published(
        string list,
        string column
    )
    {
        var shown = SplgTemplate.Schema.List(list).Column(column);
        var findings = Stops(new Organisation().Add(list, (column, $"Fråga {Address} nu"), ("Publication", "Öppen")));

        // An action whose source cannot be made out is only counted.
        if (
            (list, column)
                is
                    ("Incidents", "Title" or "Description" or "IaId")
                    or
                    // The hours of single notifications stand in the full edition alone.
                    (
                        "Incidents",
                        "AwareAt"
                            or "ReportedToImyAt"
                            or "EarlyWarningAt"
                            or "ReportedAt"
                            or "FinalReportOn"
                            or "StatusReportOn"
                            or "HandedToCityAt"
                            or "LateReason"
                    )
                    or
                    ("ActionItems", "Source" or "SourceRow")
            // Of words beside a person only those of functions are told.
            || column.EndsWith("InWords", StringComparison.Ordinal)
        )
        {
            Assert.Empty(findings);
            return;
        }
        var finding = Assert.Single(findings);
        Assert.Equal(
            (FindingLevel.Error, SplgTemplate.Schema.List(list).Title, "1", shown.DisplayName),
            (finding.Level, finding.List, finding.RowId, finding.Column)
        );
        Assert.Contains("e-postadress", finding.Message, StringComparison.Ordinal);
        Assert.NotNull(finding.Link);
    }

    [Theory]
    [InlineData("811228-9874", "ett personnummer")]
    [InlineData(Address, "en e-postadress")]
    [InlineData("070-123 45 67", "ett telefonnummer")]
    public void It_is_lifted_by_a_decision_by_the_row_not_being_open_and_by_taking_the_text_away(
        string text,
        string what
    )
    {
        Assert.Contains(what, Assert.Single(Stops(With(text))).Message, StringComparison.Ordinal);
        // Of what describes a weakness nothing is told until somebody has decided; elsewhere what nobody has closed is
        // told.
        Assert.Empty(Stops(With(text, ("Publication", ""))));
        Assert.Contains(
            what,
            Assert.Single(Stops(new Organisation().Add("Objectives", ("Measure", $"Se {text}.")))).Message,
            StringComparison.Ordinal
        );
        Assert.Empty(Stops(With(text, ("PersonalDataReviewed", true))));
        Assert.Empty(Stops(With(text, ("Publication", "Intern"))));
        Assert.Empty(Stops(With(text, ("Publication", "Sekretess"), ("SecrecyGround", "18 kap. 8 §"))));
        Assert.Empty(Stops(With(text, ("Publication", "oklart"))));
        Assert.Empty(Stops(With("Ingenting")));
        Assert.Empty(PublicationStop.Of(With(text).Read(), Edition.Full));
    }

    [Theory]
    [InlineData("811228-9874", FindingLevel.Error)]
    [InlineData(Address, FindingLevel.Warning)]
    [InlineData("070-123 45 67", FindingLevel.Warning)]
    public void The_checks_tell_of_it_too_and_a_decision_makes_it_known_only(string text, FindingLevel level)
    {
        Assert.Equal(level, Found(With(text)));
        Assert.Equal(FindingLevel.Info, Found(With(text, ("PersonalDataReviewed", true))));
    }

    [Fact]
    public void An_identity_number_is_an_error_in_any_row_and_an_address_only_where_it_may_be_published()
    {
        Assert.Equal(FindingLevel.Error, Found(With("811228-9874", ("Publication", "Intern"))));
        Assert.Null(Found(With(Address, ("Publication", "Intern"))));
    }

    [Theory]
    [InlineData("<p>Ring 070-<b>123</b> 45 67</p>")]
    [InlineData("<div>811228&#45;9874</div>")]
    [InlineData("<p>Skriv till <a href=\"mailto:anna.berg%40example.se\">Anna</a></p>")]
    [InlineData("<p>Skriv till <a href=mailto:anna.berg@example.se>Anna</a></p>")]
    [InlineData("<p><img src=\"kort.png\" alt=\"Visitkort, 070-123 45 67\"></p>")]
    [InlineData("<p>Skriv till <anna.berg@example.se> om det</p>")]
    [InlineData("<p>Anna Berg <811228-9874></p>")]
    [InlineData("811228<span style=\"display:none\"> x </span>-9874")]
    [InlineData("811228<!-- x > y -->-9874")]
    [InlineData("811228<span title=\"a>b\"></span>-9874")]
    [InlineData("<nr=811228-9874>")]
    [InlineData("<p>8112<br>28-9874</p>")]
    [InlineData("<table><tr><td>811228<td>-9874</table>")]
    [InlineData("<p><b>8112</b><i>28&shy;-&#8203;98</i>74</p>")]
    [InlineData("<p>Se <a href=\"https://exempel.se/?nr=850709%2D9805\">här</a></p>")]
    [InlineData("<p><a href=\"tel:+46701234567\">Ring</a></p>")]
    [InlineData("<p>anna.svensson (at) gmail.com</p>")]
    [InlineData("<p>Om gränsen är < 5 ring 070-123 45 67 <b>genast</b></p>")]
    public void Formatted_text_is_read_as_a_reader_sees_it_with_its_links(string html) =>
        Assert.Single(
            Stops(new Organisation().Add("TextBlocks", ("Key", "syfte"), ("Text", html), ("Publication", "Öppen")))
        );

    [Fact]
    public void Numbers_in_two_paragraphs_are_not_one_unless_nothing_else_stands_there()
    {
        Assert.Empty(
            Stops(
                new Organisation().Add(
                    "TextBlocks",
                    ("Key", "syfte"),
                    ("Text", "<p>Den 811228</p><p>9874 kr</p>"),
                    ("Publication", "Öppen")
                )
            )
        );
        Assert.Single(
            Stops(
                new Organisation().Add(
                    "TextBlocks",
                    ("Key", "syfte"),
                    ("Text", "<p>811228</p><p>9874</p>"),
                    ("Publication", "Öppen")
                )
            )
        );
    }

    [Fact]
    public void A_summary_that_nobody_has_said_may_be_published_stops_nothing()
    {
        Assert.Empty(Stops(new Organisation().Add("Incidents", ("ReportSummary", Address))));
        Assert.Single(Stops(new Organisation().Add("Incidents", ("ReportSummary", Address), ("Publication", "Öppen"))));
    }

    [Fact]
    public void A_summary_with_a_number_is_shown_when_somebody_has_decided()
    {
        Assert.DoesNotContain("811228-9874", FieldText.Of(Summary().Build()), StringComparison.Ordinal);
        Assert.Contains(
            "811228-9874",
            FieldText.Of(Summary(("PersonalDataReviewed", true)).Build()),
            StringComparison.Ordinal
        );

        static Organisation Summary(params (string, object)[] more) =>
            new Organisation().Add(
                "Incidents",
                [
                    ("Year", Organisation.Year),
                    ("ReportSummary", "Gällde 811228-9874."),
                    ("Publication", "Öppen"),
                    .. more,
                ]
            );
    }

    private static Organisation With(string text, params (string Column, object Value)[] more) =>
        new Organisation().Add(
            "Audits",
            [
                ("Findings", $"Se {text}."),
                .. more.Any(m => m.Column == "Publication") ? [] : new (string, object)[] { ("Publication", "Öppen") },
                .. more,
            ]
        );

    private static IReadOnlyList<Finding> Stops(Organisation organisation) =>
        PublicationStop.Of(organisation.Read(), Edition.Open);

    private static FindingLevel? Found(Organisation organisation)
    {
        organisation.Build();
        return organisation.Findings.SingleOrDefault(f => f.Column == "Iakttagelser")?.Level;
    }
}
