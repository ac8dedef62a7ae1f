namespace SpLg.Core.Schema;

/// <summary>
/// The rules the XSD cannot see: it lets any XML stand inside Fields and Views, and SharePoint tells of a mistake there
/// only when the template is applied, or not at all.
/// </summary>
public static partial class SchemaChecks
{
    private static readonly XNamespace Pnp = SiteSchemaReader.Pnp;

    /// <summary>Every fault of the template, with line, list and column or view; empty when there is none.</summary>
    public static IReadOnlyList<string> Check(XDocument template)
    {
        var faults = new Faults();
        var titles = new List<string>();
        var urls = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var ids = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var instance in template.Descendants(Pnp + "ListInstance"))
        {
            var list = new CheckedList(instance);
            if (titles.Contains(list.Title, StringComparer.OrdinalIgnoreCase))
                faults.Add(instance, list.Title, null, "another list has this Title.");
            if (!urls.Add(list.Url))
                faults.Add(instance, list.Title, null, "another list has this Url.");
            CheckSettings(list, faults);
            CheckRights(list, faults);
            FieldChecks.Check(list, titles, ids, faults);
            ViewChecks.Check(list, faults);
            FormulaChecks.Check(list, faults);
            CheckRows(list, faults);
            titles.Add(list.Title);
        }
        if (titles.Count == 0)
            faults.Add(template.Root ?? new XElement("none"), null, null, "there is no ListInstance.");
        CheckParameters(template, faults);
        return faults.Found;
    }

    // The engine leaves a token it does not know as it stands: a group would be called "{parameter:…}".
    private static void CheckParameters(XDocument template, Faults faults)
    {
        var declared = template
            .Descendants(Pnp + "Parameter")
            .Select(p => (string?)p.Attribute("Key"))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var element in template.Descendants())
        {
            var texts = element
                .Attributes()
                .Select(a => a.Value)
                .Concat(element.Nodes().OfType<XText>().Select(t => t.Value));
            foreach (
                var key in texts
                    .SelectMany(t => ParameterToken().Matches(t))
                    .Select(m => m.Groups["key"].Value)
                    .Where(k => !declared.Contains(k))
            )
                faults.Add(element, null, null, $"there is no parameter '{key}'.");
        }
    }

    private static void CheckSettings(CheckedList list, Faults faults)
    {
        void Fault(string message) => faults.Add(list.Instance, list.Title, null, message);

        var minor = SiteSchemaReader.Flag(list.Instance, "EnableMinorVersions");
        if (!(list.IsLibrary ? LibraryUrl() : ListUrl()).IsMatch(list.Url))
            Fault(
                $"Url '{list.Url}' must be {(list.IsLibrary ? "" : "Lists/")}Name with an ASCII name, as Graph "
                    + "and the code find the list by it."
            );
        if (minor && !list.IsLibrary)
            Fault("EnableMinorVersions is for libraries only.");
        if (minor && !SiteSchemaReader.Flag(list.Instance, "EnableVersioning"))
            Fault("EnableMinorVersions needs EnableVersioning.");
        if ((string?)list.Instance.Attribute("DraftVersionVisibility") is { } draft)
        {
            if (draft is not ("0" or "1" or "2"))
                Fault("DraftVersionVisibility is 0 (readers), 1 (editors) or 2 (approvers).");
            else if (draft == "2" && !SiteSchemaReader.Flag(list.Instance, "EnableModeration"))
                Fault("DraftVersionVisibility 2 needs EnableModeration; the engine skips it otherwise.");
        }
    }

    // https://learn.microsoft.com/sharepoint/understanding-permission-levels
    private static void CheckRights(CheckedList list, Faults faults)
    {
        void Fault(string message) => faults.Add(list.Instance, list.Title, null, message);

        // A list that inherits is read by all who can open the site.
        if (
            !list
                .Instance.Elements(Pnp + "Security")
                .Elements(Pnp + "BreakRoleInheritance")
                .Any(b => (string?)b.Attribute("CopyRoleAssignments") is "false" or "0")
        )
            Fault("it has no rights of its own: <pnp:BreakRoleInheritance CopyRoleAssignments=\"false\"> is missing.");
        var (read, write) = (
            (string?)list.Instance.Attribute("ReadSecurity"),
            (string?)list.Instance.Attribute("WriteSecurity")
        );
        if (read is not (null or "1" or "2") || write is not (null or "1" or "2" or "4"))
            Fault("ReadSecurity is 1 (all rows) or 2 (one's own), WriteSecurity 1, 2 or 4 (nobody).");
        if (read == "2" && (list.IsLibrary || write is null or "1"))
            Fault(
                "ReadSecurity 2 is for lists, and needs WriteSecurity 2 or 4: else a row that cannot be read can be changed."
            );
        // Whoever may not read a row could learn from a refused value that the row is there, so SharePoint takes only
        // one of the two.
        if (
            read == "2"
            && list.Fields.FirstOrDefault(f => SiteSchemaReader.Flag(f, "EnforceUniqueValues")) is { } unique
        )
            Fault(
                $"column '{(string?)unique.Attribute("Name")}' is unique; SharePoint refuses that in a list with ReadSecurity 2."
            );
    }

    private static void CheckRows(CheckedList list, Faults faults)
    {
        foreach (var rows in list.Instance.Elements(Pnp + "DataRows"))
        {
            // Without a key column the engine adds the rows again each time the template is applied.
            if ((string?)rows.Attribute("KeyColumn") is not { } key || list.TryField(key) is null)
                faults.Add(rows, list.Title, "DataRows", "KeyColumn must name a column of the list.");
            foreach (var value in rows.Descendants(Pnp + "DataValue"))
            {
                if (list.TryField((string?)value.Attribute("FieldName") ?? "") is null)
                    faults.Add(
                        value,
                        list.Title,
                        "DataRows",
                        $"there is no column '{(string?)value.Attribute("FieldName")}'."
                    );
            }
        }
    }

    [GeneratedRegex(@"\{parameter:(?<key>[^}]*)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ParameterToken();

    [GeneratedRegex("^Lists/[A-Za-z][A-Za-z0-9]*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ListUrl();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LibraryUrl();
}
