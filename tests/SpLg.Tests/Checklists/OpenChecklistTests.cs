using SpLg.Tests.Demo;
using SpLg.Tests.Workbooks;
using SpLg.Word.Workbooks;

namespace SpLg.Tests.Checklists;

public class OpenChecklistTests
{
    public static TheoryData<DocumentType> Types =>
        [.. Enum.GetValues<DocumentType>().Where(t => t != DocumentType.ManagementReview)];

    [Theory]
    [MemberData(nameof(Types))]
    public void No_person_of_the_lists_is_named(DocumentType type)
    {
        var lists = DemoLists.Read([]);
        var people = lists
            .ActionItems.Select(a => a.Responsible)
            .Concat(lists.Procurements.Select(p => p.Buyer))
            .Concat(lists.ProcurementChecks.Select(c => c.AnsweredBy))
            .Concat(lists.ProcessingActivities.Select(a => a.ObjectOwner))
            .Concat(lists.RequirementAssessments.Select(a => a.Responsible))
            .Select(r => r?.Text)
            .OfType<string>()
            .Distinct()
            .ToList();
        var (full, open) = (Text(lists, type, Edition.Full), Text(lists, type, Edition.Open));

        Assert.NotEmpty(people);
        Assert.Contains(people, p => full.Contains(p, StringComparison.Ordinal));
        Assert.All(people, p => Assert.DoesNotContain(p, open, StringComparison.Ordinal));
    }

    [Fact]
    public void Rows_that_are_not_open_are_left_out_and_that_is_told()
    {
        var lists = new Organisation()
            .Add("AnnualWheelActivities", ("Title", "Öppen aktivitet"), ("Role", new[] { "Chefer" }), ("Month", 1))
            .Add(
                "AnnualWheelActivities",
                ("Title", "Hemlig aktivitet"),
                ("Role", new[] { "Chefer" }),
                ("Month", 2),
                ("Publication", "Intern")
            )
            .Read();
        var document = Assert.Single(Made.All(lists, DocumentType.RoleChecklist, edition: Edition.Open));

        Assert.DoesNotContain("Hemlig", FieldText.Of(document.Fields, document.Data), StringComparison.Ordinal);
        Assert.Contains(
            "en rad i underlaget utelämnad",
            Assert.IsType<string>(document.Field("Dokument.Utelämnat")),
            StringComparison.Ordinal
        );
    }

    private static string Text(SpLg.Core.Lists.OrganisationLists lists, DocumentType type, Edition edition) =>
        string.Join(
            '\n',
            Made.All(lists, type, edition: edition)
                .Select(d => FieldText.Of(d.Fields, d.Data) + WorkbookText.Of(Workbook.Write(d.Title, d.Sheets)))
        );
}
