using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SpLg.Tests.Story;

/// <summary>A Word file as Word would judge it.</summary>
internal static class Documents
{
    public static void AssertValid(byte[] content)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(content), isEditable: false);
        var errors = new OpenXmlValidator(FileFormatVersions.Microsoft365)
            .Validate(document)
            .Select(e => $"{e.Path?.XPath}: {e.Description}")
            .ToList();
        Assert.True(errors.Count == 0, string.Join('\n', errors));
    }

    /// <summary>The document with a paragraph a person has written at its end.</summary>
    public static byte[] WithParagraph(byte[] content, string text)
    {
        using var changed = new MemoryStream();
        changed.Write(content);
        using (var document = WordprocessingDocument.Open(changed, isEditable: true))
        {
            var body = document.MainDocumentPart!.Document.Body!;
            var paragraph = new Paragraph(new Run(new Text(text)));
            if (body.GetFirstChild<SectionProperties>() is { } last)
                body.InsertBefore(paragraph, last);
            else
                body.AppendChild(paragraph);
        }
        return changed.ToArray();
    }

    /// <summary>
    /// The document where a person has written inside the first generated part of its body that holds text.
    /// </summary>
    public static byte[] WithTextInFirstControl(byte[] content, string text)
    {
        using var changed = new MemoryStream();
        changed.Write(content);
        using (var document = WordprocessingDocument.Open(changed, isEditable: true))
            document
                .MainDocumentPart!.Document.Body!.Descendants<SdtElement>()
                .SelectMany(s => s.Descendants<Text>())
                .First()
                .Text = text;
        return changed.ToArray();
    }

    /// <summary>The document where a person has changed the text of one generated part.</summary>
    /// <param name="id">As in <see cref="SpLg.Word.GeneratedPart"/>.</param>
    /// <param name="change">Of each run's text.</param>
    public static byte[] WithTextInControl(byte[] content, string id, Func<string, string> change) =>
        WithControl(
            content,
            id,
            control =>
            {
                foreach (var text in control.Descendants<Text>())
                    text.Text = change(text.Text);
            }
        );

    private static byte[] WithControl(byte[] content, string id, Action<SdtElement> change)
    {
        using var changed = new MemoryStream();
        changed.Write(content);
        using (var document = WordprocessingDocument.Open(changed, isEditable: true))
            change(
                document
                    .MainDocumentPart!.Document.Body!.Descendants<SdtElement>()
                    .Single(s => s.SdtProperties?.GetFirstChild<Tag>()?.Val?.Value == "splg:" + id)
            );
        return changed.ToArray();
    }

    /// <summary>The document without one generated part.</summary>
    /// <param name="id">As in <see cref="SpLg.Word.GeneratedPart"/>.</param>
    public static byte[] WithoutControl(byte[] content, string id) =>
        WithControl(content, id, control => control.Remove());

    /// <summary>
    /// The document where nothing tells any more where a generated part begins and ends; its text stands.
    /// </summary>
    /// <param name="id">As in <see cref="SpLg.Word.GeneratedPart"/>.</param>
    public static byte[] WithoutMarks(byte[] content, string id) =>
        WithControl(
            content,
            id,
            control =>
            {
                foreach (var mark in control.Descendants<BookmarkStart>().ToList())
                    mark.Remove();
                foreach (
                    var child in control.ChildElements.Single(c => c.LocalName == "sdtContent").ChildElements.ToList()
                )
                {
                    child.Remove();
                    control.InsertBeforeSelf(child);
                }
                control.Remove();
            }
        );

    /// <summary>The document with a person's comment on its first paragraph.</summary>
    public static byte[] WithComment(byte[] content, string text)
    {
        using var changed = new MemoryStream();
        changed.Write(content);
        using (var document = WordprocessingDocument.Open(changed, isEditable: true))
        {
            var main = document.MainDocumentPart!;
            var part = main.WordprocessingCommentsPart ?? main.AddNewPart<WordprocessingCommentsPart>();
            part.Comments ??= new();
            part.Comments.AppendChild(
                new Comment(new Paragraph(new Run(new Text(text))))
                {
                    Id = "77",
                    Author = "Anna Ek",
                    Initials = "AE",
                }
            );
            var paragraph = main.Document.Body!.Elements<Paragraph>().First();
            paragraph.AppendChild(new Run(new CommentReference { Id = "77" }));
        }
        return changed.ToArray();
    }

    /// <summary>The words of each comment.</summary>
    public static IReadOnlyList<string> Comments(byte[] content)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(content), isEditable: false);
        return
        [
            .. document
                .MainDocumentPart!.WordprocessingCommentsPart?.Comments.Elements<Comment>()
                .Select(c => c.InnerText)
                ?? [],
        ];
    }

    public static string Text(byte[] content)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(content), isEditable: false);
        return document.MainDocumentPart!.Document.Body!.InnerText;
    }
}
