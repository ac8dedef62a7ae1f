using System.Security.Cryptography;
using static SpLg.Core.Pages.PageHtml;

namespace SpLg.Core.Pages;

/// <summary>
/// Page on the intranet that every employee reads about a review: the main things in plain words, the figures against
/// last year, what has been decided, and the way to the document.
/// </summary>
/// <param name="Description">A sentence for lists of news.</param>
/// <param name="Sections">HTML, from the top down.</param>
/// <param name="Mark">Eight hexadecimal digits that stand in the text and change with it. SharePoint rewrites HTML as
/// it likes, so only a mark tells whether a page already holds this.
/// </param>
public sealed record ReviewPage(string Title, string Description, IReadOnlyList<string> Sections, string Mark)
{
    /// <param name="review">The open edition.</param>
    /// <exception cref="ArgumentException">It is the full edition, which never leaves the restricted
    /// library.</exception>
    public static ReviewPage Of(BuiltReview review, ReviewLinks links)
    {
        var cover = review.Cover;
        if (cover.Edition != Edition.Open)
            throw new ArgumentException("A page is made of the open edition only.", nameof(review));
        var title = $"Ledningens genomgång av informationssäkerheten {Year(cover.Year)}";
        var description =
            $"Så arbetade {cover.Organisation ?? cover.Words.TheOrganisation} med "
            + $"informationssäkerhet under {Year(cover.Years.FollowUp)}, och det här ska bli bättre.";
        string[] sections =
        [
            Lead(cover) + InShort(review),
            Figures(review.Of(Summary.Section).Figures, cover.Years.FollowUp),
            Decided(review),
            ReadMore(links, cover.Year),
            AboutPage(cover),
        ];
        var mark = MarkOf([title, description, .. sections]);
        sections[^1] += Paragraph($"Kontrollnummer: {mark}. Det visar vilken version av sidan det här är.");
        return new(title, description, sections, mark);
    }

    /// <summary>True when a page's text says this and nothing else, however its HTML is written.</summary>
    public bool IsWholeOf(string html) => HtmlText.Letters(html) == HtmlText.Letters(string.Concat(Sections));

    private static string Lead(Cover cover) =>
        Paragraph(
            $"En gång om året går {cover.Words.TheHead} igenom hur "
                + $"{cover.Organisation ?? cover.Words.TheOrganisation} "
                + "skyddar sin information, och beslutar vad som ska bli bättre. Det kallas ledningens genomgång. Här är det viktigaste."
        ) + (cover.ApprovalSentence is { } approval ? Paragraph(approval) : "");

    // A choice of the page: the sections that concern every employee, what has happened first.
    private static string InShort(BuiltReview review)
    {
        string[] sentences =
        [
            .. (
                (string?[])
                    [
                        review.Of(Incidents.Section).Sentence,
                        review.Of(Trainings.Section).Sentence,
                        review.Of(Objectives.Section).Sentence,
                        review.Of(EarlierActions.Section).Sentence,
                        review.Of(Procurements.Section).Sentence,
                    ]
            ).OfType<string>(),
        ];
        var written = TextOf(review, "Sammanfattning");
        var told = sentences.Length > 0 ? Bullets(sentences.Select(Text)) : "";
        if (written.Length + told.Length == 0)
            told = Paragraph("Det finns inga uppgifter att visa här.");
        return Heading("I korthet") + written + told;
    }

