namespace SpLg.Word.Compiling;

/// <summary>Reads expressions in text that is not a paragraph: the title, alternative texts.</summary>
internal static class MixedTextCompiler
{
    /// <param name="report">Told in Swedish of what cannot be read.</param>
    /// <returns>Null after a report.</returns>
    public static MixedText? TryCompile(string typed, Scope scope, Action<string> report)
    {
        var pieces = new List<MixedText.Piece>();
        foreach (var (text, isExpression) in MixedText.Split(typed))
        {
            if (!isExpression)
            {
                if (text.Contains("{{", StringComparison.Ordinal) || text.Contains("}}", StringComparison.Ordinal))
                {
                    report("Ett uttryck har bara klamrar på ena sidan. Skriv {{ före och }} efter fältets namn.");
                    return null;
                }
                pieces.Add(new(text, null, null));
                continue;
            }
            if (TryPiece(text, scope, report) is not { } piece)
                return null;
            pieces.Add(piece);
        }
        return new(typed, pieces);
    }

    private static MixedText.Piece? TryPiece(string text, Scope scope, Action<string> report)
    {
        var (meaning, typedFormat) = NameReader.Read(scope, Expression.Parse(text).Body);
        if (
            meaning is not Resolution.Found { Source: var source }
            || (typedFormat is null && source.Field.Kind is FieldKind.List or FieldKind.Group or FieldKind.Picture)
        )
        {
            report(Explanation.Of(meaning));
            return null;
        }
        var format = typedFormat is null
            ? ValueFormat.DefaultOf(source.Field.Kind)
            : ValueFormat.TryParse(source.Field.Kind, typedFormat);
        if (format is null)
        {
            report(ValueFormat.Fault(source.Field, typedFormat!));
            return null;
        }
        return new(text, source, format);
    }
}
