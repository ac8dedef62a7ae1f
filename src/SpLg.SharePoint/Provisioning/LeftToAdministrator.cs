namespace SpLg.SharePoint.Provisioning;

/// <summary>
/// Work left to an administrator, because Graph v1.0 cannot do it: its list resource knows neither views nor versioning
/// nor formatting.
/// </summary>
internal static class LeftToAdministrator
{
    public static string Of(ListSchema list)
    {
        var views = list.Views.Count > 0 ? $"its views ({string.Join(", ", list.Views.Select(v => v.Title))}), " : "";
        var versions = list switch
        {
            { MinorVersions: true } => "major and minor versions (drafts), ",
            { Versioning: true } => "version history, ",
            _ => "",
        };
        var rights = list.OwnRowsOnly
            ? "rights of its own (each case officer reads their own rows)"
            : "rights of its own";
        return $"List '{list.Title}': {views}{versions}formatting, validation rules, {rights} and the fixed ids of its columns.";
    }
}
