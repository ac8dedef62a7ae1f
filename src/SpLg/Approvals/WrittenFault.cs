using SpLg.Core.PersonalData;

namespace SpLg.Approvals;

/// <summary>
/// Why what people have written into an open edition keeps it from being handed over: an identity number, an e-mail
/// address or a phone number that nobody has decided about, and an address that its readers may not open.
/// </summary>
internal static class WrittenFault
{
    private const string Decide =
        "Ta bort det ur dokumentet, eller välj Ja i Personuppgifter granskade på genomgångens rad om det får publiceras.";

    /// <param name="isReviewed">Whether a person has decided that such addresses and phone numbers may be
    /// published.</param>
    /// <returns>In Swedish, after "har någon skrivit"; null when there is nothing.</returns>
    public static string? Of(IReadOnlyList<WrittenText> written, bool isReviewed, OpenLinks links)
    {
        foreach (var text in written)
        {
            var folded = FoldedText.Of(text.Text);
            if (PersonalNumber.IsIn(folded))
                return Told("vad som ser ut som ett personnummer", text, "Ta bort det ur dokumentet.");
            if (!isReviewed && EmailAddress.IsIn(folded))
                return Told("vad som ser ut som en e-postadress", text, Decide);
            if (!isReviewed && PhoneNumber.IsIn(folded))
                return Told("vad som ser ut som ett telefonnummer", text, Decide);
        }
        // A number that goes on in the next paragraph.
        foreach (var place in written.GroupBy(t => t.Where, StringComparer.Ordinal))
        {
            if (PersonalNumber.IsIn(string.Join('\f', place.Select(t => t.Text))))
                return Told("vad som ser ut som ett personnummer", place.First(), "Ta bort det ur dokumentet.");
        }
        return written.FirstOrDefault(t => t.IsForReaders && links.Words(t.Text) != t.Text) is not { } closed
            ? null
            : $"en adress som bara vissa får öppna. Den står i {closed.Where}. Ta bort den ur dokumentet, "
                + "eller skriv adressen till något som alla medarbetare kan läsa.";
    }

    private static string Told(string what, WrittenText text, string remedy) =>
        $"{what}, som alla medarbetare skulle kunna läsa. Det står i {text.Where}. {remedy}";
}
