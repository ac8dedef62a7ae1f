namespace SpLg.Running;

/// <summary>That a person has approved a review, as SharePoint itself tells it: from the version of the request that set the status.</summary>
/// <param name="Name">The person's name in the directory.</param>
/// <param name="Email">One of <see cref="OpenSite.Approvers"/>.</param>
/// <param name="At">When the status was set.</param>
/// <param name="On">The day of that where the site is.</param>
internal sealed record Approval(string Name, string Email, DateTimeOffset At, DateOnly On);
