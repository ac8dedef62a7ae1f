using SpLg.Core.Choices;
using SpLg.Core.Lists;
using SpLg.Core.Review;
using SpLg.Core.Rows;

namespace SpLg.Running;

/// <summary>The documents an order asks for, made of one reading of the lists.</summary>
/// <param name="Request">The row of the list Genomgångar that the documents belong to; null when there is none.</param>
/// <param name="Findings">What is to say of the data, not of templates.</param>
internal sealed record DocumentSet(DocumentOrder Order, RowsAsRead Rows, ReviewRequest? Request, IReadOnlyList<PlannedDocument> Documents, IReadOnlyList<Finding> Findings)
{
    /// <param name="request">Id of the row that asks; null takes the latest that asks for the same.</param>
    /// <param name="findings">Those of reading the files; what is found here is added.</param>
    public static DocumentSet Build(DocumentOrder order, RowsAsRead rows, string? request, IList<Finding> findings)
    {
        var lists = rows.Typed(findings);
        var own = request is null ? order.Latest(lists.ReviewRequests) : lists.ReviewRequests.FirstOrDefault(r => r.Origin.Id == request);
        return new(order, rows, own, [Review(order, rows, lists, own, findings)], [.. findings]);
    }

    private static PlannedDocument Review(DocumentOrder order, RowsAsRead rows, OrganisationLists lists, ReviewRequest? request, ICollection<Finding> findings)
    {
        if (!string.IsNullOrWhiteSpace(order.Selection))
            throw new SiteFaultException($"Ledningens genomgång görs för hela organisationen, så urvalet ”{order.Selection}” går inte att använda. Töm kolumnen Urval, eller välj en annan dokumenttyp.");
        // The open edition is of the same review: it has that one's registration number and approval unless it has a row of its own.
        var registration = request ?? (order with { Edition = Edition.Full }).Latest(lists.ReviewRequests);
        var kind = DocumentKind.Of(DocumentType.ManagementReview);
        return new(
            DocumentName.Of($"Ledningens genomgång {order.Year}", order.Edition),
            kind,
            ReviewBuilder.Build(lists, registration, order.Year, order.Edition, rows.Today, findings),
            kind.Template);
    }
}
