namespace SpLg.Core.Schema;

/// <summary>Choices, limits and default value of a column agree.</summary>
internal static class DefaultChecks
{
    public static void Check(XElement field, Action<string> fault)
    {
        var type = (string?)field.Attribute("Type");
        // A value that the list puts there itself looks as if a person had decided it.
        if ((string?)field.Attribute("Name") == "Publication" && field.Element("Default") is not null)
            fault("it must have no Default: a person decides who may read a row.");
        var value = field.Element("Default")?.Value;
        if (type is "Choice" or "MultiChoice")
            CheckChoices([.. field.Elements("CHOICES").Elements("CHOICE").Select(c => c.Value)], value, fault);
        else if (field.Element("CHOICES") is not null)
            fault($"a column of Type {type} has no CHOICES.");
        if (type == "Boolean" && value is not (null or "0" or "1"))
            fault("Default must be 0 or 1.");
        if (type == "Number")
            CheckNumber(field, value, fault);
    }

    private static void CheckChoices(string[] choices, string? value, Action<string> fault)
    {
        if (choices.Length == 0)
            fault("there are no CHOICES.");
        if (choices.Any(string.IsNullOrWhiteSpace) || choices.Any(c => c != c.Trim()))
            fault("a choice is empty or has space at its ends.");
        if (choices.Distinct(StringComparer.OrdinalIgnoreCase).Count() != choices.Length)
            fault("two choices are equal.");
        if (choices.Any(c => c.Contains(';', StringComparison.Ordinal)))
            fault("a choice holds ';', which parts the values of several choices.");
        if (value is not null && !choices.Contains(value, StringComparer.Ordinal))
            fault($"Default '{value}' is not among the choices.");
    }

    private static void CheckNumber(XElement field, string? value, Action<string> fault)
    {
        var minimum = Number("Min");
        var maximum = Number("Max");
        if (minimum > maximum)
            fault("Min is above Max.");
        if (value is null)
            return;
        if (!decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            fault($"Default '{value}' is not a number.");
        else if (number < minimum || number > maximum)
            fault($"Default {value} is outside Min and Max.");

        decimal? Number(string attribute)
        {
            if ((string?)field.Attribute(attribute) is not { } text)
                return null;
            if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var limit))
                return limit;
            fault($"{attribute} '{text}' is not a number.");
            return null;
        }
    }
}
