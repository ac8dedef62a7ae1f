namespace SpLg.Files;

/// <summary>
/// Cells of a file that people open in Excel, which takes one that begins with =, +, - or @ for a formula, and a
/// formula can start programs.
/// An apostrophe before it makes it a text; <see cref="Restore"/> takes away exactly those that <see cref="Protect"/>
/// has put there.
/// https://owasp.org/www-community/attacks/CSV_Injection
/// </summary>
internal static class CsvCells
{
    /// <summary>
    /// The header of the first column in our own files. Apostrophes of others are part of what they say.
    /// </summary>
    public const string Mark = "SPLG-ID";

    private const char Apostrophe = '\'';

    /// <summary>
    /// A cell begins at its start, and after these too where Excel parts cells by another sign than the file: in Sweden
    /// by semicolon.
    /// </summary>
    private const string Separators = ";\t\r\n";

    public static string Protect(string text)
    {
        // From the end, so that what follows is known at each place and a long run of spaces is looked at once.
        var leads = false;
        var places = new Stack<int>();
        for (var i = text.Length - 1; i >= 0; i--)
        {
            leads = IsSkipped(text[i]) ? leads : Begins(text[i]);
            // One that has an apostrophe already gets another, or nobody could tell it from ours.
            if ((leads || text[i] == Apostrophe) && IsStart(text, i))
                places.Push(i);
        }
        if (places.Count == 0)
            return text;
        var (safe, done) = (new StringBuilder(text.Length + places.Count), 0);
        while (places.TryPop(out var place))
        {
            safe.Append(text, done, place - done).Append(Apostrophe);
            done = place;
        }
        return safe.Append(text, done, text.Length - done).ToString();
    }

    public static string Restore(string text)
    {
        if (!text.Contains(Apostrophe, StringComparison.Ordinal))
            return text;
        var whole = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == Apostrophe && IsStart(text, i))
                continue;
            whole.Append(text[i]);
        }
        return whole.ToString();
    }

    private static bool IsStart(string text, int at) =>
        at == 0
        || (Separators.Contains(text[at - 1], StringComparison.Ordinal) && !(text[at - 1] == '\r' && text[at] == '\n'));

    /// <summary>Signs that Excel passes over, or a reader does not see, before the sign that makes a formula.</summary>
    private static bool IsSkipped(char c) =>
        c == '"'
        || char.IsWhiteSpace(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format;

    /// <summary>Also as full-width, small and mathematical signs, which Excel folds.</summary>
    private static bool Begins(char c) =>
        c
            is '='
                or '+'
                or '-'
                or '@'
                or '\uff1d'
                or '\uff0b'
                or '\uff0d'
                or '\uff20'
                or '\ufe66'
                or '\ufe62'
                or '\ufe63'
                or '\ufe6b'
                or '\u2212';
}
