using SpLg.Templates;
using SpLg.Word.Validation;

namespace SpLg.Drafting;

/// <summary>A document as a Word file.</summary>
/// <param name="Trace">Where its figures come from; the file carries it too.</param>
/// <param name="Overwritten">Generated parts that a person had changed by hand and that have been written anew.</param>
/// <param name="TemplateFindings">What the person who edits the template or the document should know, although it could
/// be filled.</param>
internal sealed record DocumentFile(
    byte[] Content,
    DocumentTrace Trace,
    IReadOnlyList<EditedBlock> Overwritten,
    IReadOnlyList<TemplateFinding> TemplateFindings
)
{
    /// <summary>True when the library's file is this one, whatever SharePoint has written into it.</summary>
    public bool IsSameAs(byte[] there) =>
        Content.AsSpan().SequenceEqual(there) || Fingerprint.Of(Trace.Name, Content).ChangedParts(there).Count == 0;

    /// <summary>Compiles a document of the library, to be filled again around what people have written in it.</summary>
    /// <exception cref="SiteFaultException">It cannot be filled as it is; in Swedish.</exception>
    public static Template Refillable(byte[] there, PlannedDocument document, string library)
    {
        var template = KnownTemplates.Of.Compile(there, document.FileName, document.Kind.Fields);
        return template.CanFill
            ? template
            : throw new SiteFaultException(
                $"Dokumentet ”{document.FileName}” i biblioteket {library} kan inte fyllas i som det ser ut nu. "
                    + $"Återställ en tidigare version av det, eller byt namn på det så att ett nytt skapas. {Told(template.Findings)}"
            );
    }

    /// <summary>For a column and a screen.</summary>
    private static string Told(IReadOnlyList<TemplateFinding> findings)
    {
        const int most = 10;
        return string.Join(' ', findings.OrderByDescending(f => f.Level).Take(most))
            + (findings.Count > most ? $" … och {findings.Count - most} till." : "");
    }

    /// <inheritdoc cref="Examine"/>
    /// <returns>The same file, with what is to say of it.</returns>
    public DocumentFile Checked(string fileName, byte[] filled) =>
        this with
        {
            TemplateFindings = [.. TemplateFindings, .. Examine(fileName, Content, filled)],
        };

    /// <summary>Looks whether a document may be saved, and says how it keeps to Word's format.</summary>
    /// <param name="content">Of the document.</param>
    /// <param name="filled">What was filled: a template, or a document that was filled before.</param>
    /// <exception cref="SiteFaultException">The filling has added what Word's format does not allow; in
    /// Swedish.</exception>
    public static IReadOnlyList<TemplateFinding> Examine(string fileName, byte[] content, byte[] filled)
    {
        var report = SchemaCheck.Of(content);
        if (report.AddedTo(filled) is { Count: > 0 } added)
        {
            throw new SiteFaultException(
                $"”{fileName}” har inte sparats, eftersom Word kanske inte skulle kunna öppna filen. {Told(added)} "
                    + "Felen finns inte i det som fylldes i utan uppstår när uppgifterna sätts in. "
                    + "Ändra mallen på de platserna (splg template check visar samma fel), eller välj en annan mall."
            );
        }
        return
        [
            .. report.Faults.Count == 0 ? [] : new[] { OwnFaults(fileName, report) },
            .. report.Unchecked is null ? [] : new[] { Unexamined(fileName, report.Unchecked) },
        ];
    }

    private static TemplateFinding Unexamined(string fileName, string why) =>
        new(
            FindingLevel.Info,
            fileName,
            Heading: null,
            Place: null,
            Text: null,
            $"{why} Dokumentet har sparats ändå. Öppna det i Word och se efter att allt finns med innan det används."
        );

    private static string Told(IReadOnlyList<SchemaFault> faults)
    {
        const int most = 3;
        var told = faults
            .Take(most)
            .Select(f => $"{(f.Heading is null ? "" : $"Under rubriken ”{f.Heading}”, ")}{f.Place}: {f.Message}");
        return string.Join(' ', told) + (faults.Count > most ? $" … och {faults.Count - most} slags fel till." : "");
    }

    /// <summary>
    /// Faults that a person's own file has, or that another program has brought, stop nothing: Word opens most of them.
    /// </summary>
    private static TemplateFinding OwnFaults(string fileName, SchemaReport report) =>
        new(
            FindingLevel.Info,
            fileName,
            report.Faults[0].Heading,
            report.Faults[0].Place,
            report.Faults[0].Text,
            $"Mallen eller dokumentet hade redan {Swedish.Count(report.Places, "fel", "fel")} mot Words format, "
                + $"som har följt med; det första: {report.Faults[0].Message} "
                + "Word brukar rätta sådant när filen öppnas och sparas där. splg template check visar alla."
        );

    /// <param name="template">A template, or a document that was filled before, compiled for the document's
    /// kind.</param>
    /// <param name="trace">Goes into the file.</param>
    /// <exception cref="TemplateException">The template has errors; all are listed.</exception>
    public static DocumentFile Fill(Template template, PlannedDocument document, DocumentTrace trace)
    {
        using var content = new MemoryStream();
        var isApproved = document.Data is BuiltReview { Cover.ApprovedOn: not null };
        var properties = new DocumentProperties(
            Title: document.Title,
            CommentedOn: trace.Stamp.ReadOn,
            IsFinal: isApproved,
            IsNameless: trace.Edition == Edition.Open
        );
        var filled = template.Fill(document.Data, content, properties, trace.Xml());
        return new(content.ToArray(), trace, filled.EditedBlocks, template.Findings);
    }
}
