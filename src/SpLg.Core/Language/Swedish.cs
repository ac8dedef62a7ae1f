using Humanizer;

namespace SpLg.Core.Language;

/// <summary>Numbers, dates and lists as they are written in Swedish running text.</summary>
public static class Swedish
{
    /// <summary>Asked for by name, never taken from the machine.</summary>
    public static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("sv-SE");

    private static readonly ICollectionFormatter Lists = Configurator.CollectionFormatters.ResolveForCulture(Culture);

    private static readonly string[] Months =
    [
        "januari",
        "februari",
        "mars",
        "april",
        "maj",
        "juni",
        "juli",
        "augusti",
        "september",
        "oktober",
        "november",
        "december",
    ];

    /// <summary>The name of a month 1–12, lower case.</summary>
    public static string Month(int month) => Months[month - 1];

    /// <summary>The month 1–12 whose name begins so, in whatever case; 0 for none.</summary>
    public static int MonthOf(string beginning) =>
        Array.FindIndex(Months, m => m.StartsWith(beginning, StringComparison.OrdinalIgnoreCase)) + 1;

    /// <summary>For prose: <c>1 mars 2026</c>.</summary>
    public static string Long(DateOnly day) =>
        $"{day.Day} {Month(day.Month)} {day.Year.ToString("0000", CultureInfo.InvariantCulture)}";

    /// <summary>Digits with a non-breaking space between thousands and at most one decimal: <c>1 204,5</c>.</summary>
    public static string Number(decimal number) => number.ToString("#,0.#", Culture).Replace('\u2212', '-');

    /// <summary>
    /// Noll to tolv as words (<c>en</c>, or <c>ett</c> for a neuter noun), digits above: the rule for running text.
    /// </summary>
    public static string InWords(int count, bool neuter = false) =>
        count switch
        {
            // Humanizer says "ett" of either gender.
            1 => neuter ? "ett" : "en",
            >= 0 and <= 12 => count.ToWords(Culture),
            _ => Number(count),
        };

    /// <summary>
    /// As <see cref="InWords"/>, but <c>ingen</c> or <c>inget</c> for zero, where a sentence counts how many of some.
    /// </summary>
    public static string HowMany(int count, bool neuter = false)
    {
        if (count == 0)
            return neuter ? "inget" : "ingen";
        return InWords(count, neuter);
    }

    /// <summary>The form of a word that a count asks for: <c>rad</c> of one, <c>rader</c> of none or many.</summary>
    public static string Form(decimal count, string one, string many) => count == 1 ? one : many;

    /// <summary>For a list of parts: <c>två öppna åtgärder</c>; nothing where there are none.</summary>
    public static IReadOnlyList<string> Some(int count, string one, string many, bool neuter = false) =>
        count == 0 ? [] : [$"{InWords(count, neuter)} {Form(count, one, many)}"];

    /// <summary><c>1 incident</c>, <c>2 incidenter</c>, with a non-breaking space.</summary>
    public static string Count(int count, string one, string many) => $"{Number(count)}\u00a0{Form(count, one, many)}";

    /// <summary>A share in per cent without decimals, e.g. <c>67 %</c>; null when the whole is zero.</summary>
    public static string? Share(decimal part, decimal whole) =>
        whole == 0 ? null : $"{Number(Math.Round(100 * part / whole, MidpointRounding.AwayFromZero))}\u00a0%";

    /// <summary><c>a, b och c</c>; empty for none.</summary>
    /// <param name="last">The word before the last: <c>och</c> or <c>eller</c>.</param>
    public static string Join(IEnumerable<string> items, string last = "och") => Lists.Humanize(items, last);

    /// <summary>The first of them, and how many more there are: <c>a, b och fyra till</c>.</summary>
    public static string JoinMost(IReadOnlyList<string> items, int most, string last = "och") =>
        items.Count <= most
            ? Join(items, last)
            : Join(items.Take(most).Append($"{InWords(items.Count - most)} till"), last);

    /// <summary>
    /// How far off a day is: <c>i morgon</c>, <c>om 5 dagar</c>, <c>om 3 månader</c>, <c>för 2 dagar sedan</c>.
    /// </summary>
    public static string FromToday(DateOnly day, DateOnly today) =>
        (day.DayNumber - today.DayNumber) switch
        {
            // Humanizer says "nu", and writes "igår" together but "i morgon" apart.
            0 => "i dag",
            -1 => "i går",
            _ => day.Humanize(today, Culture),
        };

    /// <summary>How large a file is: <c>96 KB</c>, <c>4,2 MB</c>.</summary>
    // Humanizer says "0 b" of an empty one, which is bits.
    public static string Size(long bytes) => bytes == 0 ? "0 B" : bytes.Bytes().Humanize("0.#", Culture);

    /// <summary>
    /// The text with its first letter small, for the middle of a sentence; an abbreviation such as HR stays.
    /// </summary>
    public static string InSentence(string text) =>
        text.Length == 0 || (text.Length > 1 && char.IsUpper(text[1]))
            ? text
            : char.ToLower(text[0], Culture) + text[1..];

    /// <summary>The text with a full stop after it, unless it ends a sentence already.</summary>
    public static string WithStop(string text) => text.Length == 0 || text[^1] is '.' or '!' or '?' ? text : $"{text}.";

    /// <summary>The text with its first letter as a capital, for the beginning of a sentence.</summary>
    public static string Sentence(string text) => text.Length == 0 ? text : char.ToUpper(text[0], Culture) + text[1..];
}
