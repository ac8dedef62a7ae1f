using SpLg.Core.PersonalData;

namespace SpLg.Core.Findings;

/// <summary>
/// Texts that stop an open edition: those in it that look like personal data and that nobody has decided about. It is
/// not to be written while there is any. The full edition is never stopped.
/// </summary>
public static class PublicationStop
{
    /// <param name="lists">All rows, as they were read.</param>
    /// <returns>One finding a text, in the order of lists and rows: where it is and what to do.</returns>
    public static IReadOnlyList<Finding> Of(OrganisationLists lists, Edition edition) =>
        edition == Edition.Full
            ? []
            : [.. CoverChecks.Of(lists), .. PersonalDataChecks.Undecided(OpenEdition.Of(lists))];
}
