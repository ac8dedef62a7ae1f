namespace SpLg.Approvals;

/// <summary>
/// Sections of the template that a person has taken out of a draft, or written anew by hand. They stay so; what counts
/// sections elsewhere in the document knows nothing of it.
/// </summary>
internal static class RemovedSections
{
    /// <param name="source">The template that the request names now.</param>
    /// <param name="draft">The draft, compiled to be filled again.</param>
    /// <param name="data">What it is filled with.</param>
    /// <returns>Headings under which the template fills something in, and the draft nothing of that; in the template's
    /// order.</returns>
    public static IReadOnlyList<string> Of(Template source, Template draft, object data)
    {
        // A template that can no longer be filled does not tell what it holds.
        if (!source.CanFill)
            return [];
        var there = ApprovalParts
            .Of(draft, data)
            .Select(p => p.Id)
            .Concat(draft.LeftParts.Select(p => p.Id))
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. ApprovalParts
                .Of(source, data)
                .GroupBy(p => p.Heading, StringComparer.Ordinal)
                .Where(s => s.Key is not null && !s.Any(p => there.Contains(p.Id)))
                .Select(s => s.Key!),
        ];
    }
}
