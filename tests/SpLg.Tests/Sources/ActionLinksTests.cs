namespace SpLg.Tests.Sources;

public class ActionLinksTests
{
    [Theory]
    [InlineData("Styrning av vattenrening i simhallarna")]
    [InlineData("  styrning  av VATTENRENING i simhallarna. ")]
    [InlineData("”Styrning av vattenrening i simhallarna”")]
    [InlineData("Styrning av vatten\u00adrening i\u00a0simhallarna")]
    [InlineData("\u200bStyrning av vattenrening\u2060 i simhallarna\ufeff")]
    [InlineData("Ｓｔｙｒｎｉｎｇ av vattenrening i simhallarna")]
    [InlineData("Styrning-av-vattenrening i simhallarna")]
    [InlineData("A\u030aterställning av vattenrening", "Återställning av vattenrening")]
    [InlineData("vattenrening")]
    [InlineData("Vattenreningen")]
    [InlineData("vattenreningens styrning")]
    [InlineData("KLASSA 2026: Styrning av vattenrening i simhallarna")]
    [InlineData("BEH-007")]
    [InlineData("beh 7")]
    [InlineData("rad 2")]
    [InlineData("Informationsbehandlingar rad 2")]
    [InlineData("2")]
    [InlineData("#2")]
    [InlineData("https://contoso.sharepoint.com/Lists/ProcessingActivities/DispForm.aspx?ID=2")]
    public void An_activity_is_found_however_it_is_written(
        string written,
        string title = "Styrning av vattenrening i simhallarna"
    )
    {
        var link = Of(
            new Organisation()
                .Add("ProcessingActivities", ("Title", "Låntagarregister"), ("ManagedObject", "Bibliotek"))
                .Add("ProcessingActivities", ("Title", title), ("ManagedObject", "Idrott"), ("ExternalKey", "BEH-007")),
            ("Source", "KLASSA"),
            ("SourceRow", written)
        );

        Assert.Equal([title], link.Activities.Select(a => a.Title));
        Assert.Equal(("Found", "Found"), (link.State.ToString(), link.About.ToString()));
        Assert.Equal([("Informationsbehandlingar", "2")], Rows(link));
    }

    [Theory]
    [InlineData("Incident", "IA-2026-0273", "Incidenter", "2")]
    [InlineData("Incident", "ia 2026 0273", "Incidenter", "2")]
    [InlineData("Incident", "IA20260273", "Incidenter", "2")]
    [InlineData("Incident", "IA-2026-273", "Incidenter", "2")]
    [InlineData("Incident", "2026-0273", "Incidenter", "2")]
    [InlineData("Incident", "Incidenten IA-2026-0273 (gästkonton)", "Incidenter", "2")]
    [InlineData("Incident", "rad 2", "Incidenter", "2")]
    [InlineData("", "IA-2026-0273", "Incidenter", "2")]
    [InlineData("VoR", "IA-2026-0273", "Incidenter", "2")]
    [InlineData("VoR", "delade konton i kassor", "Oönskade händelser", "1")]
    [InlineData("VoR", "Delade konton används", "Oönskade händelser", "1")]
    [InlineData("Självskattning", "8.1", "Självskattning", "2")]
    [InlineData("Självskattning", "Avsnitt 8.1.", "Självskattning", "2")]
    [InlineData("Självskattning", "8.1.1", "Självskattning", "3")]
    [InlineData("Revision", "Intern revision 2026", "Revisioner", "1")]
    [InlineData("Årshjul", "Informationssäkerhetsmånaden", "Årshjul", "1")]
    [InlineData("Beslut", "upp-002", "Upphandlingar", "1")]
    [InlineData("Beslut", "KFN 2026/0102", "Upphandlingar", "1")]
    public void The_source_s_row_is_found_by_its_number_key_or_name(
        string source,
        string written,
        string list,
        string id
    )
    {
        var link = Of(Sources(), ("Source", source), ("SourceRow", written), ("DecidedInYear", 2026));

        Assert.Equal([(list, id)], Rows(link));
        Assert.Equal(SourceState.Found, link.State);
    }

