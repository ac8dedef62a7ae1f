namespace SpLg.Tests.Requests;

public class RequestChangeTests
{
    [Fact]
    public void What_is_not_set_is_not_written_and_an_empty_value_empties_its_column()
    {
        Assert.Empty(new RequestChange().Columns());

        var change = new RequestChange
        {
            Status = ReviewStatus.DraftReady,
            RunId = new(null),
            ApprovedOn = new(null),
            Document = new("https://lindo.example/a.docx"),
        };

        Assert.Equal(
            new Dictionary<string, object?>
            {
                ["Status"] = "Utkast klart",
                ["RunId"] = null,
                ["ApprovedOn"] = null,
                ["Document"] = "https://lindo.example/a.docx",
            },
            change.Columns()
        );
    }

    [Fact]
    public void Each_property_is_a_column_of_the_list_and_is_written_under_its_name()
    {
        var list = ShippedFiles.Schema().List(ReviewRequest.List);
        var change = new RequestChange
        {
            Title = "t",
            Year = 2026,
            DocumentType = DocumentType.ManagementReview,
            Selection = new("s"),
            Template = new("t"),
            Edition = Edition.Full,
            RegistryNumber = "n",
            ExternalKey = "k",
            Status = ReviewStatus.Requested,
            Handled = ReviewStatus.Published,
            Message = "m",
            Findings = "f",
            RunId = new("r"),
            LastRunOn = new DateTimeOffset(
                year: 2026,
                month: 3,
                day: 1,
                hour: 0,
                minute: 0,
                second: 0,
                offset: TimeSpan.Zero
            ),
            ApprovedOn = new(new DateOnly(2026, 3, 1)),
            Approver = new(1, "Karin"),
            Document = new("d"),
            Page = new("p"),
            MeetingOn = new(2026, 2, 1),
            Present = "n",
            Suitable = Verdict.Yes,
            SuitableReason = "r",
            Adequate = Verdict.Partly,
            AdequateReason = "r",
            Effective = Verdict.No,
            EffectiveReason = "r",
            GapsReason = "r",
            WithdrawalReason = new("r"),
            Withdrawal = "w",
            FollowUpFrom = new(new DateOnly(2025, 1, 1)),
            FollowUpTo = new(new DateOnly(2025, 8, 31)),
            PlanFrom = new(2026),
            PlanTo = new(2028),
            DpoReportYear = new(2024),
        };

        Assert.Equal(
            typeof(RequestChange).GetProperties().Select(p => p.Name).Order(StringComparer.Ordinal),
            change.Columns().Keys.Order(StringComparer.Ordinal)
        );
        Assert.All(change.Columns().Keys, name => Assert.Equal(name, list.Column(name).Name));
    }
}
