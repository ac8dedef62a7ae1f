using SpLg.Core.Fields;
using SpLg.Core.Language;
using SpLg.Core.Lists;

namespace SpLg.Core.Review;

/// <summary>What a section stands on, so that one without rows says so in words and never disappears silently.</summary>
/// <param name="Sentence">Swedish; null when there are rows to show.</param>
/// <param name="LeftOut">Swedish: what the open edition leaves out of the section's list; null when nothing is.</param>
public sealed record Basis(Coverage Coverage, string? Sentence, string? LeftOut = null)
{
    public const string TextName = "Underlag";
    public const string CoverageName = "Läge";
    public const string LeftOutName = "Utelämnat";

    /// <summary>
    /// In an open edition the rows that would belong here may be left out. An empty list is missing data, and so is one that was not read or whose rows might belong here; a list with rows
    /// but none for the section is nothing to report.
    /// </summary>
    /// <param name="list">Swedish list title.</param>
    /// <param name="inList">Rows in the list, of any year.</param>
    /// <param name="inSection">Rows the section shows.</param>
    /// <param name="nothing">The whole sentence for nothing to report.</param>
    /// <param name="withoutYear">Rows that belong to no year that can be read, where the section is of one year.</param>
    public static Basis Of(OrganisationLists lists, string list, int inList, int inSection, string nothing, int withoutYear = 0) =>
        Shown(lists, list, inList, inSection, nothing, withoutYear) with { LeftOut = lists.LeftOut.GetValueOrDefault(list)?.Sentence };

    private static Basis Shown(OrganisationLists lists, string list, int inList, int inSection, string nothing, int withoutYear) =>
        inSection > 0 ? new(Coverage.Reported, null)
        : withoutYear > 0 ? new(Coverage.NoData, $"Underlag saknas: {(withoutYear == 1 ? "en rad" : $"{Swedish.InWords(withoutYear)} rader")} i listan {list} har inget år som går att läsa, så det går inte att säga om {(withoutYear == 1 ? "den" : "de")} hör hit.")
        : lists.NotRead.Contains(list) ? new(Coverage.NoData, $"Underlag saknas: listan {list} har inte lästs.")
        : lists.LeftOut.ContainsKey(list) ? new(Coverage.NotOpen, $"Inget ur listan {list} redovisas i den öppna utgåvan.")
        : inList > 0 ? new(Coverage.NothingToReport, nothing)
        : new(Coverage.NoData, $"Underlag saknas: listan {list} är tom.");

    /// <summary>The three fields every section begins with.</summary>
    public static FieldSetBuilder<T> Fields<T>(Func<T, Basis> basis)
        where T : notnull => new FieldSetBuilder<T>()
            .Text(TextName, "En mening när det inte finns något att redovisa eller när underlag saknas; annars tomt.", s => basis(s).Sentence)
            .Text(CoverageName, "Redovisad, Inget att rapportera, Underlag saknas eller Redovisas inte öppet.", s => Choice.Text(basis(s).Coverage))
            .Text(LeftOutName, "Hur många rader ur listan som den öppna utgåvan utelämnar och varför; annars tomt.", s => basis(s).LeftOut);
}
