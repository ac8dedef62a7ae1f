namespace SpLg.Core.Schema;

/// <summary>The CAML query of a view. https://learn.microsoft.com/sharepoint/dev/schema/query-schema</summary>
internal static class QueryChecks
{
    private static readonly HashSet<string> Comparisons = new(StringComparer.Ordinal)
    {
        "Eq",
        "Neq",
        "Gt",
        "Geq",
        "Lt",
        "Leq",
        "BeginsWith",
        "Contains",
    };

    public static void Check(XElement query, CheckedList list, Action<string> fault)
    {
        foreach (var part in query.Elements().Where(e => e.Name.LocalName is not ("Where" or "OrderBy" or "GroupBy")))
            fault($"<{part.Name}> cannot stand in a Query.");
        if (query.Elements().GroupBy(e => e.Name).Any(g => g.Count() > 1))
            fault("a part of the Query stands twice.");
        if (query.Element("Where") is not { } where)
            return;
        if (where.Elements().Count() != 1)
            fault("Where holds one condition; join several by And or Or.");
        foreach (var condition in where.Elements())
            CheckCondition(condition, list, fault);

        // Above 5,000 rows SharePoint refuses a view whose first condition is not on an index.
        // https://learn.microsoft.com/microsoft-365/community/large-lists-large-libraries-in-sharepoint
        var first = (string?)where.Descendants("FieldRef").FirstOrDefault()?.Attribute("Name");
        if (first is not null && !list.IsIndexed(first))
            fault($"it filters on '{first}' first, which is not indexed.");
    }

    private static void CheckCondition(XElement condition, CheckedList list, Action<string> fault)
    {
        var name = condition.Name.LocalName;
        string[] parts = [.. condition.Elements().Select(e => e.Name.LocalName)];
        if (name is "And" or "Or")
        {
            if (parts.Length != 2)
                fault($"{name} joins two conditions, not {parts.Length}: nest them.");
            foreach (var inner in condition.Elements())
                CheckCondition(inner, list, fault);
        }
        else if (name is "IsNull" or "IsNotNull")
        {
            if (parts is not ["FieldRef"])
                fault($"{name} holds one FieldRef.");
        }
        else if (name == "In")
        {
            if (parts is not ["FieldRef", "Values"] || !condition.Elements("Values").Elements("Value").Any())
                fault("In holds a FieldRef and Values with at least one Value.");
            CheckValues(condition, list, fault);
        }
        else if (Comparisons.Contains(name))
        {
            if (parts is not ["FieldRef", "Value"])
                fault($"{name} holds a FieldRef and a Value.");
            CheckValues(condition, list, fault);
        }
        else
        {
            fault($"<{name}> is not a condition.");
        }
    }

    private static void CheckValues(XElement condition, CheckedList list, Action<string> fault)
    {
        var field = list.TryField((string?)condition.Element("FieldRef")?.Attribute("Name") ?? "");
        foreach (var value in condition.Descendants("Value"))
        {
            var type = (string?)value.Attribute("Type");
            if (field is not null && !Fits((string?)field.Attribute("Type") ?? "", type))
                fault(
                    $"a Value of Type '{type}' is compared with '{(string?)field.Attribute("Name")}' of Type "
                        + $"'{(string?)field.Attribute("Type")}'."
                );
            if (
                (string?)field?.Attribute("Type") is "Choice" or "MultiChoice"
                && !field.Elements("CHOICES").Elements("CHOICE").Any(c => c.Value == value.Value)
            )
                fault($"'{value.Value}' is not among the choices of '{(string?)field.Attribute("Name")}'.");
        }
    }

    private static bool Fits(string fieldType, string? valueType) =>
        fieldType switch
        {
            "User" or "Lookup" => valueType is "Integer" or "User" or "Lookup" or "Text",
            "Boolean" => valueType is "Boolean" or "Integer",
            "Note" => valueType is "Note" or "Text",
            "Choice" or "MultiChoice" => valueType is "Choice" or "MultiChoice" or "Text",
            _ => valueType == fieldType,
        };
}
