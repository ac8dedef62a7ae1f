using SpLg.Core.Checklists;
using SpLg.Tests.Demo;

namespace SpLg.Tests.Checklists;

public class RoleChecklistTests
{
    [Theory]
    [InlineData("Årligen", 10, "oktober")]
    [InlineData("Tertial", 1, "januari, maj och september")]
    [InlineData("Tertial", 12, "april, augusti och december")]
    [InlineData("Tertial", null, "april, augusti och december")]
    [InlineData("Årligen", null, null)]
    [InlineData("Årligen", 13, null)]
    public void An_activity_comes_in_the_months_its_recurrence_says(string recurs, int? month, string? months)
    {
        var document = Of(
            new Organisation().Add(
                "AnnualWheelActivities",
                [
                    .. Activity("Kontroll", recurs),
                    .. month is { } m ? [("Month", (object)m)] : Array.Empty<(string, object)>(),
                ]
            )
        );

        Assert.Equal(
            months,
            Assert.Single(Assert.IsType<RoleChecklist>(document.Data).Activities) is var activity
                ? WheelActivity.Fields.Named("Månader").Read(activity)
                : null
        );
        Assert.Equal(months is null ? ["Kontroll"] : [], document.Column("Utan månad", "Aktivitet"));
    }

    [Fact]
    public void What_is_done_every_month_stands_once_with_a_box_for_each()
    {
        var document = Of(
            new Organisation().Add("AnnualWheelActivities", [.. Activity("Kontroll", "Månad"), ("Month", 3)])
        );

        Assert.Empty(document.Column("Månader", "Månad"));
        var boxes = Assert.IsType<string>(Assert.Single(document.Column("Varje månad", "Rutor")));
        Assert.Equal(12, boxes.Count(c => c == '☐'));
        Assert.Contains("☐\u00a0dec", boxes, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_actions_of_the_role_for_the_year_or_left_from_an_earlier_one_are_there()
    {
        var document = Of(
            new Organisation()
                .Add("ActionItems", Action("I år", "Pågår", "2026"))
                .Add("ActionItems", Action("Kvar", "Ej påbörjad", "2025"))
                .Add("ActionItems", Action("Nästa år", "Ej påbörjad", "2027"))
                .Add("ActionItems", Action("Gjord", "Klar", "2026"))
                .Add("ActionItems", [.. Action("Sen", "Pågår", "2026"), ("DueOn", "2026-06-30")])
                .Add(
                    "ActionItems",
                    ("Title", "Annan roll"),
                    ("Role", new[] { "HR" }),
                    ("PlannedYears", new[] { "2026" }),
                    ("Status", "Pågår")
                )
        );

        Assert.Equal(["Sen", "I år", "Kvar"], document.Column("Åtgärder", "Åtgärd"));
        Assert.Equal(
            ["30 juni 2026, försenad", "Tid saknas", "Tid saknas, kvar från 2025"],
            document.Column("Åtgärder", "När")
        );
        Assert.Equal(
            "Du som är chef har tre öppna åtgärder under 2026. En åtgärd är försenad.",
            document.Field("Mening")
        );
    }

    [Fact]
    public void What_all_staff_do_is_on_every_role_but_makes_no_document_of_its_own_for_a_role_without_more()
    {
        var lists = new Organisation()
            .Add(
                "AnnualWheelActivities",
                ("Title", "Öva"),
                ("Month", 10),
                ("Role", new[] { "Alla medarbetare" }),
                ("Recurs", "Årligen")
            )
            .Add("AnnualWheelActivities", [.. Activity("Planera", "Årligen"), ("Month", 1)])
            .Read();
        var documents = Made.All(lists, DocumentType.RoleChecklist);

        Assert.Equal(["Lathund 2026 för chefer", "Lathund 2026 för alla medarbetare"], documents.Select(d => d.Title));
        Assert.Equal(["Januari", "Oktober"], documents[0].Column("Månader", "Månad"));
    }

    [Fact]
    public void A_role_without_anything_says_so()
    {
        var document = Made.One(
            new Organisation().Add("AnnualWheelActivities", [.. Activity("Planera", "Årligen"), ("Month", 1)]),
            DocumentType.RoleChecklist,
            "HR"
        );

        Assert.StartsWith(
            "Du som arbetar med HR har inga aktiviteter i årshjulet och inga öppna åtgärder för 2026.",
            Assert.IsType<string>(document.Field("Underlag")),
            StringComparison.Ordinal
        );
        Assert.Null(document.Field("Mening"));
    }

    [Theory]
    [InlineData("chefer")]
    [InlineData("Chefer")]
    [InlineData("chef")]
    public void A_role_is_found_by_its_name(string selection) =>
        Assert.Equal(
            "Chefer",
            Assert.Single(Made.All(DemoLists.Read([]), DocumentType.RoleChecklist, selection)).Field("Roll")
        );

    [Fact]
    public void Every_role_of_the_list_has_words_of_its_own() =>
        Assert.Equal(Enum.GetValues<ActionRole>().Length, RoleName.All.Select(r => r.You).Distinct().Count());

    private static ChecklistDocument Of(Organisation organisation) =>
        Made.One(organisation, DocumentType.RoleChecklist, "Chefer");

    private static (string, object)[] Activity(string title, string recurs) =>
        [("Title", title), ("Role", new[] { "Chefer" }), ("Recurs", recurs)];

    private static (string, object)[] Action(string title, string status, string year) =>
        [("Title", title), ("Role", new[] { "Chefer" }), ("PlannedYears", new[] { year }), ("Status", status)];
}
