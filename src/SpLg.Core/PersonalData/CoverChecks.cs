namespace SpLg.Core.PersonalData;

/// <summary>Personal data in what stands on every cover, such as the organisation's name.</summary>
internal static class CoverChecks
{
    /// <param name="lists">As they were read.</param>
    public static IEnumerable<Finding> Of(OrganisationLists lists) =>
        from list in lists.AsRead.All
        from row in list.Rows
        from text in row.Origin.Texts
        where list.List.OnCover.Contains(text.Name)
        let what = WhatIn(text.Text, list.List.RegistryNumbers.Contains(text.Name))
        where what is not null
        select row.Origin.Error(
            text.Column,
            $"Texten ser ut att innehålla {what} och står i alla dokument. Ta bort det ur kolumnen: "
                + "den öppna utgåvan kan inte tas fram förrän det är gjort."
        );

    private static string? WhatIn(string text, bool isRegistryNumber)
    {
        var folded = FoldedText.Of(text);
        if (PersonalNumber.IsIn(folded))
            return "ett personnummer";
        if (EmailAddress.IsIn(folded))
            return "en e-postadress";
        return !isRegistryNumber && PhoneNumber.IsIn(folded) ? "ett telefonnummer" : null;
    }
}
