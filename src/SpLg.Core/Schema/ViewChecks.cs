namespace SpLg.Core.Schema;

/// <summary>
/// The rules of CAML View elements. https://learn.microsoft.com/sharepoint/dev/schema/view-element-view
/// </summary>
internal static class ViewChecks
{
    // https://learn.microsoft.com/office365/servicedescriptions/sharepoint-online-service-description/sharepoint-online-limits
    private const int MostLookups = 12;

    public static void Check(CheckedList list, Faults faults)
    {
        // The site's own library of pages keeps the views it has.
        if (
            !list.IsPages
            && list.Views.Count(v => SiteSchemaReader.Flag(v, "DefaultView")) is var defaults
            && defaults != 1
        )
            faults.Add(list.Instance, list.Title, null, $"{defaults} views have DefaultView=\"TRUE\"; one must.");
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var urls = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var view in list.Views)
        {
            var name = (string?)view.Attribute("DisplayName") ?? "";
            void Fault(string message) => faults.Add(view, list.Title, $"view '{name}'", message);

            if (view.Name != "View")
                Fault($"<{view.Name}> stands among the views; only <View> without namespace is CAML.");
            if (name.Length == 0)
                Fault("DisplayName is missing.");
            if (!names.Add(name))
                Fault("the list has another view of this DisplayName.");
            var url = (string?)view.Attribute("Url") ?? "";
            if (!urls.Add(url))
                Fault("the list has another view of this Url.");
            if (
                !url.StartsWith($"{{site}}/{list.Url}/{(list.IsLibrary ? "Forms/" : "")}", StringComparison.Ordinal)
                || !url.EndsWith(".aspx", StringComparison.Ordinal)
            )
                Fault($"Url must be {{site}}/{list.Url}/{(list.IsLibrary ? "Forms/" : "")}Name.aspx.");
            if (
                !int.TryParse(
                    view.Element("RowLimit")?.Value,
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var rows
                ) || rows is < 1 or > 5000
            )
                Fault("RowLimit must be 1–5000.");
            CheckColumns(view, list, Fault);
            if (view.Elements("Query").Count() != 1)
                Fault("there must be one Query.");
            else
                QueryChecks.Check(view.Element("Query")!, list, Fault);
        }
    }

    private static void CheckColumns(XElement view, CheckedList list, Action<string> fault)
    {
        string[] shown =
        [
            .. view.Elements("ViewFields").Elements("FieldRef").Select(r => (string?)r.Attribute("Name") ?? ""),
        ];
        if (shown.Length == 0)
            fault("ViewFields is empty.");
        if (shown.Distinct(StringComparer.Ordinal).Count() != shown.Length)
            fault("a column is shown twice.");
        foreach (var reference in view.Descendants("FieldRef"))
        {
            var name = (string?)reference.Attribute("Name") ?? "";
            if (list.TryField(name) is null && !CheckedList.IsBuiltIn(name))
                fault($"there is no column '{name}'.");
            if ((string?)reference.Attribute("Ascending") is not (null or "TRUE" or "FALSE"))
                fault($"Ascending of '{name}' must be TRUE or FALSE.");
        }
        var joined = view.Descendants("FieldRef")
            .Select(r => (string?)r.Attribute("Name") ?? "")
            .Distinct(StringComparer.Ordinal)
            .Count(list.IsLookupLike);
        if (joined > MostLookups)
            fault($"{joined} person and lookup columns in one view; SharePoint allows {MostLookups}.");
    }
}
