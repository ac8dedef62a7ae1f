namespace SpLg.Core.Findings;

/// <summary>Data that the rules of one list may look at besides its own rows.</summary>
internal sealed record DataToCheck(OrganisationLists Lists, StalenessLimits Limits, ReviewYears Years, DateOnly Today)
{
    /// <summary>Made once, because it takes time and several lists ask for it.</summary>
    public ActionLinks Links { get; } = ActionLinks.Of(Lists);
}
