using SpLg.Core.PersonalData;

namespace SpLg.Core.Findings;

/// <summary>
/// Personal data in texts that may be published: identity numbers in any row, e-mail addresses and phone numbers in
/// what an open edition shows. A person decides, in the column Personuppgifter granskade.
/// </summary>
internal static class PersonalDataChecks
{
    private static readonly Kind IdentityNumber = new("ett personnummer", "det", t => t.HasNumber);

    private static readonly Kind[] Addresses =
    [
        new("en e-postadress", "den", t => t.HasEmail),
        new("ett telefonnummer", "det", t => t.HasPhone),
    ];

    public static IEnumerable<Finding> Of(OrganisationLists lists)
    {
        foreach (var text in PublishedText.Of(lists))
        {
            if (IdentityNumber.IsIn(text.Traits))
                yield return IsDecided(text)
                    ? Decided(text, IdentityNumber)
                    : text.Origin.Error(
                        text.Column,
                        $"Texten ser ut att innehålla {IdentityNumber.Name}. Ta bort det: texten kan komma att "
                            + "publiceras. Om det får stå kvar, välj Ja i kolumnen Personuppgifter granskade."
                    );
        }
        foreach (var (text, kind) in In(OpenEdition.Of(lists), Addresses))
        {
            yield return IsDecided(text)
                ? Decided(text, kind)
                : text.Origin.Warning(
                    text.Column,
                    $"Texten ser ut att innehålla {kind.Name} och kan komma att publiceras. Ta bort {kind.It}, "
                        + $"märk raden Intern, eller välj Ja i kolumnen Personuppgifter granskade om {kind.It} får "
                        + "publiceras."
                );
        }
    }

    /// <summary>Personal data in the rows of an open edition that nobody has decided about yet.</summary>
    public static IEnumerable<Finding> Undecided(OrganisationLists open) =>
        In(open, [IdentityNumber, .. Addresses])
            .Where(found => !IsDecided(found.Text))
            .Select(found =>
                found.Text.Origin.Error(
                    found.Text.Column,
                    "Den öppna utgåvan kan inte tas fram, eftersom texten ser ut att innehålla "
                        + $"{found.Kind.Name}. Ta bort {found.Kind.It}, märk raden Intern eller Sekretess, eller välj "
                        + $"Ja i kolumnen Personuppgifter granskade om {found.Kind.It} får publiceras."
                )
            );

    /// <summary>
    /// True when somebody has read the row and decided that what looks like personal data may be published.
    /// </summary>
    public static bool IsDecided(RowOrigin origin) => origin.PersonalDataReviewed.Is(true);

    private static bool IsDecided(PublishedText text) => IsDecided(text.Origin);

    private static IEnumerable<(PublishedText Text, Kind Kind)> In(
        OrganisationLists lists,
        IReadOnlyList<Kind> kinds
    ) =>
        PublishedText
            .Of(lists)
            .SelectMany(text =>
            {
                var traits = text.Traits;
                return kinds.Where(k => k.IsIn(traits)).Select(k => (text, k));
            });

    private static Finding Decided(PublishedText text, Kind kind) =>
        text.Origin.Info(
            text.Column,
            $"Texten ser ut att innehålla {kind.Name}. Raden är granskad, och {kind.It} får publiceras."
        );

    /// <param name="Name">Swedish, with its article.</param>
    /// <param name="It">The pronoun for it.</param>
    private sealed record Kind(string Name, string It, Func<PersonalTraits, bool> IsIn);
}
