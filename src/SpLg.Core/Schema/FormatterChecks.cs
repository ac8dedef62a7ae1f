using System.Text.Json;

namespace SpLg.Core.Schema;

/// <summary>
/// Column formatting is JSON in an attribute: SharePoint shows the bare value when it is wrong, and says nothing.
/// https://learn.microsoft.com/sharepoint/dev/declarative-customization/formatting-syntax-reference
/// </summary>
internal static partial class FormatterChecks
{
    private const string SchemaAddress =
        "https://developer.microsoft.com/json-schemas/sp/v2/column-formatting.schema.json";

    public static void Check(XElement field, CheckedList list, Action<string> fault)
    {
        if ((string?)field.Attribute("CustomFormatter") is not { } formatter)
            return;
        try
        {
            using var json = JsonDocument.Parse(formatter);
            if (
                json.RootElement.ValueKind != JsonValueKind.Object
                || !json.RootElement.TryGetProperty("$schema", out var schema)
                || schema.ValueKind != JsonValueKind.String
                || schema.GetString() != SchemaAddress
            )
            {
                fault($"CustomFormatter must be an object whose $schema is {SchemaAddress}.");
                return;
            }
            CheckElement(json.RootElement, list, fault);
        }
        catch (JsonException wrong)
        {
            fault($"CustomFormatter is not JSON: {wrong.Message}");
        }
    }

    private static void CheckElement(JsonElement element, CheckedList list, Action<string> fault)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                if (element.TryGetProperty("action", out var action) && action.ValueEquals("setValue"))
                    CheckSetValue(element, list, fault);
                foreach (var property in element.EnumerateObject())
                    CheckElement(property.Value, list, fault);
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                    CheckElement(item, list, fault);
                break;
            case JsonValueKind.String:
                foreach (
                    var name in ColumnReference().Matches(element.GetString()!).Select(m => m.Groups["name"].Value)
                )
                {
                    if (list.TryField(name) is null && !CheckedList.IsBuiltIn(name))
                        fault($"CustomFormatter names the column '{name}', which the list does not have.");
                }
                break;
        }
    }

    private static void CheckSetValue(JsonElement action, CheckedList list, Action<string> fault)
    {
        if (!action.TryGetProperty("actionInput", out var input) || input.ValueKind != JsonValueKind.Object)
        {
            fault("CustomFormatter has a setValue without actionInput.");
            return;
        }
        foreach (var target in input.EnumerateObject())
        {
            var column = list.TryField(target.Name);
            if (column is null)
                fault($"CustomFormatter sets the column '{target.Name}', which the list does not have.");
            else if (
                (string?)column.Attribute("Type") == "Choice"
                && !column.Elements("CHOICES").Elements("CHOICE").Any(c => target.Value.ValueEquals(c.Value))
            )
                fault($"CustomFormatter sets {target.Name} to '{target.Value}', which is not among its choices.");
        }
    }

    [GeneratedRegex(@"\[\$(?<name>[A-Za-z0-9_]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ColumnReference();
}
