namespace SpLg.SharePoint.Provisioning;

/// <summary>Report of what was done and what was not, each line in English and naming list and column.</summary>
/// <param name="Differs">Already there but not as the template says; nothing was changed.</param>
/// <param name="LeftToAdministrator">What Graph cannot do; applying the template with PnP PowerShell does it.</param>
public sealed record ProvisioningReport(
    IReadOnlyList<string> Created,
    IReadOnlyList<string> ColumnsAdded,
    IReadOnlyList<string> AlreadyThere,
    IReadOnlyList<string> Differs,
    IReadOnlyList<string> LeftToAdministrator
);
