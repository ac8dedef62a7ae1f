namespace SpLg.Core.PersonalData;

/// <summary>Kinds of personal data that a text seems to hold.</summary>
internal readonly record struct PersonalTraits(bool HasNumber, bool HasEmail, bool HasPhone)
{
    private static readonly LongTexts<PersonalTraits> Formatted = new(
        html => Look(string.Join('\f', HtmlText.Examined(html))),
        _ => 0
    );

    private static readonly LongTexts<PersonalTraits> Plain = new(Look, _ => 0);

    /// <param name="isHtml">Whether it is formatted text, of which only what a reader sees counts.</param>
    public static PersonalTraits In(string text, bool isHtml) => isHtml ? Formatted.In(text) : Plain.In(text);

    private static PersonalTraits Look(string text)
    {
        var folded = FoldedText.Of(text);
        return new(PersonalNumber.IsIn(folded), EmailAddress.IsIn(folded), PhoneNumber.IsIn(folded));
    }
}
