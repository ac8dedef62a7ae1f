namespace SpLg.Word.Expressions;

/// <summary>
/// Recognises markers written as in other languages, or without their sign, when what they say is no known name.
/// </summary>
internal static class MarkerHint
{
    private const string Condition = "Ett villkor skrivs {{#om Villkor}} och avslutas med {{/om}}.";

    private const string Contents =
        "En innehållsförteckning skrivs {{Innehållsförteckning}}, eller {{Innehållsförteckning:2}} för två "
        + "rubriknivåer; en till tre går att visa.";

    private static readonly string ContentsName = FieldName.Fold("Innehållsförteckning");

    /// <summary>Swedish: what to write instead; null when the expression looks like no marker.</summary>
    public static string? TryFor(Expression expression)
    {
        var body = expression.Body;
        return body.Length > Expression.Longest
            ? null
            : FieldName.Fold(body) switch
            {
                "" => "Mellan klamrarna står inget namn. Skriv ett fält, eller ta bort klamrarna.",
                _ when body.AsSpan().ContainsAny('{', '}') =>
                    "Här står för få eller för många klamrar. Skriv två före och två efter fältets namn.",
                var folded when EditDistance.Within(folded.Split(':')[0], ContentsName, 3) is not null => Contents,
                "om" or "if" => Condition,
                "else" => "Vad som annars ska stå skrivs efter {{annars}}, utan något annat tecken.",
                _ when StartsWith(body, "om", "if", "unless") => Condition,
                _ when StartsWith(body, "each", "foreach", "för", "varje") =>
                    "En lista upprepas mellan {{#Lista}} och {{/Lista}}.",
                _ => null,
            };
    }

    private static bool StartsWith(string body, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (Expression.Word(body, word) is not null)
                return true;
        }
        return false;
    }
}
