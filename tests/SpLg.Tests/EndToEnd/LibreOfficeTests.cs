using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SpLg.Tests.EndToEnd;

/// <summary>
/// Documents that LibreOffice has saved, which drops what marks the generated parts, are filled again like any other.
/// With <c>SPLG_FULL=1</c> every shipped one, without it a review and a checklist.
/// </summary>
public sealed class LibreOfficeTests : IDisposable
{
    private const string Own = "Ett stycke som samordnaren har skrivit.";

    private static readonly (string Name, string[] Arguments)[] Shipped =
    [
        ("namnd", ["--template", "ledningens-genomgang"]),
        ("sjalvskattning", ["--type", "self-assessment"]),
        ("bolag", ["--template", "ledningens-genomgang-bolag"]),
        ("resultat", ["--template", "ledningens-genomgang-resultat"]),
        ("lage", ["--template", "ledningens-genomgang-lage"]),
        ("plan", ["--type", "action-plan", "--for", "Bibliotek"]),
        ("upphandling", ["--type", "procurement-checklist", "--for", "Styrsystem för vattenrening"]),
        ("lathund", ["--type", "role-checklist", "--for", "chefer"]),
    ];

    private static readonly string[] Overwritten =
    [
        "omtexter.sammanfattning-1",
        "omincidenter.underlag-1",
        "ommål.underlag-1",
    ];

    private readonly string folder = Directory.CreateTempSubdirectory("splg-libreoffice-").FullName;

    [LibreOfficeFact]
    public async Task A_shipped_document_that_LibreOffice_has_saved_twice_is_filled_with_other_data()
    {
        var kinds = SampleOrAll.IsAll ? Shipped : Shipped[..1];
        foreach (var (name, arguments) in kinds)
        {
            var file = Path.Combine(folder, name + ".docx");
            await RenderAsync(file, 2026, arguments);
            await File.WriteAllBytesAsync(file, Documents.WithParagraph(await File.ReadAllBytesAsync(file), Own));
        }
        // Parts that a person has written in, and that have got a comment for it.
        var commented = Path.Combine(folder, "namnd.docx");
        foreach (var part in Overwritten)
            await File.WriteAllBytesAsync(
                commented,
                Documents.WithTextInControl(await File.ReadAllBytesAsync(commented), part, t => t + "!")
            );
        Assert.Contains(
            "ändrats för hand",
            await RenderAsync(commented, 2026, ["--template", commented]),
            StringComparison.Ordinal
        );
        await LibreOffice.SaveAsync(folder, Directory.GetFiles(folder, "*.docx"));
        await LibreOffice.SaveAsync(
            Path.Combine(folder, "saved"),
            Directory.GetFiles(Path.Combine(folder, "saved"), "*.docx")
        );
        foreach (var (name, arguments) in kinds)
        {
            var expected = Path.Combine(folder, name + "-expected.docx");
            var refilled = Path.Combine(folder, name + "-refilled.docx");
            var saved = Path.Combine(folder, "saved", "saved", name + ".docx");
            await RenderAsync(expected, 2025, arguments);
            var told = await RenderAsync(
                refilled,
                2025,
                [
                    .. arguments.Where(a =>
                        a != "--template" && !a.StartsWith("ledningens-", StringComparison.Ordinal)
                    ),
                    "--template",
                    saved,
                ]
            );
            // LibreOffice itself writes some properties in an order that Word's format does not have.
            Assert.All(
                TemplateFindings(told),
                finding => Assert.Contains("mot Words format", finding, StringComparison.Ordinal)
            );
            Assert.DoesNotContain("ändrats för hand", told, StringComparison.Ordinal);
            Assert.Equal([.. Paragraphs(expected), Own], Paragraphs(refilled));
            Assert.Equal(Fields(expected), Fields(refilled));
            Assert.Empty(Faults(refilled).Except(Faults(saved)));
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static IEnumerable<string> TemplateFindings(string told) =>
        told.Split('\n')
            .SkipWhile(l => !l.StartsWith("Iakttagelser om mallen", StringComparison.Ordinal))
            .Skip(1)
            .TakeWhile(l => l.Contains(" · ", StringComparison.Ordinal));

    private static async Task<string> RenderAsync(string file, int year, string[] arguments)
    {
        var run = await SplgRun.InProcessAsync([
            "render",
            ShippedFiles.DemoFolder,
            "--year",
            year.ToString(),
            "--out",
            file,
            .. arguments,
        ]);
        Assert.True(run.Code == ExitCode.Ok, run.ToString());
        return run.Output;
    }

    private static List<string> Paragraphs(string file)
    {
        using var document = WordprocessingDocument.Open(file, isEditable: false);
        return
        [
            .. document
                .MainDocumentPart!.Document.Body!.Descendants<Paragraph>()
                .Select(p => p.InnerText.Trim())
                .Where(t => t.Length > 0),
        ];
    }

    private static List<FieldCharValues> Fields(string file)
    {
        using var document = WordprocessingDocument.Open(file, isEditable: false);
        return [.. document.MainDocumentPart!.Document.Descendants<FieldChar>().Select(f => f.FieldCharType!.Value)];
    }

    // LibreOffice itself writes some properties in an order that Word's schema does not have.
    private static HashSet<string> Faults(string file)
    {
        using var document = WordprocessingDocument.Open(file, isEditable: false);
        return [.. new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document).Select(e => e.Description)];
    }
}