    [Fact]
    public void What_comes_from_an_incident_is_about_its_activity_and_what_comes_from_an_event_about_none()
    {
        var incident = Of(Sources(), ("Source", "Incident"), ("SourceRow", "IA-2026-0273"));
        var happening = Of(
            Sources(),
            ("Source", "VoR"),
            ("SourceRow", "Delade konton används i kassor och receptioner")
        );

        Assert.Equal(["Samarbetsytor"], incident.Activities.Select(a => a.Title));
        Assert.Equal((SourceState.NotSaid, 0), (happening.About, happening.Activities.Count));
    }

    [Fact]
    public void The_activity_that_is_chosen_goes_before_what_is_written()
    {
        var link = Of(
            Sources(),
            ("Source", "Incident"),
            ("SourceRow", "IA-2026-0273"),
            ("ProcessingActivityLookupId", "2"),
            ("ProcessingActivity", "Kassan")
        );

        Assert.Equal(["Kassan"], link.Activities.Select(a => a.Title));
        Assert.Equal([("Incidenter", "2"), ("Informationsbehandlingar", "2")], Rows(link));
    }

    [Fact]
    public void Of_what_is_told_every_year_the_year_decides()
    {
        Assert.Equal(
            [("Självskattning", "1")],
            Rows(Of(Sources(), ("Source", "Självskattning"), ("SourceRow", "8.1"), ("DecidedInYear", 2025)))
        );
        Assert.Equal(
            [("Självskattning", "2")],
            Rows(Of(Sources(), ("Source", "Självskattning"), ("SourceRow", "8.1")))
        );
        Assert.Equal(
            [("Självskattning", "1")],
            Rows(
                Of(
                    Sources(),
                    ("Source", "Självskattning"),
                    ("SourceRow", "Verksamhetsstyrning 2025"),
                    ("DecidedInYear", 2026)
                )
            )
        );
    }

    [Fact]
    public void A_kind_of_rows_is_no_single_row_and_no_fault()
    {
        var organisation = Sources();
        var link = Of(organisation, ("Source", "VoR"), ("SourceRow", "Behörighetshantering"));

        Assert.Equal(SourceState.Kind, link.State);
        Assert.Empty(Told(organisation));
    }

