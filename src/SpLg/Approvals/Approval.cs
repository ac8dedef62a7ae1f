namespace SpLg.Approvals;

/// <summary>
/// That a person has approved a review, as SharePoint itself tells it: from the version of the request that set the
/// status.
/// </summary>
/// <param name="Name">The person's name in the directory.</param>
/// <param name="Email">One of <see cref="OpenSite.Approvers"/>.</param>
/// <param name="At">When the status was set.</param>
/// <param name="On">The day of that where the site is.</param>
/// <param name="Version">The label of that version, such as <c>7.0</c>; null when it is not known.</param>
internal sealed record Approval(string Name, string Email, DateTimeOffset At, DateOnly On, string? Version)
{
    /// <summary>True when the person knew that something is missing.</summary>
    public bool IsDespiteGaps { get; init; }

    /// <summary>
    /// Whether both are the same act. SharePoint keeps whole seconds, so the time alone does not tell two of them
    /// apart.
    /// </summary>
    public bool Is(Approval? other) =>
        other is not null
        && At == other.At
        && string.Equals(Email, other.Email, StringComparison.OrdinalIgnoreCase)
        && (Version is null || other.Version is null || Version == other.Version);
}
