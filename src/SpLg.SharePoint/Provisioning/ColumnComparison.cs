namespace SpLg.SharePoint.Provisioning;

/// <summary>
/// How a column that is there differs from the template. Its display name may be changed by staff and is not compared.
/// </summary>
internal static class ColumnComparison
{
    public static IEnumerable<string> Differences(ColumnSchema wanted, ColumnHeader found, string? lookupListId)
    {
        if (found.Kind is null)
            yield return $"should be {wanted.Kind}, but Graph does not tell its kind (hyperlink, managed metadata, several "
                + "persons or rows, or another kind we do not use)";
        else if (found.Kind != wanted.Kind)
            yield return $"should be {wanted.Kind}, is {found.Kind}";
        if (found.Kind is ColumnKind.Choice or ColumnKind.MultiChoice)
        {
            foreach (var missing in wanted.Choices.Except(found.Choices))
                yield return $"lacks the choice '{missing}'";
            foreach (var extra in found.Choices.Except(wanted.Choices))
                yield return $"has the choice '{extra}', which the template does not know";
        }

        if (found.Required != wanted.Required)
            yield return wanted.Required ? "should be required" : "should not be required";
        if (wanted.Indexed && !found.Indexed)
            yield return "should be indexed";
        if (found.EnforceUnique != wanted.EnforceUnique)
            yield return wanted.EnforceUnique ? "should enforce unique values" : "should not enforce unique values";
        if (
            lookupListId is not null
            && found.Kind == ColumnKind.Lookup
            && !string.Equals(found.LookupListId, lookupListId, StringComparison.OrdinalIgnoreCase)
        )
            yield return $"should look up in the list '{wanted.LookupList}', looks up in another";
    }
}
