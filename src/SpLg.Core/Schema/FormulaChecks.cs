namespace SpLg.Core.Schema;

/// <summary>
/// A list's validation formula. https://learn.microsoft.com/sharepoint/dev/schema/validation-element-list
/// </summary>
internal static partial class FormulaChecks
{
    private const int Longest = 1024;

    public static void Check(CheckedList list, Faults faults)
    {
        void Fault(string message) => faults.Add(list.Instance, list.Title, "ValidationFormula", message);

        var formula = (string?)list.Instance.Attribute("ValidationFormula");
        var message = (string?)list.Instance.Attribute("ValidationMessage");
        if (formula is null != message is null)
            Fault("ValidationFormula and ValidationMessage go together: a refusal without a reason helps nobody.");
        if (formula is null)
            return;
        if (!formula.StartsWith('='))
            Fault("a formula begins with '='.");
        if (formula.Length > Longest || message?.Length > Longest)
            Fault($"formula and message may be {Longest} characters each.");

        foreach (var name in DisplayName().Matches(formula).Select(m => m.Groups["name"].Value))
        {
            if (list.TryFieldDisplayed(name) is not { } field)
                Fault($"[{name}] is no column's display name.");
            else if ((string?)field.Attribute("Type") is "Lookup" or "User" or "MultiChoice" or "Note")
                Fault($"[{name}] is of a Type that formulas cannot read.");
        }
        var bare = Quoted().Replace(DisplayName().Replace(formula, ""), "");
        if (bare.Count(c => c == '(') != bare.Count(c => c == ')'))
            Fault("brackets do not match.");
        // Names of functions and the sign between arguments follow the language of the site.
        if (bare.Any(c => char.IsLetter(c) || c is ',' or ';'))
            Fault("only comparisons, + (or), * (and), texts, numbers and brackets work in every language.");
    }

    [GeneratedRegex(@"\[(?<name>[^\]]+)\]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DisplayName();

    [GeneratedRegex("\"[^\"]*\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();
}
