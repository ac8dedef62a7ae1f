using SpLg.Word;

namespace SpLg.Running;

/// <summary>Sections that a person has taken out of a draft. They stay out; what counts sections elsewhere in the document knows nothing of it.</summary>
internal static class RemovedSections
{
    /// <param name="source">The template that documents of the kind are made from.</param>
    /// <param name="draft">The draft, compiled to be filled again.</param>
    /// <param name="data">What it is filled with.</param>
    /// <returns>Headings under which the template fills something in, and the draft nothing of that; in the template's order.</returns>
    public static IReadOnlyList<string> Of(Template source, Template draft, object data)
    {
        // A template that can no longer be filled does not tell what it holds.
        if (!source.CanFill)
            return [];
        var there = Parts(draft, data).Select(p => p.Id).Concat(draft.LeftParts.Select(p => p.Id)).ToHashSet(StringComparer.Ordinal);
        return [.. Parts(source, data).GroupBy(p => p.Heading, StringComparer.Ordinal).Where(s => s.Key is not null && !s.Any(p => there.Contains(p.Id))).Select(s => s.Key!)];
    }

    private static IReadOnlyList<GeneratedPart> Parts(Template template, object data) => DocumentContent.Read(template.Fill(data)).Generated;
}
