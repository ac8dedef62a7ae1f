using System.Security;

namespace SpLg.Core.Review;

/// <summary>A list that a section is made of.</summary>
/// <param name="Used">The rows the section uses.</param>
/// <param name="InList">How many rows the list has; null where that is not told.</param>
/// <param name="Link">Opens the list; null when it comes from a file.</param>
/// <param name="WasRead">False when the list was not there to read.</param>
public sealed record ListSource(Trace Used, int? InList, Uri? Link, bool WasRead)
{
    internal static ListSource Of(OrganisationLists lists, Trace used, int? inList) =>
        new(used, inList, lists.ListLinks.GetValueOrDefault(used.List), !lists.NotRead.Contains(used.List));

    /// <summary>
    /// The source line of a section, as HTML: <c>Källa: Incidenter, 23 av 49 rader, läst den 21 november 2026. Avser
    /// 2026 till och med den 31 augusti.</c>
    /// </summary>
    internal static string Line(SectionSource section)
    {
        var outside = section.Outside switch
        {
            0 => null,
            1 => "En rad med en dag utanför den tiden är inte med.",
            var n => $"{Swedish.Sentence(Swedish.InWords(n))} rader med dagar utanför den tiden är inte med.",
        };
        return Line(
            section.Sources,
            section.ReadOn,
            section.Period is { } words ? $"Avser {words}." : null,
            outside,
            section.Missing
        );
    }

    /// <inheritdoc cref="Line(SectionSource)"/>
    internal static string Line(IReadOnlyList<ListSource> sources, DateOnly readOn, params string?[] more)
    {
        var read = sources.Any(s => s.WasRead)
            ? $", {Swedish.Form(sources.Count, "läst", "lästa")} den {Swedish.Long(readOn)}"
            : "";
        var first =
            $"{Swedish.Form(sources.Count, "Källa", "Källor")}: {string.Join("; ", sources.Select(s => s.Html))}{read}.";
        return $"<p>{string.Join(' ', [first, .. more.OfType<string>()])}</p>";
    }

    private string Html => $"{Name}, {(WasRead ? Rows : "som inte har lästs")}";

    private string Name =>
        Link is null
            ? SecurityElement.Escape(Used.List)
            : $"<a href=\"{SecurityElement.Escape(Link.AbsoluteUri)}\">{SecurityElement.Escape(Used.List)}</a>";

    private string Rows =>
        InList switch
        {
            0 => "som är tom",
            { } all when all != Used.Rows.Count =>
                $"{Swedish.Number(Used.Rows.Count)} av {Swedish.Count(all, "rad", "rader")}",
            _ => Swedish.Count(Used.Rows.Count, "rad", "rader"),
        };
}
