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
            Guid.NewGuid(),
            site.Id,
            title,
            url,
            template,
            "",
            false,
            false,
            Versioning: true,
            MinorVersions: template == ListTemplate.WebPageLibrary,
            [.. BuiltInColumns.Before(template), .. BuiltInColumns.After(template)],
            Views(template),
            1,
            actor,
            now,
            null,
            now
        );

    private static IReadOnlyList<ViewRecord> Views(string template) =>
        template == ListTemplate.GenericList
            ? [new("Alla objekt", true, ["LinkTitle"], "")]
            : [new("Alla dokument", true, ["LinkFilename", "Modified", "Editor"], "")];
}