    [Theory]
    [InlineData("Kassor", "”Kassor” går inte att hitta i listan Informationsbehandlingar")]
    [InlineData("Kasan", "Menas ”Kassan”?")]
    [InlineData("yt", "”yt” går inte att hitta")]
    [InlineData(
        "Bokning",
        "”Bokning” kan betyda flera rader: rad 3 i Informationsbehandlingar (Bokning av lokaler) eller rad 4 i "
            + "Informationsbehandlingar (Bokning av kurser). Skriv hela namnet"
    )]
    public void What_cannot_be_made_out_is_told_with_list_row_column_and_what_to_do(string written, string told)
    {
        var organisation = Sources()
            .Add("ProcessingActivities", ("Title", "Bokning av lokaler"), ("ManagedObject", "Idrott"))
            .Add("ProcessingActivities", ("Title", "Bokning av kurser"), ("ManagedObject", "Kulturskola"));
        var link = Of(organisation, ("Source", "KLASSA"), ("SourceRow", written));
        var finding = Assert.Single(Told(organisation));

        Assert.True(link.IsUnplaced);
        Assert.Equal(
            (FindingLevel.Warning, "Åtgärder", "1", "Källans rad"),
            (finding.Level, finding.List, finding.RowId, finding.Column)
        );
        Assert.Contains(told, finding.Message, StringComparison.Ordinal);
        Assert.Contains("kolumnen Informationsbehandling", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_row_is_not_named_in_the_finding_of_another()
    {
        var organisation = new Organisation()
            .Add(
                "ProcessingActivities",
                ("Title", "Skyddade elever i kören"),
                ("ManagedObject", "A"),
                ("Publication", "Sekretess"),
                ("SecrecyGround", "21 kap. 3 §")
            )
            .Add(
                "ProcessingActivities",
                ("Title", "Skyddade elever i dansen"),
                ("ManagedObject", "B"),
                ("Publication", "Sekretess"),
                ("SecrecyGround", "21 kap. 3 §")
            )
            .Add("ActionItems", ("Title", "Nära"), ("SourceRow", "Skyddade elever i körem"))
            .Add("ActionItems", ("Title", "Flera"), ("SourceRow", "Skyddade elever"));

        Assert.Equal(2, Told(organisation).Count);
        Assert.All(Told(organisation), f => Assert.DoesNotMatch("kören|dansen", f.Message));
    }

    [Fact]
    public void A_choice_that_is_not_there_any_more_is_told_and_places_the_action_nowhere()
    {
        var organisation = Sources();
        var link = Of(organisation, ("SourceRow", "Kassan"), ("ProcessingActivityLookupId", "99"));

        Assert.Equal(SourceState.Unknown, link.About);
        organisation.Build();
        Assert.Contains(
            organisation.Findings,
            f =>
                f is { List: "Åtgärder", Column: "Informationsbehandling" }
                && f.Message.Contains("rad 99", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Names_of_one_object_written_in_several_ways_make_one_plan()
    {
        var review = new Organisation()
            .Add("ProcessingActivities", ("Title", "A"), ("ManagedObject", "Bibliotek"))
            .Add("ProcessingActivities", ("Title", "B"), ("ManagedObject", "bibliotek\u00a0"))
            .Add("ProcessingActivities", ("Title", "C"), ("ManagedObject", "Biblio\u00adtek"))
            .Build();

        Assert.Equal(3, Assert.Single(review.ControlPoints.ByObject).Rows.Count);
    }

    [Fact]
    public void A_title_that_activities_of_two_objects_have_places_the_action_in_neither_plan_and_is_told()
    {
        var organisation = new Organisation()
            .Add("ProcessingActivities", ("Title", "Bokning"), ("ManagedObject", "Idrott"))
            .Add("ProcessingActivities", ("Title", "bokning"), ("ManagedObject", "Bibliotek"));

        Assert.Equal(SourceState.Ambiguous, Of(organisation, ("Source", "KLASSA"), ("SourceRow", "Bokning")).About);
        Assert.StartsWith(
            "”Bokning” kan betyda flera rader: rad 1 i Informationsbehandlingar (Bokning) eller rad 2 i "
                + "Informationsbehandlingar (bokning).",
            Assert.Single(Told(organisation)).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("Idrott", "Idrott")]
    [InlineData("Idrott", "idrott ")]
    public void A_title_that_two_activities_of_one_object_have_is_about_that_object(string one, string other)
    {
        var organisation = new Organisation()
            .Add("ProcessingActivities", ("Title", "Bokning"), ("ManagedObject", one))
            .Add("ProcessingActivities", ("Title", "Bokning"), ("ManagedObject", other));

        Assert.Equal(SourceState.Found, Of(organisation, ("Source", "KLASSA"), ("SourceRow", "Bokning")).About);
        Assert.Empty(Told(organisation));
    }

    [Fact]
    public void A_system_that_several_objects_share_is_one_thing()
    {
        var organisation = new Organisation()
            .Add("ProcessingActivities", ("Title", "A"), ("System", "Evolution"), ("ManagedObject", "Idrott"))
            .Add("ProcessingActivities", ("Title", "B"), ("System", "Evolution"), ("ManagedObject", "Bibliotek"));

        Assert.Equal(2, Of(organisation, ("Source", "KLASSA"), ("SourceRow", "Evolution")).Activities.Count);
    }

    [Fact]
    public void Incidents_of_one_name_that_are_about_several_objects_leave_the_action_without_a_place()
    {
        var organisation = new Organisation()
            .Add("ProcessingActivities", ("Title", "A"), ("ManagedObject", "Idrott"))
            .Add("ProcessingActivities", ("Title", "B"), ("ManagedObject", "Bibliotek"))
            .Add("Incidents", ("Title", "Driftstopp"), ("ProcessingActivity", "A"), ("OccurredOn", "2026-03-01"))
            .Add("Incidents", ("Title", "Driftstopp"), ("ProcessingActivity", "B"), ("OccurredOn", "2026-03-01"));

        Assert.True(Of(organisation, ("Source", "Incident"), ("SourceRow", "Driftstopp")).IsUnplaced);
        Assert.Contains(
            "rad 1 i Incidenter eller rad 2 i Incidenter",
            Assert.Single(Told(organisation)).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("Incident", "3")]
    [InlineData("Incident", "rad 3")]
    [InlineData("", "#3")]
    [InlineData("Övrigt", "3")]
    public void A_row_number_of_one_list_is_not_looked_for_in_another(string source, string written)
    {
        var organisation = new Organisation()
            .Add(4, "ProcessingActivities", ("Title", "A"), ("ManagedObject", "Idrott"))
            .Add(4, "Decisions", ("Title", "B"), ("Year", 2026))
            .Add("Incidents", ("Title", "C"), ("OccurredOn", "2026-03-01"));

        Assert.Equal(SourceState.Unknown, Of(organisation, ("Source", source), ("SourceRow", written)).State);
        Assert.Contains(
            $"”{written}” går inte att hitta",
            Assert.Single(Told(organisation)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_activity_without_a_title_is_found_by_its_number()
    {
        var link = Of(
            new Organisation().Add("ProcessingActivities", ("System", "Kassan"), ("ManagedObject", "Idrott")),
            ("Source", "KLASSA"),
            ("SourceRow", "rad 1")
        );

        Assert.True(link.IsPlaced);
    }

    private static Organisation Sources() =>
        new Organisation()
            .Add("ProcessingActivities", ("Title", "Samarbetsytor"), ("ManagedObject", "Administration"))
            .Add("ProcessingActivities", ("Title", "Kassan"), ("ManagedObject", "Bad"))
            .Add("Incidents", ("Title", "En annan"), ("IaId", "IA-2026-0274"), ("OccurredOn", "2026-03-01"))
            .Add(
                "Incidents",
                ("Title", "Gästkonton läste för mycket"),
                ("IaId", "IA-2026-0273"),
                ("ProcessingActivityLookupId", "1"),
                ("ProcessingActivity", "Samarbetsytor"),
                ("OccurredOn", "2026-03-01")
            )
            .Add(
                "UndesiredEvents",
                ("Title", "Delade konton används i kassor och receptioner"),
                ("WorkingMethod", "Behörighetshantering"),
                ("Source", "VoR"),
                ("Year", 2026)
            )
            .Add(
                "UndesiredEvents",
                ("Title", "Behörigheter granskas inte"),
                ("WorkingMethod", "Behörighetshantering"),
                ("Source", "VoR"),
                ("Year", 2026)
            )
            .Add("RequirementAssessments", ("Title", "Verksamhetsstyrning"), ("Clause", "8.1"), ("Year", 2025))
            .Add("RequirementAssessments", ("Title", "Verksamhetsstyrning"), ("Clause", "8.1"), ("Year", 2026))
            .Add("RequirementAssessments", ("Title", "Ändringar"), ("Clause", "8.1.1"), ("Year", 2026))
            .Add("Audits", ("Title", "Intern revision av behörighetshantering"), ("CompletedOn", "2026-09-18"))
            .Add("Audits", ("Title", "Intern revision av loggar"), ("CompletedOn", "2025-09-18"))
            .Add("AnnualWheelActivities", ("Title", "Informationssäkerhetsmånad"), ("Month", 10))
            .Add(
                "Procurements",
                ("Title", "Styrsystem"),
                ("RegistryNumber", "KFN 2026/0102"),
                ("ExternalKey", "UPP-002")
            );

    private static ActionLink Of(Organisation organisation, params (string, object)[] action)
    {
        var lists = organisation.Add("ActionItems", [("Title", "Gör något"), .. action]).Read();
        return ActionLinks.Of(lists)[lists.ActionItems[^1]];
    }

    private static IReadOnlyList<(string, string)> Rows(ActionLink link) => [.. link.Rows.Select(r => (r.List, r.Id))];

    private static IReadOnlyList<Finding> Told(Organisation organisation)
    {
        var lists = organisation.Read();
        return [.. ActionLinkChecks.Of(lists, ActionLinks.Of(lists))];
    }
}
