using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;

namespace SpLg.Tests.Templates;

/// <summary>No shipped review says a word of another form of organisation than the one it is made for.</summary>
public sealed class FormWordsTests
{
    private const string City = @"\bstad(en|ens)?\b|stadsgemensam";
    private const string Municipal = @"\bkommun(en|ens)?\b|kommunfullmäktige";
    private const string Committee = @"\bnämnd(en|ens)?\b|förvaltning(en|ens|schef\w*)\b|reglemente";
    private const string Company = @"\bbolag\w*|\bstyrelse(n|ns)?\b|ägardirektiv|affärsplan";
    private const string Federation = @"\bförbund\w*|\bdirektion\w*";
    private const string Region = @"\bregion(en|ens)?\b";
    private const string State = @"generaldirektör|\bstaten(s)?\b|regleringsbrev";

    public static TheoryData<string, string, string> Forms =>
        new()
        {
            { "Nämnd", "", string.Join('|', Municipal, Company, Federation, Region, State) },
            { "Nämnd", "Ekby kommun", string.Join('|', City, Company, Federation, Region, State) },
            { "Bolag", "", string.Join('|', Municipal, Committee, Federation, Region, State) },
            { "Bolag", "Ekby kommun", string.Join('|', City, Committee, Federation, Region, State) },
            { "Kommunalförbund", "", string.Join('|', City, Municipal, Committee, Company, Region, State) },
            { "Region", "", string.Join('|', City, Municipal, Company, Federation, State) },
            { "Statlig myndighet", "", string.Join('|', City, Municipal, Committee, Company, Federation, Region) },
        };

    [Theory]
    [MemberData(nameof(Forms))]
    public void No_word_of_another_form_stands_in_the_review(string form, string city, string others)
    {
        foreach (var edition in Enum.GetValues<Edition>())
        foreach (var file in Templates(form))
        {
            var organisation = new Organisation()
                .Add("Settings", ("OrganisationName", "Ekby"), ("OrganisationForm", form), ("CityName", city))
                .Add(
                    "ProcessingActivities",
                    ("Title", "Arkiv"),
                    ("System", "Arkia"),
                    ("SystemCategory", "Stadsgemensam")
                )
                .Add("ContextFactors", ("Title", "Ny organisation"), ("Kind", "Staden"), ("Year", Organisation.Year))
                .Add("GoverningDocuments", ("Title", "Riktlinje"), ("Level", "Lokal"), ("Year", Organisation.Year));
            var text = Text(ReviewTemplates.Compile(file).Fill(organisation.Build(edition)));

            // The list's own choices are the words of its rows; the city's name is a name.
            var said = Regex.Replace(
                text,
                "Ekby kommun|Stadsgemensam\\b|\\bStad\\b",
                "",
                RegexOptions.None,
                TimeSpan.FromSeconds(5)
            );
            Assert.DoesNotMatch(new Regex(others, RegexOptions.IgnoreCase, TimeSpan.FromSeconds(5)), said);
        }
    }

    private static IEnumerable<string> Templates(string form) =>
        ReviewTemplates.Files.Where(f => f.Contains("bolag", StringComparison.Ordinal) == (form == "Bolag"));

    private static string Text(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        var main = document.MainDocumentPart!;
        return string.Join('\n', main.Document.Body!.InnerText, main.FootnotesPart?.Footnotes.InnerText);
    }
}
