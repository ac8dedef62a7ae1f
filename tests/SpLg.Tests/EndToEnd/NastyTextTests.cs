using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SpLg.Tests.EndToEnd;

/// <summary>
/// Every text column of every list holds what people and programs put into cells. Each cell stands between marks of its
/// own, so that a document can be compared with the one that holds the marks alone.
/// </summary>
public sealed partial class NastyTextTests : IDisposable
{
    private const string Script = "alarmfunktion";

    /// <summary>Stands for half a character, which only JSON can hold.</summary>
    private const string Half = "HALVT";

    private const string Nasty =
        "\u0001\u001b[2J ]]>&lt;&amp;&#228; <b>\"' {{Incidenter.Antal}} {{#om Incidenter.Antal}} {{annars}} "
        + "{{/om}} {{Innehållsförteckning}} {{ 😀👨\u200d👩\u200d👧 "
        + "\u202eabc\u202c \u200f \ufffe\uffff\ufdd0 x\ty\nz\r\nv\u2028w\u0085q\u000bp \u200b\u00ad\u2060\ufeff "
        + "e\u0301\u0301 \u00a0\u202f =HYPERLINK(\"http://x\",\"y\") %s {0} $1 \\n <a <!-- "
        + "ordutanslutordutanslutordutanslutordutanslutordutanslutordutanslutordutanslutordutanslutordutanslut";

    /// <summary>Of <see cref="Nasty"/> what a reader is to see, a line feed for a line break.</summary>
    private static readonly string Shown = Nasty
        .Replace("\u0001", "")
        .Replace("\u001b", "")
        .Replace("\ufffe", "")
        .Replace("\uffff", "")
        .Replace("\r\n", "\n")
        .Replace('\u2028', '\n')
        .Replace('\u0085', '\n')
        .Replace('\u000b', '\n');

    private const string Html =
        "<div class=\"ExternalClass1\"><p onclick=\""
        + Script
        + "()\">Stycke</p><script>"
        + Script
        + "()</script><style>."
        + Script
        + "{}</style><iframe src=\"https://"
        + Script
        + ".example\">"
        + Script
        + "</iframe>"
        + "<!--[if gte mso 9]><xml>"
        + Script
        + "</xml><![endif]--><p class=MsoNormal style='mso-margin-top-alt:auto'>Ur Word<o:p>&nbsp;</o:p></p>"
        + "<a href=\"javascript:"
        + Script
        + "()\">j</a> <a href=\" JavaScript:"
        + Script
        + "()\">J</a> <a href=\"data:text/html,"
        + Script
        + "\">d</a> <a href=\"file:///"
        + Script
        + "\">f</a> "
        + "<a href=\"https://plats.example/?a=1&amp;b=2\">länk</a> <a href=\"mailto:isam@example.org\">post</a><img src=\"data:,"
        + Script
        + "\" onerror=\""
        + Script
        + "()\" alt=\"Bildtext\">"
        + "<table><tr><th>A<th>B</tr><tr><td>C<table><tr><td>Inre</td></tr></table></td><td>D</td></tr></table>"
        + "<ul><li>1<ul><li>2<ol><li>3<ul><li>4<ul><li>5<ol><li>Djup</li></ol></li></ul></li></ul></li></ol></li></ul></li></ul>"
        + "<b>oslutet <i>mer <p>Nytt &aring;&#xE4;&euro;&bogus;&#xD800;</b></i> {{Incidenter.Antal}} <![CDATA[ "
        + Nasty;

    private static readonly string[] Words =
    [
        "Stycke",
        "Ur Word",
        "länk",
        "Bildtext",
        "Inre",
        "Djup",
        "oslutet",
        "Nytt åä€",
        "{{Incidenter.Antal}}",
    ];

