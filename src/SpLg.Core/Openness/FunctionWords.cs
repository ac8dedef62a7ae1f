namespace SpLg.Core.Openness;

/// <summary>
/// Words for who answers that every employee may read: functions, units and what stands between them. Whatever else may
/// be somebody's name.
/// </summary>
internal static partial class FunctionWords
{
    private static readonly HashSet<string> Short = new(StringComparer.Ordinal)
    {
        "HR",
        "IT",
        "ISAM",
        "DSO",
        "DPO",
        "CISO",
        "CIO",
        "GD",
        "VD",
        "LG",
        "RSA",
        "VoR",
    };

    private static readonly HashSet<string> Between = new(StringComparer.OrdinalIgnoreCase)
    {
        "i",
        "och",
        "samt",
        "eller",
        "med",
        "på",
        "för",
        "av",
        "vid",
        "samverkan",
        "tillsammans",
        "respektive",
        "alla",
        "varje",
        "berörd",
        "berörda",
        "lokal",
        "lokala",
        "intern",
        "interna",
        "central",
        "centrala",
    };

    /// <summary>True when every word is one of these, so that nobody is named.</summary>
    public static bool Are(string words) =>
        words
            .Split(
                [' ', ',', ';', '/', '&', '+', '-', '–', '.', '(', ')', '\u00a0'],
                StringSplitOptions.RemoveEmptyEntries
            )
            .All(w => Between.Contains(w) || Short.Contains(w) || FunctionWord().IsMatch(w));

    [GeneratedRegex(
        "^(\\p{L}*(chef|ledar|ägar|samordn|ansvarig|ombud|direktör|grupp|avdelning|enhet|kontor|förvaltning|nämnd|styrels|ledning|"
            + "funktion|personal|medarbet|handlägg|upphandl|jurist|controller|administratör|specialist|strateg|verksamhet|"
            + "säkerhet)\\p{L}*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex FunctionWord();
}
