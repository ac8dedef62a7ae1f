namespace SpLg.Approvals;

/// <summary>
/// The parts of a review in which approval is written: whether a draft still has them, and they can be filled.
/// </summary>
internal static class ApprovalParts
{
    private const string Again =
        "Återställ en tidigare version i dokumentets versionshistorik, eller byt namn på dokumentet och sätt "
        + "status Uppdatering begärd så att ett nytt görs. "
        + "Det egna kan sedan flyttas över.";

    /// <summary>
    /// Why an approved document of the draft would not say that it is approved; null when it would. In Swedish, with
    /// what to do.
    /// </summary>
    /// <param name="source">The template that documents of the kind are made from. One without such parts has none that
    /// can be missed.</param>
    /// <param name="draft">The draft, compiled to be filled again.</param>
    /// <param name="before">The draft's data.</param>
    /// <param name="after">The same data with an approval.</param>
    public static string? FaultOf(Template source, Template draft, object before, object after)
    {
        var written = WrittenIn(source, before, after);
        var left = draft
            .LeftParts.Where(p => written is null || written.Contains(p.Id))
            .Select(p => p.Where)
            .Distinct()
            .Take(5)
            .ToList();
        if (left.Count > 0)
        {
            return $"I ”{draft.Name}” går delar som säger om genomgången är fastställd inte längre att uppdatera, {Swedish.Join(left)}. "
                + "Ett annat program har troligen sparat om dokumentet. "
                + Again;
        }
        return written is { Count: > 0 } && !Of(draft, after).Any(p => written.Contains(p.Id))
            ? $"I ”{draft.Name}” finns ingen rad kvar som kan säga vem som har fastställt genomgången och när. " + Again
            : null;
    }

    // Null when the template can no longer be filled, so that nothing is known.
    private static HashSet<string>? WrittenIn(Template source, object before, object after)
    {
        if (!source.CanFill)
            return null;
        var standing = Of(source, before).Select(p => (p.Id, p.Text)).ToHashSet();
        return [.. Of(source, after).Where(p => !standing.Contains((p.Id, p.Text))).Select(p => p.Id)];
    }

    /// <summary>All that is generated in a document when it is filled with the data.</summary>
    public static IReadOnlyList<GeneratedPart> Of(Template template, object data) =>
        DocumentContent.Read(template.Fill(data)).Generated;
}
