using SpLg.Core.Checklists;
using SpLg.Tests.Demo;

namespace SpLg.Tests.Checklists;

public class ActionPlanTests
{
    [Fact]
    public void Actions_belong_that_are_about_the_object_one_of_its_systems_or_one_of_its_activities()
    {
        var document = Of(
            Library()
                .Add("ActionItems", Action("Om objektet", "bibliotek"))
                .Add("ActionItems", Action("Om systemet", "Librion"))
                .Add("ActionItems", Action("Om behandlingen", "Utlåning"))
                .Add("ActionItems", Action("Om annat", "Badkassan"))
                .Add("ActionItems", ("Title", "Om inget"), ("Status", "Pågår"))
                .Add("ActionItems", Action("Gjord", "Utlåning", "Klar"))
        );

        Assert.Equal(
            ["Om behandlingen", "Om objektet", "Om systemet"],
            document.Column("Öppna åtgärder", "Åtgärd").Order()
        );
        Assert.Equal(["Gjord"], document.Column("Avslutade åtgärder", "Åtgärd"));
        Assert.Equal(
            "Av 4\u00a0åtgärder är tre öppna och en klar. Därutöver kan en åtgärd höra hit, men det går inte att "
                + "utläsa vad den gäller: ”Om annat”. "
                + "Listan Åtgärder har också en öppen åtgärd som inte gäller något visst förvaltningsobjekt.",
            document.Field("Åtgärdsmening")
        );
        Assert.Equal(["Om annat"], document.Column("Ej placerade åtgärder", "Åtgärd"));
        Assert.Equal(
            [1m, 1m],
            new[] { "Antal ej placerade åtgärder", "Antal åtgärder utan förvaltningsobjekt" }.Select(document.Field)
        );
    }

    [Fact]
    public void An_action_that_may_belong_to_two_objects_stands_as_unplaced_in_both_and_in_no_other()
    {
        var documents = Made.All(
            Library()
                .Add("ProcessingActivities", ("Title", "Bokning av lokaler"), ("ManagedObject", "Idrott"))
                .Add("ProcessingActivities", ("Title", "Bokning av kurser"), ("ManagedObject", "Kulturskola"))
                .Add("ActionItems", Action("Begränsa", "bokning"))
                .Read(),
            DocumentType.ActionPlan
        );

        Assert.Equal([0, 1, 1], documents.Select(d => d.Column("Ej placerade åtgärder", "Åtgärd").Count));
    }

    [Fact]
    public void An_action_of_the_sample_stands_in_a_plan_or_is_told_to_be_about_no_object()
    {
        var lists = DemoLists.Read([]);
        var documents = Made.All(lists, DocumentType.ActionPlan);
        var placed = documents
            .SelectMany(d => d.Column("Öppna åtgärder", "Åtgärd").Concat(d.Column("Avslutade åtgärder", "Åtgärd")))
            .Distinct()
            .Count();

        Assert.All(documents, d => Assert.Empty(d.Column("Ej placerade åtgärder", "Åtgärd")));
        Assert.Contains(
            "Gör riskanalys av Digital fritidsgård",
            documents
                .Single(d => d.Title.EndsWith("Fritid och unga", StringComparison.Ordinal))
                .Column("Öppna åtgärder", "Åtgärd")
        );
        Assert.True(placed >= 14, $"{placed} actions stand in a plan.");
    }

    [Fact]
    public void Gaps_are_told_in_words()
    {
        var document = Of(
            new Organisation().Add(
                "ProcessingActivities",
                ("Title", "Utlåning"),
                ("ManagedObject", "Bibliotek"),
                ("LastClassifiedOn", "2020-05-04"),
                ("LastRiskAnalysedOn", "2026-05-04"),
                ("LastAccessReviewedOn", "2026-05-04"),
                ("InProcessingRegister", false),
                ("DpiaStatus", "Saknas"),
                ("ClassificationProtocol", true),
                ("SystemDescription", true),
                ("ObjectOwner", "Linnea Åström"),
                ("OpenPartly", 1),
                ("OpenNot", 2)
            )
        );

        Assert.Equal(
            "Informationsklassningen är för gammal (4 maj 2020); finns inte i registerförteckningen; "
                + "konsekvensbedömning saknas; objektledare saknas; 1\u00a0öppen gul punkt; 2\u00a0öppna röda punkter",
            Assert.Single(document.Column("Behandlingar", "Brister i ord"))
        );
        Assert.Equal(6m, document.Field("Antal brister"));
    }

    [Fact]
    public void An_activity_is_in_one_plan_and_those_without_object_have_their_own()
    {
        var lists = DemoLists.Read([]);
        var documents = Made.All(lists, DocumentType.ActionPlan);

        Assert.Equal(
            lists.ProcessingActivities.Count,
            documents.Sum(d => d.Column("Behandlingar", "Informationsbehandling").Count)
        );
        var without = new Organisation().Add("ProcessingActivities", ("Title", "Ensam")).Read();
        Assert.Equal(
            "Handlingsplan 2026: Utan förvaltningsobjekt",
            Assert.Single(Made.All(without, DocumentType.ActionPlan)).Title
        );
    }

    [Fact]
    public void Red_points_without_action_are_those_that_the_data_findings_tell_of()
    {
        var lists = DemoLists.Read([]);
        var told = ProcessingActivity
            .AsList.Check(new(lists, StalenessLimits.Default, Organisation.Years, DemoLists.Today))
            .Where(f => f.Message.Contains("ingen öppen åtgärd", StringComparison.Ordinal));
        var titles = lists.ProcessingActivities.ToDictionary(a => a.Origin.Id, a => a.Title);

        Assert.Equal(
            told.Select(f => titles[f.RowId!]).Order(StringComparer.Ordinal),
            Made.All(lists, DocumentType.ActionPlan)
                .SelectMany(d => d.Column("Utan åtgärd", "Informationsbehandling").Cast<string>())
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Its_gaps_add_up_to_those_of_the_review()
    {
        var position = DemoLists.Review().ControlPoints;
        var gaps = Made.All(DemoLists.Read([]), DocumentType.ActionPlan).Sum(d => (decimal)d.Field("Antal brister")!);

        Assert.Equal(position.Rows.Sum(r => r.Points.Count(p => p == false)), gaps);
    }

    [Fact]
    public void Every_number_tells_its_rows()
    {
        var document = Of(Library().Add("ActionItems", Action("Om systemet", "Librion")));

        Assert.All(
            document.Fields.Fields.Where(f => f.Kind == FieldKind.Number),
            f => Assert.NotNull(f.Trace?.Invoke(document.Data))
        );
        Assert.Equal(
            ["1"],
            document.Fields.Named("Antal öppna åtgärder").Trace!(document.Data)!.Rows.Select(r => r.Id)
        );
    }

    private static ChecklistDocument Of(Organisation organisation) => Made.One(organisation, DocumentType.ActionPlan);

    private static Organisation Library() =>
        new Organisation().Add(
            "ProcessingActivities",
            ("Title", "Utlåning"),
            ("ManagedObject", "Bibliotek"),
            ("System", "Librion"),
            ("OpenNot", 1)
        );

    private static (string, object)[] Action(string title, string sourceRow, string status = "Pågår") =>
        [("Title", title), ("SourceRow", sourceRow), ("Status", status)];
}
