using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using static SpLg.Tests.Word.TestDocx;

namespace SpLg.Tests.Word;

public class TracePartTests
{
    private static readonly byte[] First = Encoding.UTF8.GetBytes(
        "<trace xmlns=\"urn:test\"><tag name=\"Belopp\">å</tag></trace>"
    );
    private static readonly byte[] Second = Encoding.UTF8.GetBytes("<trace xmlns=\"urn:test\"/>");
    private static readonly Template Template = Template.Compile(Create(P("{{Organisation}}")), "m", Sample.Fields);

    [Fact]
    public void A_document_carries_its_trace_and_is_valid()
    {
        var filled = Template.Fill(new Sample(), trace: First);
        AssertValid(filled);
        Assert.Equal(First, TracePart.TryRead(filled));
        AssertSame(filled, Template.Fill(new Sample(), trace: First));
    }

    [Fact]
    public void Filling_again_puts_a_new_trace_in_the_place_of_the_old_or_takes_it_away()
    {
        var again = Template.Compile(Template.Fill(new Sample(), trace: First), "m", Sample.Fields);
        Assert.Empty(again.Findings);
        Assert.Empty(again.EditedBlocks);
        AssertSame(Template.Fill(new Sample("Två"), trace: Second), again.Fill(new Sample("Två"), trace: Second));
        AssertSame(Template.Fill(new Sample("Två")), again.Fill(new Sample("Två")));
    }

    [Fact]
    public void The_trace_is_found_and_replaced_under_the_names_another_program_gives_it()
    {
        using var stream = new MemoryStream();
        stream.Write(Template.Fill(new Sample(), trace: First));
        using (var document = WordprocessingDocument.Open(stream, isEditable: true))
        {
            var main = document.MainDocumentPart!;
            foreach (var old in main.CustomXmlParts.ToList())
            {
                var renamed = main.AddCustomXmlPart(CustomXmlPartType.CustomXml);
                using (var content = old.GetStream())
                    renamed.FeedData(content);
                using (var properties = old.CustomXmlPropertiesPart!.GetStream())
                    renamed.AddNewPart<CustomXmlPropertiesPart>().FeedData(properties);
                main.DeletePart(old);
            }
        }
        var saved = stream.ToArray();
        Assert.Equal(First, TracePart.TryRead(saved));
        var refilled = Template.Compile(saved, "m", Sample.Fields).Fill(new Sample(), trace: Second);
        AssertValid(refilled);
        Assert.Equal(Second, TracePart.TryRead(refilled));
        Assert.DoesNotContain(Parts(refilled), p => p.Contains("name=\"Belopp\"", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_without_trace_or_of_another_kind_gives_none()
    {
        Assert.Null(TracePart.TryRead(Template.Fill(new Sample())));
        var whole = Template.Fill(new Sample(), trace: First);
        foreach (
            var odd in new byte[][]
            {
                [],
                [1, 2, 3],
                [0xD0, 0xCF, 0x11, 0xE0],
                [.. "%PDF"u8],
                [.. "PK\u0003\u0004"u8],
                whole[..(whole.Length / 2)],
                Zip("x", "y"),
                Zip("[Content_Types].xml", "<a"),
            }
        )
            Assert.Null(TracePart.TryRead(odd));
    }

    [Fact]
    public void A_trace_that_is_no_XML_is_refused() =>
        Assert.Throws<ArgumentException>(() => Template.Fill(new Sample(), trace: "<a>"u8.ToArray()));

    private static byte[] Zip(string name, string content)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write(content);
        }
        return stream.ToArray();
    }
}