    // There is no picture beside the table. A page shows one by an image web part, whose file has to be a raster
    // picture in a library; Word draws our charts, so there is none, and a drawing without numbers and names in it
    // would say less than the table. An SVG file is not shown by that web part, and what ties a picture to its web part
    // (customMetadata) is not in Graph's metadata.
    private static string Figures(IReadOnlyList<KeyFigure> figures, int year)
    {
        if (figures.Count == 0)
            return Heading("Året i siffror") + Paragraph("Det finns inga siffror att visa.");
        var meanings = figures
            .Where(f => f.Meaning is not null)
            .Select(f => $"<strong>{Text(f.Name)}</strong>: {Text(f.Meaning!)}.");
        return Heading("Året i siffror")
            + Table(
                $"Siffror för {Year(year)} jämförda med {Year(year - 1)}",
                ["Vad som mäts", Year(year), Year(year - 1), $"Jämfört med {Year(year - 1)}"],
                figures.Select(f => (IReadOnlyList<string>)[f.Name, f.Now, f.BeforeText, Trend.WithoutNumbers(f.Trend)])
            )
            + SubHeading("Så läser du siffrorna")
            + Bullets(meanings);
    }

    private static string Decided(BuiltReview review)
    {
        var verdict = TextOf(review, "Slutsats");
        var decisions = ToldLines.Of(review.Of(NewDecisions.Section).Rows);
        return Heading("Bedömning och beslut")
            + SubHeading("Den samlade bedömningen")
            + (verdict.Length > 0 ? verdict : Paragraph("Ingen samlad bedömning är nedskriven i den öppna utgåvan."))
            + SubHeading("Det här är beslutat")
            + (
                decisions.Count > 0
                    ? Bullets(
                        decisions.Select(d =>
                            $"<strong>{Text(Swedish.WithStop(d.Title ?? "Beslut utan rubrik"))}</strong>"
                            + $"{(d.Text is { } text ? $" {Text(text)}" : "")}"
                        )
                    )
                    : Paragraph("Inga beslut redovisas i den öppna utgåvan.")
            );
    }

    private static string ReadMore(ReviewLinks links, int year)
    {
        var others = links.Others.Where(o => o.Year != year).OrderByDescending(o => o.Year).Select(Other);
        return Heading("Läs mer")
            + Bullets([
                $"{Link(links.Document, $"Hela genomgången {Year(year)} (Word)")}. Den går att läsa med hjälpmedel.",
                links.Pdf is { } pdf
                    ? $"{Link(pdf, $"Hela genomgången {Year(year)} (PDF)")}. Den är gjord automatiskt av Word-dokumentet."
                    : "Det finns ingen PDF av dokumentet.",
            ])
            + SubHeading("Andra år")
            + (
                links.Others.Any(o => o.Year != year)
                    ? Bullets(others)
                    : Paragraph("Inga andra år är publicerade här ännu.")
            )
            + $"<p>{Link(links.Library, "Alla publicerade genomgångar")}</p>";

        static string Other(OtherReview other) =>
            (other.Page, other.Document) switch
            {
                ({ } page, { } document) => $"{Link(page, $"Sidan om genomgången {Year(other.Year)}")} och "
                    + $"{Link(document, $"hela genomgången {Year(other.Year)} (Word)")}",
                ({ } page, null) => Link(page, $"Sidan om genomgången {Year(other.Year)}"),
                (null, { } document) => Link(document, $"Hela genomgången {Year(other.Year)} (Word)"),
                _ => Text(Year(other.Year)),
            };
    }

    private static string AboutPage(Cover cover) =>
        Heading("Om den här sidan")
        + Paragraph(
            "Sidan visar den öppna utgåvan av genomgången. Uppgifter om vem som ansvarar för vad och interna "
                + "uppgifter är inte med, och antal som är så små att de kan peka ut någon visas inte."
                + (cover.LeftOut.Sentence is { } leftOut ? $" {leftOut}" : "")
        )
        + Paragraph($"Uppgifterna är hämtade den {Swedish.Long(cover.ReadOn)}.")
        + Paragraph(
            cover.RegistryNumber is { } number ? $"Diarienummer: {number}" : "Genomgången har inget diarienummer."
        );

    private static string TextOf(BuiltReview review, string place) =>
        review.Of(StandingTexts.Section).HtmlByKey.GetValueOrDefault(StandingTexts.Fold(place)) is { } html
            ? Plain(html)
            : "";

    private static string MarkOf(IReadOnlyList<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts))))[..8];

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);
}
