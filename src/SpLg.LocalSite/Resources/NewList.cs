namespace SpLg.LocalSite.Resources;

/// <summary>A list as SharePoint makes it before anybody adds to it.</summary>
internal static class NewList
{
    public static ListRecord Make(
        SiteRecord site,
        string title,
        string url,
        string template,
        Actor actor,
        DateTimeOffset now
    ) =>
        new(
            Id: Guid.NewGuid(),
            SiteId: site.Id,
            Title: title,
            Url: url,
            Template: template,
            Description: "",
            Hidden: false,
            IsSystem: false,
            Versioning: true,
            MinorVersions: template == ListTemplate.WebPageLibrary,
            Columns: [.. BuiltInColumns.Before(template), .. BuiltInColumns.After(template)],
            Views: Views(template),
            ETag: 1,
            CreatedBy: actor,
            Created: now,
            ModifiedBy: null,
            Modified: now
        );

    private static IReadOnlyList<ViewRecord> Views(string template) =>
        template == ListTemplate.GenericList
            ? [new("Alla objekt", true, ["LinkTitle"], "")]
            : [new("Alla dokument", true, ["LinkFilename", "Modified", "Editor"], "")];
}
