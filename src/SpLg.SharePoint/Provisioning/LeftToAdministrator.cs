using SpLg.Core.Schema;

namespace SpLg.SharePoint.Provisioning;

/// <summary>What the template declares and Graph v1.0 cannot do: its list resource knows neither views nor versioning nor formatting.</summary>
internal static class LeftToAdministrator
{
    public static IEnumerable<string> Of(ListSchema list)
    {
        if (list.Views.Count > 0)
            yield return $"List '{list.Title}': its views ({string.Join(", ", list.Views.Select(v => v.Title))}).";
        if (list.MinorVersions)
            yield return $"List '{list.Title}': major and minor versions (drafts).";
        else if (list.Versioning)
            yield return $"List '{list.Title}': version history.";
        yield return $"List '{list.Title}': formatting of columns and views, validation rules, permissions, and the fixed ids of its columns.";
    }
}
