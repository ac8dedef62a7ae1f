using SpLg.Core.PersonalData;

namespace SpLg.Core.Findings;

/// <summary>
/// A text of a row that a document may show, with the Swedish name of its column.
/// </summary>
internal readonly record struct PublishedText(RowOrigin Origin, string Column, string Text, bool IsHtml)
{
    /// <summary>The personal data that it seems to hold; of formatted text in the words that a reader sees.</summary>
    public PersonalTraits Traits => PersonalTraits.In(Text, IsHtml);

    /// <summary>
    /// Every such text of the lists that have a decision on personal data. People's names are meant to be there in the
    /// full edition; what a list declares not to be looked through is in none.
    /// </summary>
    public static IEnumerable<PublishedText> Of(OrganisationLists lists)
    {
        foreach (var list in lists.AsRead.All.Where(l => l.List.IsExamined))
        {
            foreach (var row in list.Rows)
            {
                foreach (var text in row.Origin.Texts.Where(t => !list.List.NotExamined.Contains(t.Name)))
                    yield return new(row.Origin, text.Column, text.Text, text.IsHtml);
                foreach (var cell in row.Origin.Unread)
                    yield return new(row.Origin, cell.Column, cell.Text, IsHtml: false);
            }
        }
    }
}
