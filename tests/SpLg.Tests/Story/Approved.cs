using SpLg.Tracing;

namespace SpLg.Tests.Story;

/// <summary>Reviews as they are when a person has approved them, made of a site's rows.</summary>
internal static class Approved
{
    private static readonly DateOnly On = new(2026, 12, 3);

    /// <param name="approver">Name and e-mail address.</param>
    public static async Task<ApprovedReview> ReviewAsync(
        TestSite test,
        OpenSite site,
        (string Name, string Email) approver,
        int year = 2026
    )
    {
        await RequestAsync(test, site, approver.Name, year);
        var rows = await RowsOfSite.ReadAsync(
            site,
            site.Schema.Lists,
            TimeProvider.System,
            new Lines().Progress,
            CancellationToken.None
        );
        var open = DocumentSet.Build(new(year, Edition: Edition.Open), rows, null, []);
        var document = open.Documents.Single();
        var template = Template.Compile(
            ShippedFiles.Template(document.Template),
            document.Template,
            document.Kind.Fields
        );
        var content = DocumentFile
            .Fill(template, document, DocumentTrace.Of(open, document, new(DateTimeOffset.UnixEpoch, "run")))
            .Content;
        var approval = new Approval(
            approver.Name,
            approver.Email,
            new(On, TimeOnly.MinValue, TimeSpan.Zero),
            On,
            "7.0"
        );
        return new(approval, [new(ReviewPart.Open, (BuiltReview)document.Data, content)]);
    }

    private static async Task RequestAsync(TestSite test, OpenSite site, string approver, int year)
    {
        var person = (await site.Reader.PeopleAsync(CancellationToken.None))!.Values.FirstOrDefault(p =>
            p.Name == approver
        );
        var id = await test.RequestAsync(site, year, ReviewStatus.Approved);
        await site.Writer.UpdateAsync(
            site.List(ReviewRequest.List),
            site.Schema.List(ReviewRequest.List),
            id,
            new Dictionary<string, object?>
            {
                ["RegistryNumber"] = "KFN 2026/117",
                ["ApprovedOn"] = On,
                ["Approver"] = person is null ? null : new Reference(person.Id, approver),
            },
            null,
            CancellationToken.None
        );
    }
}
