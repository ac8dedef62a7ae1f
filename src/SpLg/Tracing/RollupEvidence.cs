namespace SpLg.Tracing;

/// <summary>One organisation of the roll-up, from the evidence that its approval froze.</summary>
internal static class RollupEvidence
{
    /// <param name="name">What messages and the document call the file.</param>
    /// <param name="year">The year it has to be of; null for any.</param>
    /// <exception cref="InvalidDataException">It is not of such a review; the message names it.</exception>
    /// <exception cref="PublicationStoppedException">A text looks like personal data that nobody has decided
    /// about.</exception>
    public static RollupOrganisation Read(byte[] content, string name, int? year)
    {
        var evidence = Evidence.Read(content, name, ShippedFiles.Schema(), []);
        if (evidence.Order is not { Type: DocumentType.ManagementReview, Edition: Edition.Full })
            throw new InvalidDataException(
                $"{name} is not the evidence of a management review in full but of "
                    + $"{Choice.Text(evidence.Order.Type)}, {Choice.Text(evidence.Order.Edition)}."
            );
        if (year is { } wanted && evidence.Order.Year != wanted)
            throw new InvalidDataException(
                string.Create(CultureInfo.InvariantCulture, $"{name} is of {evidence.Order.Year}, not of {wanted}.")
            );
        var approval =
            evidence.Approval
            ?? throw new InvalidDataException(
                $"{name} is the evidence of a draft: nobody has approved it. Give the file whose name ends in 'fastställd underlag.json'."
            );
        var open = evidence.DocumentsOf(ReviewPart.Open);
        // The rows have a checksum; what stands beside them has to agree.
        if (
            open.Request is not { } request
            || request.ApprovedOn.Value != approval.On
            || request.Approver?.Text != approval.Name
        )
        {
            throw new InvalidDataException(
                $"{name} has been changed: its row of Genomgångar does not say that {approval.Name} approved it "
                    + $"on {approval.On:yyyy-MM-dd}. "
                    + "Take the file from the library's version history."
            );
        }
        var review = open.Review;
        return new(review, review.Cover.Officer, approval.On, name, Fingerprint.HashOf(content));
    }
}
