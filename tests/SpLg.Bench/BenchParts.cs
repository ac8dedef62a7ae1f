using System.Diagnostics;
using System.IO.Compression;
using SpLg.Core.Checklists;
using SpLg.Word;

namespace SpLg.Bench;

/// <summary>
/// What is written with the SDK, each by itself: processor time of one, warm, and of the first of a fresh process.
/// </summary>
internal static class BenchParts
{
    private const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Draw = "http://schemas.openxmlformats.org/drawingml/2006/";
    private const int Charts = 5;

    private static readonly IReadOnlyList<BenchRow> Few = BenchRow.Make(12);

    public static readonly IReadOnlyDictionary<string, Func<Action>> All = new Dictionary<string, Func<Action>>(
        StringComparer.Ordinal
    )
    {
        ["workbook-100"] = () => Workbook(100),
        ["workbook-10000"] = () => Workbook(10_000),
        ["charts"] = () => Fill(WithCharts(), new()),
        ["comments"] = Comments,
        ["protected"] = () => Fill(BenchTemplate.Template(), new(IsFinal: true)),
        ["plain"] = () => Fill(BenchTemplate.Template(), new()),
        ["compile-charts"] = () =>
        {
            var docx = WithCharts();
            return () => Template.Compile(docx, "bench.docx", BenchRow.Fields);
        },
    };

    /// <summary>Milliseconds of processor time of one, after the runtime has made the code fast.</summary>
    public static double Warm(Action action)
    {
        var begun = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begun) < TimeSpan.FromSeconds(3))
            action();
        var rounds = 0;
        var (start, clock) = (Used(), Stopwatch.GetTimestamp());
        for (; rounds < 5 || Stopwatch.GetElapsedTime(clock) < TimeSpan.FromSeconds(2); rounds++)
            action();
        return (Used() - start) / rounds;
    }

    public static double Used()
    {
        using var self = Process.GetCurrentProcess();
        return self.TotalProcessorTime.TotalMilliseconds;
    }

    private static Action Workbook(int rows)
    {
        var columns = BenchRow.Fields.Fields[0].Inner!.Fields.Select(f => new SheetColumn(f, 20, [])).ToList();
        var sheet = new Sheet("Blad", "Lista", [new("Läst", new DateOnly(2026, 11, 20))], columns, BenchRow.Make(rows));
        return () => Word.Workbooks.Workbook.Write("Titel", [sheet]);
    }

    private static Action Fill(byte[] docx, DocumentProperties properties)
    {
        var template = Template.Compile(docx, "bench.docx", BenchRow.Fields);
        if (!template.CanFill)
            throw new InvalidOperationException(string.Join('\n', template.Findings));
        return () => template.Fill(Few, properties);
    }

    /// <summary>Every paragraph of a filled document changed by hand and filled again.</summary>
    private static Action Comments()
    {
        var body = string.Concat(
            Enumerable.Range(0, 50).Select(_ => "<w:p><w:r><w:t>Antal {{Rader:antal}}</w:t></w:r></w:p>")
        );
        var filled = Template.Compile(Zip(Document(body), []), "bench.docx", BenchRow.Fields).Fill(Few);
        return Fill(Replaced(filled, "Antal", "Ändrat antal"), new());
    }

    private static byte[] WithCharts()
    {
        var numbers = Enumerable.Range(1, Charts).ToList();
        var body = string.Concat(
            numbers.Select(i =>
                $"<w:p><w:r><w:drawing><wp:inline xmlns:wp=\"{Draw}wordprocessingDrawing\"><wp:extent cx=\"100\" cy=\"100\"/>"
                + $"<wp:docPr id=\"{i}\" name=\"D\" descr=\"{{{{Rader}}}}\"/><a:graphic "
                + $"xmlns:a=\"{Draw}main\"><a:graphicData uri=\"{Draw}chart\">"
                + $"<c:chart xmlns:c=\"{Draw}chart\" xmlns:r=\"{Office}\" "
                + $"r:id=\"rIdC{i}\"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
            )
        );
        var chart =
            $"<c:chartSpace xmlns:c=\"{Draw}chart\" xmlns:a=\"{Draw}main\" "
            + $"xmlns:r=\"{Office}\"><c:chart><c:plotArea><c:layout/><c:barChart><c:barDir val=\"col\"/><c:grouping "
            + "val=\"clustered\"/>"
            + "<c:ser><c:idx val=\"0\"/><c:order val=\"0\"/></c:ser><c:axId val=\"1\"/><c:axId "
            + "val=\"2\"/></c:barChart></c:plotArea></c:chart><c:externalData r:id=\"rId1\"/></c:chartSpace>";
        var related = string.Concat(
            numbers.Select(i => $"<Relationship Id=\"rIdC{i}\" Type=\"{Office}/chart\" Target=\"charts/{i}.xml\"/>")
        );
        return Zip(
            Document(body),
            [
                (
                    "word/_rels/document.xml.rels",
                    $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{related}</Relationships>"
                ),
                .. numbers.Select(i => ($"word/charts/{i}.xml", chart)),
                .. numbers.Select(i =>
                    (
                        $"word/charts/_rels/{i}.xml.rels",
                        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                            + $"<Relationship Id=\"rId1\" Type=\"{Office}/package\" Target=\"../embeddings/{i}.xlsx\"/></Relationships>"
                    )
                ),
                .. numbers.Select(i => ($"word/embeddings/{i}.xlsx", "")),
            ]
        );
    }

    private static string Document(string body) =>
        $"<w:document xmlns:w=\"{Main}\"><w:body>{body}<w:sectPr/></w:body></w:document>";

    private static byte[] Zip(string document, IEnumerable<(string Name, string Text)> parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in BenchTemplate.OtherParts.Append(("word/document.xml", document)).Concat(parts))
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return stream.ToArray();
    }

    private static byte[] Replaced(byte[] docx, string text, string with)
    {
        using var stream = new MemoryStream();
        stream.Write(docx);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry("word/document.xml")!;
            string xml;
            using (var reader = new StreamReader(entry.Open()))
                xml = reader.ReadToEnd();
            entry.Delete();
            using var part = zip.CreateEntry("word/document.xml").Open();
            part.Write(Encoding.UTF8.GetBytes(xml.Replace(text, with, StringComparison.Ordinal)));
        }
        return stream.ToArray();
    }
}
