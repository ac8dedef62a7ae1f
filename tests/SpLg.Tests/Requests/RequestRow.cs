namespace SpLg.Tests.Requests;

/// <summary>A row of Genomgångar as the one reader reads it.</summary>
internal static class RequestRow
{
    private static readonly ListSchema Schema = ShippedFiles.Schema().List(ReviewRequest.List);

    /// <param name="cells">Columns with what they hold; null for an empty one.</param>
    public static ReviewRequest Of(params (string Name, string? Text)[] cells) =>
        ReviewRequest.Read(
            new(
                Schema,
                new ListRow(
                    "1",
                    null,
                    null,
                    cells
                        .Where(c => c.Text is not null)
                        .ToDictionary(c => c.Name, c => JsonSerializer.SerializeToElement(c.Text))
                ),
                TimeZoneInfo.Utc,
                []
            )
        );
}
