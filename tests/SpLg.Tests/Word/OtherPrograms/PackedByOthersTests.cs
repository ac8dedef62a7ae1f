using System.Diagnostics;
using System.IO.Compression;
using static SpLg.Tests.Word.TestDocx;

namespace SpLg.Tests.Word.OtherPrograms;

/// <summary>A template that another program has zipped is filled as Word's own.</summary>
public class PackedByOthersTests
{
    private static readonly (string Name, byte[] Bytes)[] Junk =
    [
        ("__MACOSX/._word", [0, 5, 22, 7]),
        ("__MACOSX/word/_rels/._document.xml.rels", [0, 5, 22, 7]),
        ("word/._document.xml", [0, 5, 22, 7]),
        (".DS_Store", [0, 0, 0, 1]),
        ("word/Thumbs.db", [1]),
        ("desktop.ini", [1]),
        ("[trash]/0000.dat", [1]),
        ("word/", []),
        ("_rels/", []),
    ];

    [Theory]
    [InlineData(CompressionLevel.NoCompression, false)]
    [InlineData(CompressionLevel.SmallestSize, true)]
    public void What_is_no_part_is_left_out_and_the_order_of_entries_does_not_count(
        CompressionLevel compression,
        bool isReversed
    )
    {
        var docx = Create(P("Hos {{Organisation}}"), title: "Mall");
        var entries = Parts(docx).Concat(Junk);
        if (isReversed)
            entries = entries.Reverse();

        var filled = Fill(Zip([.. entries], compression));

        AssertSame(Fill(docx), filled);
        using var zip = new ZipArchive(new MemoryStream(filled));
        Assert.DoesNotContain(zip.Entries, e => Junk.Any(j => j.Name == e.FullName));
        AssertValid(filled);
    }

    [Fact]
    public void Relationships_stay_though_no_type_is_said_of_them()
    {
        var docx = Create(P("Hos {{Organisation}}"), header: "{{Organisation}}");
        var entries = Parts(docx)
            .ConvertAll(e =>
                e.Name == "[Content_Types].xml"
                    ? (
                        e.Name,
                        Encoding.UTF8.GetBytes(
                            Encoding
                                .UTF8.GetString(e.Bytes)
                                .Replace("Extension=\"rels\"", "Extension=\"x\"", StringComparison.Ordinal)
                        )
                    )
                    : e
            );

        var parts = Parts(Fill(Zip(entries, CompressionLevel.Fastest))).ConvertAll(p => p.Name);

        Assert.Contains("word/_rels/document.xml.rels", parts);
    }

    [Fact]
    public void Many_entries_and_many_types_are_looked_through_once()
    {
        var entries = Parts(Create(P("Hos {{Organisation}}")));
        var types = Encoding.UTF8.GetString(entries.Single(e => e.Name == "[Content_Types].xml").Bytes);
        var more = string.Concat(
            Enumerable
                .Range(0, 60_000)
                .Select(i => $"<Override PartName=\"/a/{i}.xml\" ContentType=\"application/xml\"/>")
        );
        types = types.Replace("</Types>", more + "</Types>", StringComparison.Ordinal);
        entries.RemoveAll(e => e.Name == "[Content_Types].xml");
        entries.Add(("[Content_Types].xml", Encoding.UTF8.GetBytes(types)));
        entries.AddRange(Enumerable.Range(0, 4_900).Select(i => ($"b/{i}.skräp", new byte[] { 1 })));
        var docx = Zip(entries, CompressionLevel.Fastest);

        var watch = Stopwatch.StartNew();
        var template = Template.Compile(docx, "m", Sample.Fields);

        Assert.True(template.CanFill, string.Join('\n', template.Findings));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"It took {watch.Elapsed}.");
    }

    private static byte[] Fill(byte[] docx)
    {
        var template = Template.Compile(docx, "m", Sample.Fields);
        Assert.True(template.CanFill, string.Join('\n', template.Findings));
        return template.Fill(new Sample());
    }

    private static List<(string Name, byte[] Bytes)> Parts(byte[] docx)
    {
        using var zip = new ZipArchive(new MemoryStream(docx));
        return zip
            .Entries.Select(e =>
            {
                using var part = e.Open();
                using var bytes = new MemoryStream();
                part.CopyTo(bytes);
                return (e.FullName, bytes.ToArray());
            })
            .ToList();
    }

    private static byte[] Zip(IReadOnlyList<(string Name, byte[] Bytes)> entries, CompressionLevel compression)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in entries)
            {
                using var part = zip.CreateEntry(name, compression).Open();
                part.Write(bytes);
            }
        }
        return stream.ToArray();
    }
}
