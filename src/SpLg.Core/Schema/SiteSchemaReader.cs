namespace SpLg.Core.Schema;

/// <summary>
/// Reads lists and libraries from a PnP provisioning template (schema 2022-09).
/// https://github.com/pnp/PnP-Provisioning-Schema
/// </summary>
/// <remarks>
/// Only what a schema needs is read; <see cref="SchemaChecks"/> judges the rest. Load the document with
/// <see cref="LoadOptions.SetLineInfo"/>, so that a fault can name its line.
/// </remarks>
public static class SiteSchemaReader
{
    internal static readonly XNamespace Pnp = "http://schemas.dev.office.com/PnP/2022/09/ProvisioningSchema";

    private const int GenericList = 100;
    private const int DocumentLibrary = 101;
    private const int WebPageLibrary = 119;

    /// <summary>The lists in the order of the template, which is the order to create them in.</summary>
    /// <exception cref="SchemaException">Something needed is missing or cannot be read.</exception>
    public static SiteSchema Read(XDocument template)
    {
        var root = template.Root ?? throw new ArgumentException("The document has no root element.", nameof(template));
        if (root.Name != Pnp + "Provisioning")
            throw SchemaException.At(
                root,
                null,
                null,
                $"the root is '{root.Name}'. Use <pnp:Provisioning> of schema 2022-09 ({Pnp})."
            );
        var instances = root.Descendants(Pnp + "ListInstance").ToList();
        if (instances.Count == 0)
            throw SchemaException.At(root, null, null, "there is no <pnp:ListInstance>. Declare at least one list.");
        var parameters = root.Descendants(Pnp + "Parameter")
            .ToDictionary(p => (string?)p.Attribute("Key") ?? "", p => p.Value);

        var lists = new List<ListSchema>(instances.Count);
        ListSchema? pages = null;
        foreach (var instance in instances)
        {
            var list = ReadList(instance, parameters);
            if (lists.Exists(l => l.Title == list.Title || l.Name == list.Name))
                throw SchemaException.At(
                    instance,
                    list.Title,
                    null,
                    "another list has the same Title or address. Give each its own."
                );
            if ((int?)instance.Attribute("TemplateType") == WebPageLibrary)
                pages = list;
            else
                lists.Add(list);
        }
        return new(lists)
        {
            Pages = pages,
            Parameters = parameters,
            Roles = root.Descendants(Pnp + "RoleDefinition")
                .ToDictionary(
                    r => Needed(r, "Name", null, null),
                    r => (IReadOnlyList<string>)[.. r.Descendants(Pnp + "Permission").Select(p => p.Value)],
                    StringComparer.Ordinal
                ),
            RemovedFromSite =
            [
                .. root.Descendants(Pnp + "RoleAssignments")
                    .Elements(Pnp + "RoleAssignment")
                    .Where(r => Flag(r, "Remove"))
                    .Select(r => ReadRight(r, "", parameters)),
            ],
        };
    }

