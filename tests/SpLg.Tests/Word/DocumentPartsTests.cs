using System.IO.Compression;
using DocumentFormat.OpenXml.CustomProperties;
using DocumentFormat.OpenXml.Packaging;
using static SpLg.Tests.Word.TestDocx;

namespace SpLg.Tests.Word;

public class DocumentPartsTests
{
    private static readonly byte[] Document = Template
        .Compile(Create(P("{{Organisation}} {{Sammanfattning}}")), "m", Sample.Fields)
        .Fill(new Sample(Rich: "<p><a href=\"https://example.org\">länk</a></p>"));

    [Fact]
    public void The_same_document_packed_by_another_program_has_the_same_hashes()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var from = new ZipArchive(new MemoryStream(Document));
            foreach (var entry in from.Entries.Reverse())
            {
                using var part = zip.CreateEntry(entry.FullName, CompressionLevel.NoCompression).Open();
                using var bytes = entry.Open();
                bytes.CopyTo(part);
            }
        }
        Assert.Equal(DocumentParts.Hashes(Document), DocumentParts.Hashes(stream.ToArray()));
        Assert.Matches("^[0-9a-f]{64}$", DocumentParts.Hashes(Document)["word/document.xml"]);
    }

    [Fact]
    public void Columns_that_a_library_writes_into_the_file_change_only_parts_that_are_known_as_its_own()
    {
        using var stream = new MemoryStream();
        stream.Write(Document);
        using (var document = WordprocessingDocument.Open(stream, isEditable: true))
        {
            document.PackageProperties.Title = "Ledningens genomgång 2026";
            document.AddCustomFilePropertiesPart().Properties = new Properties();
            var item = document.MainDocumentPart!.AddCustomXmlPart(CustomXmlPartType.CustomXml);
            item.FeedData(
                new MemoryStream(
                    "<p:properties xmlns:p=\"http://schemas.microsoft.com/office/2006/metadata/properties\"/>"u8.ToArray()
                )
            );
        }
        var changed = Changed(stream.ToArray());
        Assert.NotEmpty(changed);
        Assert.All(changed, part => Assert.True(DocumentParts.IsWrittenBySharePoint(part), part));
    }

    [Theory]
    [InlineData("word/document.xml", "länk", "lank")]
    [InlineData("word/_rels/document.xml.rels", "example.org", "example.com")]
    [InlineData("customXml/splg.xml", "hash=\"", "hash=\"0")]
    public void A_changed_text_link_or_hidden_fact_is_seen(string part, string text, string by)
    {
        using var stream = new MemoryStream();
        stream.Write(Document);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var reader = new StreamReader(zip.GetEntry(part)!.Open());
            var xml = reader.ReadToEnd();
            Assert.Contains(text, xml, StringComparison.Ordinal);
            reader.Dispose();
            zip.GetEntry(part)!.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(part).Open());
            writer.Write(xml.Replace(text, by, StringComparison.Ordinal));
        }
        Assert.Equal([part], Changed(stream.ToArray()));
        Assert.False(DocumentParts.IsWrittenBySharePoint(part));
    }

    [Fact]
    public void A_nameless_document_names_nobody_who_has_written_in_it()
    {
        var template = Template.Compile(
            Create(
                P("{{Organisation}}"),
                more: d =>
                {
                    d.PackageProperties.Creator = "Sara Nyquist";
                    d.PackageProperties.LastModifiedBy = "Sara Nyquist";
                    d.AddExtendedFilePropertiesPart().Properties = new(
                        new DocumentFormat.OpenXml.ExtendedProperties.Manager("Sara Nyquist")
                    );
                    d.MainDocumentPart!.AddNewPart<WordprocessingPeoplePart>().People = new(
                        new DocumentFormat.OpenXml.Office2013.Word.Person { Author = "Sara Nyquist" }
                    );
                }
            ),
            "m",
            Sample.Fields
        );

        Assert.Contains(
            "Nyquist",
            Text(template.Fill(new Sample(), new DocumentProperties())),
            StringComparison.Ordinal
        );
        var nameless = template.Fill(new Sample(), new DocumentProperties(IsNameless: true));
        AssertValid(nameless);
        Assert.DoesNotContain("Nyquist", Text(nameless), StringComparison.Ordinal);

        static string Text(byte[] docx)
        {
            using var zip = new ZipArchive(new MemoryStream(docx));
            return string.Concat(
                zip.Entries.Select(e =>
                {
                    using var reader = new StreamReader(e.Open());
                    return reader.ReadToEnd();
                })
            );
        }
    }

    [Fact]
    public void What_is_no_Word_document_is_said_to_be_none()
    {
        foreach (
            var odd in new byte[][]
            {
                [],
                [1, 2, 3],
                [.. "%PDF"u8],
                [.. "PK\u0003\u0004"u8],
                Document[..(Document.Length / 2)],
            }
        )
        {
            Assert.Throws<InvalidDataException>(() => DocumentParts.Hashes(odd));
            Assert.Throws<InvalidDataException>(() => DocumentContent.Read(odd));
            Assert.Throws<InvalidDataException>(() => Instructions.Of(odd));
        }
    }

    [Fact]
    public void What_is_damaged_within_is_said_to_be_damaged()
    {
        using var damaged = new MemoryStream();
        damaged.Write(Document);
        using (var zip = new ZipArchive(damaged, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry("word/document.xml")!.Delete();
            using var writer = new StreamWriter(zip.CreateEntry("word/document.xml").Open());
            writer.Write("<w:document");
        }

        Assert.Contains(
            "skadad",
            Assert.Throws<InvalidDataException>(() => DocumentContent.Read(damaged.ToArray())).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "skadad",
            Assert.Throws<InvalidDataException>(() => Instructions.Of(damaged.ToArray())).Message,
            StringComparison.Ordinal
        );
    }

    private static List<string> Changed(byte[] docx)
    {
        var (before, after) = (DocumentParts.Hashes(Document), DocumentParts.Hashes(docx));
        return
        [
            .. before
                .Keys.Union(after.Keys)
                .Where(p => before.GetValueOrDefault(p) != after.GetValueOrDefault(p))
                .Order(StringComparer.Ordinal),
        ];
    }
}
