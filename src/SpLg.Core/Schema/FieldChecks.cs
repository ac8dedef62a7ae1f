namespace SpLg.Core.Schema;

/// <summary>The rules of CAML Field elements, and those Graph and our code add to them.</summary>
internal static partial class FieldChecks
{
    /// <summary>SharePoint's own Title column, the same in every list.</summary>
    private const string TitleId = "{fa564e0f-0c70-4ab9-b863-0177e6ddd247}";

    // https://learn.microsoft.com/office365/servicedescriptions/sharepoint-online-service-description/sharepoint-online-limits
    private const int MostIndices = 20;

    private static readonly string[] Always = ["ID", "Type", "Name", "StaticName", "DisplayName"];

    // What a column of the type needs beyond the attributes above to be what it says.
    private static readonly Dictionary<string, string[]> Needs = new(StringComparer.Ordinal)
    {
        ["Text"] = ["MaxLength"],
        ["Note"] = ["NumLines", "RichText"],
        ["Choice"] = ["Format", "FillInChoice"],
        ["MultiChoice"] = ["FillInChoice"],
        ["Number"] = [],
        ["Boolean"] = [],
        ["DateTime"] = ["Format"],
        ["User"] = ["List", "UserSelectionMode"],
        ["Lookup"] = ["List", "ShowField"],
    };

    private static readonly string[] TrueOrFalse =
    [
        "Required",
        "Indexed",
        "EnforceUniqueValues",
        "FillInChoice",
        "RichText",
        "CommaSeparator",
    ];

    public static void Check(CheckedList list, IReadOnlyList<string> earlierLists, HashSet<string> ids, Faults faults)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var displayNames = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var field in list.Fields)
        {
            var name = (string?)field.Attribute("Name") ?? "";
            void Fault(string message) => faults.Add(field, list.Title, $"column '{name}'", message);

            if (field.Name != "Field")
                Fault($"<{field.Name}> stands among the columns; only <Field> without namespace is CAML.");
            foreach (var attribute in Always.Where(a => string.IsNullOrWhiteSpace((string?)field.Attribute(a))))
                Fault($"{attribute} is missing.");
            if (!names.Add(name))
                Fault("the list has another column of this Name.");
            if (!displayNames.Add((string?)field.Attribute("DisplayName") ?? ""))
                Fault("the list has another column of this DisplayName.");
            CheckName(field, name, list, Fault);
            CheckId(field, name, ids, Fault);
            CheckType(field, Fault);
            CheckIndex(field, Fault);
            CheckLookup(field, earlierLists, Fault);
            DefaultChecks.Check(field, Fault);
            FormatterChecks.Check(field, list, Fault);
        }
        if (list.Fields.Count(f => SiteSchemaReader.Flag(f, "Indexed")) is var indices && indices > MostIndices)
            faults.Add(
                list.Instance,
                list.Title,
                null,
                $"{indices} columns are indexed; SharePoint allows {MostIndices}."
            );
    }

    private static void CheckName(XElement field, string name, CheckedList list, Action<string> fault)
    {
        if (!InternalName().IsMatch(name))
            fault("Name must be 1–32 ASCII letters and digits, a letter first; SharePoint cuts or encodes others.");
        if ((string?)field.Attribute("StaticName") != name)
            fault("StaticName must equal Name.");
        if (name != "Title" && CheckedList.IsTaken(name))
            fault("SharePoint has a column of this Name already.");
        // Graph writes person and lookup columns as {Name}LookupId, and SharePoint's REST as {Name}Id.
        foreach (var suffix in new[] { "Id", "LookupId" })
        {
            if (list.TryField(name + suffix) is not null)
                fault($"column '{name}{suffix}' clashes with the address Graph or REST gives this one.");
        }
    }

    private static void CheckId(XElement field, string name, HashSet<string> ids, Action<string> fault)
    {
        var id = (string?)field.Attribute("ID") ?? "";
        var isTitleId = string.Equals(id, TitleId, StringComparison.OrdinalIgnoreCase);
        if (!Guid.TryParseExact(id, "B", out _))
            fault("ID must be a GUID in braces.");
        else if (name == "Title" != isTitleId)
            fault($"ID {TitleId} is that of Title and of no other column.");
        else if (!isTitleId && !ids.Add(id))
            fault("another column has this ID.");
    }

    private static void CheckType(XElement field, Action<string> fault)
    {
        var type = (string?)field.Attribute("Type") ?? "";
        if (type is "URL" or "TaxonomyFieldType" or "TaxonomyFieldTypeMulti")
            fault("Graph cannot write hyperlink or managed-metadata columns; use Text or Choice.");
        else if (!Needs.TryGetValue(type, out var needed))
            fault($"the Type '{type}' is not among {string.Join(", ", Needs.Keys)}.");
        else
        {
            foreach (var attribute in needed.Where(a => field.Attribute(a) is null))
                fault($"a column of Type {type} needs {attribute}.");
        }
        foreach (
            var attribute in TrueOrFalse.Where(a => (string?)field.Attribute(a) is not (null or "TRUE" or "FALSE"))
        )
            fault($"{attribute} must be TRUE or FALSE: CAML reads nothing else.");
        var format = (string?)field.Attribute("Format");
        if (type == "DateTime" && format is not (null or "DateOnly" or "DateTime"))
            fault("Format must be DateOnly or DateTime.");
        if (type is "Choice" && format is not (null or "Dropdown" or "RadioButtons"))
            fault("Format must be Dropdown or RadioButtons.");
        if (type == "User" && (string?)field.Attribute("UserSelectionMode") is not (null or "PeopleOnly"))
            fault("UserSelectionMode must be PeopleOnly: a group cannot be answerable.");
        if (type == "User" && (string?)field.Attribute("List") is not (null or "UserInfo"))
            fault("List must be UserInfo.");
        if (
            type == "Text"
            && (
                !int.TryParse(
                    (string?)field.Attribute("MaxLength"),
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var length
                ) || length is < 1 or > 255
            )
        )
            fault("MaxLength must be 1–255.");
    }

    private static void CheckIndex(XElement field, Action<string> fault)
    {
        var indexed = SiteSchemaReader.Flag(field, "Indexed");
        if (SiteSchemaReader.Flag(field, "EnforceUniqueValues") && !indexed)
            fault("a unique column must be indexed: set Indexed=\"TRUE\".");
        if (indexed && (string?)field.Attribute("Type") is "Note" or "MultiChoice")
            fault("SharePoint cannot index a column of this Type.");
    }

    private static void CheckLookup(XElement field, IReadOnlyList<string> earlierLists, Action<string> fault)
    {
        if ((string?)field.Attribute("Type") != "Lookup" || (string?)field.Attribute("List") is not { } target)
            return;
        var match = ListToken().Match(target);
        if (!match.Success)
            fault($"List '{target}' must be {{listid:Title}}.");
        else if (!earlierLists.Contains(match.Groups["title"].Value, StringComparer.Ordinal))
            fault($"it points to '{match.Groups["title"].Value}', which no list above this one is called.");
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]{0,31}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InternalName();

    [GeneratedRegex(@"^\{listid:(?<title>[^}]+)\}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ListToken();
}