    private static ListSchema ReadList(XElement instance, Dictionary<string, string> parameters)
    {
        var title = Needed(instance, "Title", null, null);
        var columns = new List<ColumnSchema>();
        foreach (var field in instance.Element(Pnp + "Fields")?.Elements() ?? [])
        {
            var column = FieldReader.Read(field, title);
            if (columns.Exists(c => c.Name == column.Name))
                throw SchemaException.At(
                    field,
                    title,
                    column.Name,
                    "the list already has a column of this Name. Remove one of them."
                );
            columns.Add(column);
        }
        return new(
            title,
            Url: Needed(instance, "Url", title, null),
            IsLibrary: IsLibrary(instance, title),
            Versioning: Flag(instance, "EnableVersioning"),
            MinorVersions: Flag(instance, "EnableMinorVersions"),
            Columns: columns,
            Views: [.. (instance.Element(Pnp + "Views")?.Elements() ?? []).Select(view => ReadView(view, title))]
        )
        {
            Description = (string?)instance.Attribute("Description"),
            OwnRights = instance.Elements(Pnp + "Security").Elements(Pnp + "BreakRoleInheritance").Any(),
            Rights =
            [
                .. instance
                    .Elements(Pnp + "Security")
                    .Elements(Pnp + "BreakRoleInheritance")
                    .Elements(Pnp + "RoleAssignment")
                    .Select(r => ReadRight(r, title, parameters)),
            ],
            OwnRowsOnly = (int?)instance.Attribute("ReadSecurity") == 2,
            DraftsForReaders = (int?)instance.Attribute("DraftVersionVisibility") is null or 0,
            VersionLimit = (int?)instance.Attribute("MaxVersionLimit"),
            MinorVersionLimit = (int?)instance.Attribute("MinorVersionLimit"),
            ValidationFormula = (string?)instance.Attribute("ValidationFormula"),
            ValidationMessage = (string?)instance.Attribute("ValidationMessage"),
            Rows =
            [
                .. instance
                    .Elements(Pnp + "DataRows")
                    .Elements(Pnp + "DataRow")
                    .Select(row => ReadRow(row, title, parameters)),
            ],
        };
    }

    private static bool IsLibrary(XElement instance, string title) =>
        (int?)instance.Attribute("TemplateType") switch
        {
            GenericList => false,
            DocumentLibrary or WebPageLibrary => true,
            var other => throw SchemaException.At(
                instance,
                title,
                null,
                $"TemplateType is '{other}'. Use 100 for a list, 101 for a library or 119 for the site's pages."
            ),
        };

    private static ViewSchema ReadView(XElement view, string list) =>
        new(
            Needed(view, "DisplayName", list, null),
            Flag(view, "DefaultView"),
            [
                .. view.Elements("ViewFields")
                    .Elements("FieldRef")
                    .Select(reference => Needed(reference, "Name", list, null)),
            ],
            ((string?)view.Attribute("Url") ?? "").Split('/')[^1],
            view.Element("Query")?.ToString(SaveOptions.DisableFormatting) ?? ""
        );

    private static Dictionary<string, string> ReadRow(XElement row, string list, Dictionary<string, string> parameters)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var value in row.Elements(Pnp + "DataValue"))
            values[Needed(value, "FieldName", list, null)] = WithParameters(value, value.Value, list, parameters);
        return values;
    }

    private static RightSchema ReadRight(XElement right, string list, Dictionary<string, string> parameters)
    {
        const string Start = "{roledefinition:";
        var role = Needed(right, "RoleDefinition", list, null);
        return new(
            WithParameters(right, Needed(right, "Principal", list, null), list, parameters),
            role.StartsWith(Start, StringComparison.Ordinal) && role.EndsWith('}') ? role[Start.Length..^1] : role
        );
    }

    // {parameter:Name} stands for the value given when the template is applied; the template's own is the default.
    private static string WithParameters(
        XElement element,
        string text,
        string list,
        Dictionary<string, string> parameters
    )
    {
        const string Start = "{parameter:";
        if (!text.StartsWith(Start, StringComparison.Ordinal) || !text.EndsWith('}'))
            return text;
        var key = text[Start.Length..^1];
        return parameters.TryGetValue(key, out var known)
            ? known
            : throw SchemaException.At(
                element,
                list,
                null,
                $"there is no parameter '{key}'. Declare it in <pnp:Parameters>."
            );
    }

    internal static string Needed(XElement element, string attribute, string? list, string? column) =>
        (string?)element.Attribute(attribute) is { Length: > 0 } value
            ? value
            : throw SchemaException.At(
                element,
                list,
                column,
                $"<{element.Name.LocalName}> has no {attribute}. Add it."
            );

    // CAML writes TRUE, the PnP schema writes true (xsd:boolean, where 1 is true too).
    internal static bool Flag(XElement element, string attribute) =>
        (string?)element.Attribute(attribute) is { } value
        && (string.Equals(value, "TRUE", StringComparison.OrdinalIgnoreCase) || value == "1");
}
