namespace SpLg.Organisations;

/// <summary>The review that every employee finds now.</summary>
/// <param name="Year">As the column holds it; null when it is empty or no number.</param>
/// <param name="Page">Address of its page; null when the request does not tell.</param>
internal sealed record LastPublished(string? Title, decimal? Year, DateOnly? ApprovedOn, string? Page);