    private static readonly SiteSchema Schema = ShippedFiles.Schema();
    private readonly string folder = Directory.CreateTempSubdirectory("splg-nasty-").FullName;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_text_stands_where_it_belongs_as_it_was_written_and_nothing_in_it_is_carried_out(bool asJson)
    {
        var plain = await RenderAsync(asJson, _ => "");
        var planted = asJson ? Nasty + Half : Nasty;
        var nasty = await RenderAsync(asJson, column => column.Kind == ColumnKind.RichText ? Html : planted);

        var (expected, texts) = (Marked().Matches(Text(plain)), Marked().Matches(Text(nasty)));
        Assert.True(expected.Count > 100, $"{expected.Count} cells reach the document");
        var (wanted, found) = (Counted(expected), Counted(texts));
        Assert.Equal(wanted.Keys.Order(), found.Keys.Order());
        // A finding about one row may guess at another by its name.
        Assert.All(wanted, text => Assert.InRange(found[text.Key], text.Value, int.MaxValue));
        foreach (Match text in texts)
        {
            var held = text.Groups["text"].Value;
            if (held.Contains("Ur Word", StringComparison.Ordinal))
                Assert.All(Words, word => Assert.Contains(word, held, StringComparison.Ordinal));
            else
                Assert.Equal(Shown + (asJson ? "\ufffd" : ""), held);
        }
        Assert.Contains(texts, m => m.Groups["text"].Value.Contains("Ur Word", StringComparison.Ordinal));
        Assert.DoesNotContain(Script, Text(nasty), StringComparison.Ordinal);
        Assert.NotEmpty(Links(nasty));
        Assert.All(Links(nasty), link => Assert.Matches("^(https?|mailto):", link));
        Assert.All(Links(nasty), link => Assert.DoesNotContain(Script, link, StringComparison.Ordinal));
    }

    private static Dictionary<string, int> Counted(MatchCollection texts) =>
        texts.CountBy(m => m.Groups["begin"].Value).ToDictionary(StringComparer.Ordinal);

    [Fact]
    public async Task A_document_with_such_texts_is_filled_again_to_the_same_text()
    {
        var first = await RenderAsync(asJson: false, column => column.Kind == ColumnKind.RichText ? Html : Nasty);
        var file = Path.Combine(folder, "first.docx");
        await File.WriteAllBytesAsync(file, first);

        Assert.Equal(
            Text(first),
            Text(
                await RenderAsync(
                    asJson: false,
                    column => column.Kind == ColumnKind.RichText ? Html : Nasty,
                    "--template",
                    file
                )
            )
        );
    }

    [Fact]
    public async Task Such_texts_in_columns_for_other_things_become_findings_and_a_valid_document() =>
        Assert.Contains(
            "{{Incidenter.Antal}}",
            Text(await RenderAsync(asJson: true, _ => Nasty + Half, everyColumn: true)),
            StringComparison.Ordinal
        );

    public static TheoryData<string> Pieces =>
        [
            .. SampleOrAll.OfFirst(
                1,
                "Ord med å, ä och ö. ",
                "<div><ul><li>",
                "<table><tr><td>",
                "<a href=\"",
                "&lt;",
                "070-123 45 6 ",
                "a@",
                "En rad text\n"
            ),
        ];

    [Theory]
    [MemberData(nameof(Pieces))]
    public async Task Cells_of_30_000_characters_are_taken(string piece)
    {
        var cell = string.Concat(Enumerable.Repeat(piece, 30_000 / piece.Length));

        var document = await RenderAsync(asJson: false, _ => cell, rows: 1);

        var texts = Marked().Matches(Text(document)).Select(m => m.Groups["text"].Value).ToList();
        Assert.Contains(cell, texts);
    }

