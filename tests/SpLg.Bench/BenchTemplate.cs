using System.IO.Compression;

namespace SpLg.Bench;

/// <summary>The document all three write: a heading row and a row for each row of data.</summary>
internal static class BenchTemplate
{
    public const string Head =
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document "
        + "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:tbl><w:tblPr><w:tblW "
        + "w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid>"
        + "<w:gridCol w:w=\"1300\"/><w:gridCol w:w=\"1300\"/><w:gridCol w:w=\"1300\"/><w:gridCol "
        + "w:w=\"1300\"/><w:gridCol w:w=\"1300\"/><w:gridCol w:w=\"1300\"/><w:gridCol w:w=\"1300\"/></w:tblGrid>";

    public const string Tail = "</w:tbl><w:sectPr/></w:body></w:document>";

    public static readonly string[] Columns = ["Titel", "System", "Ägare", "Status", "Klassad", "Öppna", "Kommentar"];

    public static readonly (string Name, string Text)[] OtherParts =
    [
        (
            "[Content_Types].xml",
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Types "
                + "xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" "
                + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default "
                + "Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" "
                + "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"
        ),
        (
            "_rels/.rels",
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships "
                + "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" "
                + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
                + "Target=\"word/document.xml\"/></Relationships>"
        ),
    ];

    public static byte[] Template()
    {
        var cells = string.Concat(
            Columns.Select(c =>
                $"<w:tc><w:tcPr><w:tcW w:w=\"1300\" w:type=\"dxa\"/></w:tcPr><w:p><w:r><w:t>{{{{Rader.{c}}}}}</w:t></w:r></w:p></w:tc>"
            )
        );
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (
                var (name, text) in (ReadOnlySpan<(string, string)>)
                    [.. OtherParts, ("word/document.xml", Head + "<w:tr>" + cells + "</w:tr>" + Tail)]
            )
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return stream.ToArray();
    }
}
