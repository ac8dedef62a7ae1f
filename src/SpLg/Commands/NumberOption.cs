using System.CommandLine;
using System.CommandLine.Parsing;

namespace SpLg.Commands;

/// <summary>
/// An option that takes a whole number within limits, and says so in words when it gets something else.
/// </summary>
internal static class NumberOption
{
    /// <summary>
    /// The year of a review. A year far off is a slip of the finger, and would make an empty document.
    /// </summary>
    public static Option<int?> Year(string description) => Create("--year", description, 2000, 2100);

    public static Option<int?> Create(string name, string description, int least, int most) =>
        new(name) { Description = description, CustomParser = result => Parse(result, name, least, most) };

    private static int? Parse(ArgumentResult result, string name, int least, int most)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (
            int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least
            && number <= most
        )
            return number;
        result.AddError(
            most == int.MaxValue
                ? $"{name} '{text}': write a whole number from {least}."
                : $"{name} '{text}': write a whole number from {least} to {most}."
        );
        return null;
    }
}