    [Theory]
    [InlineData("procurement-checklist")]
    [InlineData("role-checklist")]
    [InlineData("action-plan")]
    [InlineData("self-assessment")]
    public async Task Checklists_and_their_spreadsheets_take_them_too(string type)
    {
        Write(asJson: false, column => column.Kind == ColumnKind.RichText ? Html : Nasty, everyColumn: false, rows: 2);
        var target = Path.Combine(folder, "out");

        var run = await SplgRun.InProcessAsync(
            "render",
            Path.Combine(folder, "rows"),
            "--year",
            "2026",
            "--type",
            type,
            "--out",
            target
        );

        Assert.True(run.Code == ExitCode.Ok, run.ToString());
        var workbooks = Directory.GetFiles(target, "*.xlsx");
        Assert.NotEmpty(workbooks);
        foreach (var file in Directory.GetFiles(target, "*.docx"))
            Documents.AssertValid(await File.ReadAllBytesAsync(file));
        foreach (var file in workbooks)
        {
            using var workbook = SpreadsheetDocument.Open(file, isEditable: false);
            Assert.Empty(
                new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365)
                    .Validate(workbook)
                    .Select(e => $"{e.Path?.XPath}: {e.Description}")
            );
            Assert.All(
                workbook.WorkbookPart!.WorksheetParts,
                sheet => Assert.Empty(sheet.Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.CellFormula>())
            );
        }
    }

    [Fact]
    public async Task What_a_terminal_would_take_for_commands_is_not_written_to_it()
    {
        Write(asJson: true, _ => Nasty, everyColumn: true, rows: 1);

        var run = await SplgRun.InProcessAsync("check", "--folder", Path.Combine(folder, "rows"), "--year", "2026");

        Assert.Contains("[2J", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(run.Output, c => char.IsControl(c) && c is not ('\r' or '\n'));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private Task<byte[]> RenderAsync(bool asJson, Func<ColumnSchema, string> text, params string[] more) =>
        RenderAsync(asJson, text, everyColumn: false, rows: 3, more);

    private async Task<byte[]> RenderAsync(
        bool asJson,
        Func<ColumnSchema, string> text,
        bool everyColumn = false,
        int rows = 3,
        params string[] more
    )
    {
        Write(asJson, text, everyColumn, rows);
        var target = Path.Combine(folder, "out.docx");
        var run = await SplgRun.InProcessAsync([
            "render",
            Path.Combine(folder, "rows"),
            "--year",
            "2027",
            "--out",
            target,
            .. more,
        ]);
        Assert.True(run.Code == ExitCode.Ok, run.ToString());
        var document = await File.ReadAllBytesAsync(target);
        Documents.AssertValid(document);
        return document;
    }

    /// <summary>
    /// The demonstration's last rows of each list, with the text in every text column (but keys and clauses, which are
    /// codes).
    /// </summary>
    private void Write(bool asJson, Func<ColumnSchema, string> text, bool everyColumn, int rows)
    {
        var to = Directory.CreateDirectory(Path.Combine(folder, "rows")).FullName;
        var number = 0;
        foreach (var (name, all) in RowFolder.Read(ShippedFiles.DemoFolder, Schema, []))
        {
            var list = Schema.List(name);
            var changed = all.TakeLast(rows)
                .Select(row =>
                    row with
                    {
                        Fields = row.Fields.ToDictionary(f => f.Key, f => Changed(list.Column(f.Key), f.Value)),
                    }
                )
                .ToList();
            var content = asJson
                ? Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(JsonRows.Write(changed)).Replace(Half, "\\ud83d"))
                : Written.Csv(list, changed, TimeZoneInfo.Utc);
            File.WriteAllBytes(Path.Combine(to, $"{name}.{(asJson ? "json" : "csv")}"), content);
        }

        JsonElement Changed(ColumnSchema column, JsonElement cell)
        {
            var isText =
                column.Kind is ColumnKind.Text or ColumnKind.Note or ColumnKind.RichText
                && column.Name is not ("Key" or "Clause" or "ExternalKey");
            return isText || everyColumn
                ? JsonSerializer.SerializeToElement($"B{++number:00000}·{text(column)}·S{number:00000}")
                : cell;
        }
    }

    private static string Text(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        return string.Concat(
            document
                .MainDocumentPart!.Document.Body!.Descendants()
                .Select(e =>
                    e switch
                    {
                        Text text => text.Text,
                        TabChar => "\t",
                        Break => "\n",
                        Paragraph => "\n",
                        _ => "",
                    }
                )
        );
    }

    private static List<string> Links(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        var main = document.MainDocumentPart!;
        // A link whose target is a field keeps the template's own relation, which no shown link uses.
        var used = main.Document.Body!.Descendants<Hyperlink>().Select(h => h.Id?.Value).ToHashSet();
        return [.. main.HyperlinkRelationships.Where(r => used.Contains(r.Id)).Select(r => r.Uri.OriginalString)];
    }

    [GeneratedRegex(
        @"B(?<begin>[0-9]{5})·(?<text>.*?)·S\k<begin>",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        60_000
    )]
    private static partial Regex Marked();
}
