namespace SpLg.Core.PersonalData;

/// <summary>
/// Personal data in what stands on every cover: the organisation's own row and the number a review is registered under.
/// No person decides on those row by row, so the text has to go.
/// </summary>
internal static class CoverChecks
{
    /// <summary>One may look like a phone number and be none.</summary>
    private const string RegistryNumber = "Diarienummer";

    public static IEnumerable<Finding> Of(OrganisationLists lists) =>
        [
            .. lists
                .Of(Setting.AsList)
                .SelectMany(s =>
                    Check(
                        s.Origin,
                        [
                            ("Organisation", s.OrganisationName),
                            ("Stad eller kommun", s.CityName),
                            ("Grupp som fastställer", s.ApproverGroup),
                        ]
                    )
                ),
            .. lists.Of(ReviewRequest.AsList).SelectMany(r => Check(r.Origin, [(RegistryNumber, r.RegistryNumber)])),
        ];

    private static IEnumerable<Finding> Check(RowOrigin origin, IEnumerable<(string Column, string? Text)> texts) =>
        from text in texts
        where text.Text is not null
        let what = WhatIn(text.Column, text.Text)
        where what is not null
        select origin.Error(
            text.Column,
            $"Texten ser ut att innehålla {what} och står i alla dokument. Ta bort det ur kolumnen: "
                + "den öppna utgåvan kan inte tas fram förrän det är gjort."
        );

    private static string? WhatIn(string column, string text)
    {
        var folded = FoldedText.Of(text);
        if (PersonalNumber.IsIn(folded))
            return "ett personnummer";
        if (EmailAddress.IsIn(folded))
            return "en e-postadress";
        return column != RegistryNumber && PhoneNumber.IsIn(folded) ? "ett telefonnummer" : null;
    }
}
