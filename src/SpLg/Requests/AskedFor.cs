namespace SpLg.Requests;

/// <summary>
/// What a row asks for, to tell whether it still asks for the same. An empty column means the usual, as everywhere.
/// </summary>
internal sealed record AskedFor(
    string? Year,
    string Type,
    string? Selection,
    string Edition,
    string? Template,
    string Period
)
{
    public static AskedFor Of(ReviewRequest request) =>
        new(
            request.Origin.Year.Text,
            request.DocumentType.Text ?? Choice.Text(DocumentType.ManagementReview),
            request.Selection,
            request.Edition.Text ?? Choice.Text(Core.Rows.Edition.Full),
            request.Template,
            string.Join(
                ' ',
                request.FollowUpFrom.Text,
                request.FollowUpTo.Text,
                request.PlanFrom.Text,
                request.PlanTo.Text,
                request.DpoReportYear.Text
            )
        );
}
