namespace SpLg.Core.Fields;

/// <summary>Names as people type them in Word: case, spacing and the marks autocorrect changes do not count.</summary>
public static class FieldName
{
    /// <summary>
    /// Lower case, composed (NFC), without any white space, non-breaking space, soft hyphen or zero-width mark, and
    /// with curly quotes and long dashes made plain. Two names are the same when their folded forms are equal.
    /// </summary>
    public static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var c in Letters.Composed(name))
        {
            if (char.IsWhiteSpace(c) || Letters.IsUnseen(c))
                continue;
            folded.Append(
                c switch
                {
                    '”' or '“' or '„' or '«' or '»' => '"',
                    '’' or '‘' => '\'',
                    '–' or '—' or '\u2010' or '\u2011' or '−' => '-',
                    _ => char.ToLowerInvariant(c),
                }
            );
        }
        return folded.ToString();
    }
}
