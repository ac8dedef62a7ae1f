namespace SpLg.Word;

/// <summary>A generated part of a filled document that cannot be filled again and is left as it stands.</summary>
/// <param name="Id">As in <see cref="GeneratedPart"/>.</param>
/// <param name="Heading">The heading it stands under; null before the first.</param>
public sealed record LeftPart(string Id, string? Heading)
{
    /// <inheritdoc cref="EditedBlock.Where"/>
    public string Where => Heading is null ? "före första rubriken" : $"under rubriken ”{Heading}”";
}
