using System.IO.Compression;

namespace SpLg.Tests.Hostile;

/// <summary>A Word file that is meant to take much time or memory of whoever reads it.</summary>
/// <param name="Make">Given how many of what it is made of.</param>
/// <param name="Most">How many make a file of about ten megabytes, or as many as say anything new.</param>
public sealed record HostileDocx(string Name, Func<int, byte[]> Make, int Most)
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/";

    private const string Namespaces =
        $"xmlns:w=\"{Word}\" xmlns:r=\"{Office}\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
        + " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
        + "xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\""
        + " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" "
        + "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"";

    public static IReadOnlyList<HostileDocx> All { get; } =
    [
        Of("plain paragraphs", 1_000_000, i => P($"Stycke {i} med några ord i.")),
        Of("empty paragraphs", 2_000_000, _ => "<w:p/>"),
        Of(
            "headings",
            300_000,
            i =>
                $"<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/><w:outlineLvl w:val=\"0\"/></w:pPr><w:r><w:t>Rubrik {i}</w:t></w:r></w:p>"
        ),
        OfBody("a run for each letter", 1_000_000, n => $"<w:p>{Many(n, _ => "<w:r><w:t>x</w:t></w:r>")}</w:p>"),
        OfBody(
            "an expression for each letter in one paragraph",
            200_000,
            n => $"<w:p>{Many(n, _ => "<w:r><w:t>{{Genomgång.År}} </w:t></w:r>")}</w:p>"
        ),
        OfBody(
            "an expression in a run for each letter",
            300_000,
            n => $"<w:p>{R("{{")}{Many(n, _ => R("x"))}{R("}}")}</w:p>"
        ),
        OfBody("text with expressions in one run", 300_000, n => P(Many(n, _ => "{{Genomgång.År}} "))),
        Of("the same name", 300_000, _ => P("{{Genomgång.År}}")),
        Of("the same list", 100_000, _ => P("{{Incidenter.Per typ.Typ}}")),
        Of("unknown names", 300_000, i => P($"{{{{Incidenter.Obekant{i}}}}}")),
        Of("unknown first names", 300_000, i => P($"{{{{Obekant fält nummer {i}}}}}")),
        Of(
            "unknown conditions",
            200_000,
            i => P($"{{{{#om Obekant {i} = 3 och Annat {i} eller Tredje {i}}}}}x{{{{/om}}}}")
        ),
        Of(
            "conditions of many words",
            20_000,
            i => P($"{{{{#om {string.Join(" och ", Enumerable.Repeat("a", 80))} {i}}}}}x{{{{/om}}}}")
        ),
        Of("names of many colons", 20_000, i => P($"{{{{a{i}:{string.Join(':', Enumerable.Repeat("b", 100))}}}}}")),
        Of("half-open expressions", 500_000, _ => P("{{Genomgång.År")),
        OfBody(
            "nested conditions",
            50_000,
            n => Many(n, _ => P("{{#om Genomgång.År}}")) + P("x") + Many(n, _ => P("{{/om}}"))
        ),
        OfBody(
            "nested lists",
            50_000,
            n => Many(n, _ => P("{{#Incidenter.Per typ}}")) + P("x") + Many(n, _ => P("{{/Incidenter.Per typ}}"))
        ),
        OfBody(
            "nested conditions in a paragraph",
            50_000,
            n => $"<w:p>{Many(n, _ => R("{{#om Genomgång.År}}"))}{R("x")}{Many(n, _ => R("{{/om}}"))}</w:p>"
        ),
        Of("conditions that never end", 200_000, _ => P("{{#om Genomgång.År}}")),
        Of("lists that never end", 200_000, _ => P("{{#Incidenter.Per typ}}")),
        Of("unknown lists that never end", 200_000, _ => P("{{#Obekant}}")),
        Of("ends that never began", 200_000, _ => P("{{/Incidenter}}")),
        OfBody("a name of many letters", 50_000_000, n => P("{{" + new string('a', n) + "}}")),
        OfBody("a name of many points", 20_000_000, n => P("{{" + Many(n / 2, _ => "a.") + "}}")),
        OfBody("a condition of many letters", 20_000_000, n => P("{{#om " + Many(n / 6, _ => "a och ") + "}}x{{/om}}")),
        OfBody("a name of many colons", 20_000_000, n => P("{{" + Many(n / 2, _ => "a:") + "}}")),
        OfBody("opening braces", 20_000_000, n => P(new string('{', 2 * n))),
        OfBody("closing braces", 20_000_000, n => P(new string('}', 2 * n))),
        OfBody("opening braces apart", 5_000_000, n => P(Many(n, _ => "{{ "))),
        OfBody("combining characters", 20_000_000, n => P(new string('\u0301', n))),
        OfBody("a name of combining characters", 20_000_000, n => P("{{e" + new string('\u0301', n) + "}}")),
        OfBody("rows", 500_000, n => Table(Many(n, i => Row($"Rad {i}", "Text")))),
        OfBody(
            "rows with names",
            100_000,
            n => Table(Many(n, _ => Row("{{Incidenter.Per typ.Typ}}", "{{Incidenter.Per typ.Antal}}")))
        ),
        OfBody(
            "rows with conditions",
            100_000,
            n => Table(Many(n, _ => Row("{{#om Genomgång.År}}") + Row("x") + Row("{{/om}}")))
        ),
        OfBody("cells", 500_000, n => Table(Row([.. Enumerable.Repeat("x", n)]))),
        OfBody("cells with names", 100_000, n => Table(Row([.. Enumerable.Repeat("{{Incidenter.Per typ.Typ}}", n)]))),
        Of("tables", 200_000, _ => Table(Row("x")) + "<w:p/>"),
        OfBody(
            "nested tables",
            2_000,
            n => Nested(n, "<w:tbl><w:tr><w:tc>", P("{{Genomgång.År}}"), "<w:p/></w:tc></w:tr></w:tbl>") + "<w:p/>"
        ),
        OfBody(
            "nested content controls",
            5_000,
            n => Nested(n, "<w:sdt><w:sdtContent>", P("{{Genomgång.År}}"), "</w:sdtContent></w:sdt>")
        ),
        OfBody(
            "wide and nested",
            200_000,
            n =>
                Nested(40, "<w:tbl><w:tr><w:tc>", Many(n, _ => P("{{Genomgång.År}}")), "<w:p/></w:tc></w:tr></w:tbl>")
                + "<w:p/>"
        ),
        OfBody(
            "nested alternatives",
            2_000,
            n =>
                "<w:p><w:r>"
                + $"{Nested(n, "<mc:AlternateContent><mc:Choice Requires=\"wps\">", "<w:t>x</w:t>", "</mc:Choice></mc:AlternateContent>")}"
                + "</w:r></w:p>"
        ),
        OfBody(
            "nested text boxes",
            1_000,
            n =>
                Nested(
                    n,
                    "<w:p><w:r><w:pict><w:txbxContent>",
                    P("{{Genomgång.År}}"),
                    "</w:txbxContent></w:pict></w:r></w:p>"
                )
        ),
        OfBody("nested without end", 1_000_000, n => Nested(n, "<w:sdt>", "", "</w:sdt>")),
        Of(
            "content controls",
            200_000,
            i =>
                $"<w:sdt><w:sdtPr><w:tag w:val=\"egen{i}\"/><w:id "
                + $"w:val=\"{i + 1}\"/></w:sdtPr><w:sdtContent>{P("x")}</w:sdtContent></w:sdt>"
        ),
        Of(
            "content controls with names",
            100_000,
            _ =>
                $"<w:sdt><w:sdtPr><w:tag w:val=\"Genomgång.År\"/></w:sdtPr><w:sdtContent>{P("x")}</w:sdtContent></w:sdt>"
        ),
        Of(
            "content controls with names around text",
            100_000,
            _ => $"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{P("{{Genomgång.År}}")}</w:sdtContent></w:sdt>"
        ),
        Of(
            "content controls of lists",
            50_000,
            _ =>
                $"<w:sdt><w:sdtPr><w:tag w:val=\"#Incidenter.Per typ\"/></w:sdtPr><w:sdtContent>{P("{{Typ}}")}</w:sdtContent></w:sdt>"
        ),
        Of(
            "controls that an earlier filling left",
            100_000,
            i =>
                $"<w:sdt><w:sdtPr><w:tag w:val=\"splg:block-{i}\"/></w:sdtPr><w:sdtContent>{P("x")}</w:sdtContent></w:sdt>"
        ),
        OfBody(
            "controls with names in one paragraph",
            100_000,
            n =>
                "<w:p>"
                + Many(
                    n,
                    _ =>
                        "<w:sdt><w:sdtPr><w:tag w:val=\"Genomgång.År\"/></w:sdtPr>"
                        + $"<w:sdtContent>{R("x")}</w:sdtContent></w:sdt>"
                )
                + "</w:p>"
        ),
        Of(
            "bookmarks",
            200_000,
            i => $"<w:p><w:bookmarkStart w:id=\"{i}\" w:name=\"b{i}\"/><w:bookmarkEnd w:id=\"{i}\"/></w:p>"
        ),
        OfBody(
            "bookmarks in a marker",
            200_000,
            n =>
                "<w:p>"
                + $"{Many(n, i => $"<w:bookmarkStart w:id=\"{i}\" w:name=\"b{i}\"/><w:bookmarkEnd w:id=\"{i}\"/>")}"
                + $"{R("{{#om Genomgång.År}}")}</w:p>{P("{{/om}}")}"
        ),
        OfBody(
            "breaks in a marker",
            200_000,
            n =>
                $"<w:p>{Many(n, _ => "<w:r><w:br w:type=\"page\"/></w:r>")}{R("{{#om Genomgång.År}}")}</w:p>{P("{{/om}}")}"
        ),
        OfBody(
            "comments in an expression",
            100_000,
            n =>
                $"<w:p>{Many(n, i => $"<w:commentRangeStart w:id=\"{i}\"/>")}{R("{{#om Genomgång.År}}")}{R("x")}"
                + $"{Many(n, i => $"<w:commentRangeEnd w:id=\"{i}\"/>")}{R("{{/om}}")}</w:p>"
        ),
        Of("sections", 200_000, _ => "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"),
        Of("sections with names", 100_000, _ => $"<w:p><w:pPr><w:sectPr/></w:pPr>{R("{{Genomgång.År}}")}</w:p>"),
        Of(
            "tracked changes",
            200_000,
            i =>
                $"<w:p><w:ins w:id=\"{i}\" w:author=\"a\"><w:r><w:t>ny</w:t></w:r></w:ins><w:del w:id=\"{i}\" "
                + "w:author=\"a\"><w:r><w:delText>gammal</w:delText></w:r></w:del></w:p>"
        ),
        Of(
            "figures without description",
            100_000,
            i =>
                $"<w:p><w:r><w:drawing><wp:inline><wp:docPr id=\"{i + 1}\" name=\"Bild {i}\"/></wp:inline></w:drawing></w:r></w:p>"
        ),
        Of(
            "figures with names",
            50_000,
            i =>
                $"<w:p><w:r><w:drawing><wp:inline><wp:docPr id=\"{i + 1}\" name=\"Bild {i}\" "
                + $"descr=\"{{{{Genomgång.År}}}}\"/></wp:inline></w:drawing></w:r></w:p>"
        ),
        Of(
            "charts that are not there",
            50_000,
            i =>
                $"<w:p><w:r><w:drawing><wp:inline><wp:docPr id=\"{i + 1}\" name=\"D {i}\" "
                + $"descr=\"{{{{Incidenter.Per månad}}}}\"/><c:chart "
                + $"r:id=\"rIdC{i}\"/></wp:inline></w:drawing></w:r></w:p>"
        ),
        Of(
            "charts",
            2_000,
            i =>
                $"<w:p><w:r><w:drawing><wp:inline><wp:docPr id=\"{i + 1}\" name=\"D {i}\" "
                + $"descr=\"{{{{Incidenter.Per månad}}}}\"/><c:chart "
                + $"r:id=\"rIdC{i}\"/></wp:inline></w:drawing></w:r></w:p>",
            Charts
        ),
        Of(
            "links",
            100_000,
            i => $"<w:p><w:hyperlink r:id=\"rIdL{i}\">{R("här")}</w:hyperlink></w:p>",
            Links("https://example.com/")
        ),
        Of(
            "links with names",
            50_000,
            i => $"<w:p><w:hyperlink r:id=\"rIdL{i}\">{R("här")}</w:hyperlink></w:p>",
            Links("http://%7B%7BGenomgång.År%7D%7D/")
        ),
        Of(
            "fields",
            200_000,
            _ =>
                "<w:p><w:r><w:fldChar "
                + "w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar "
                + "w:fldCharType=\"end\"/></w:r></w:p>"
        ),
        Of(
            "fields that never end",
            300_000,
            _ => "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
        ),
        Of("fields that fetch", 100_000, _ => "<w:p><w:fldSimple w:instr=\"INCLUDETEXT x\"/></w:p>"),
        Of(
            "relationships",
            200_000,
            _ => "",
            n => [Related("relationships", n, i => ("image", $"media/{i}.png", null))]
        ),
        Of(
            "content types",
            300_000,
            _ => "",
            n =>
                [
                    (
                        "[Content_Types].xml",
                        n,
                        Many(n, i => $"<Override PartName=\"/a/{i}.xml\" ContentType=\"application/xml\"/>")
                    ),
                ]
        ),
        Of("parts", 20_000, _ => "", n => [.. Enumerable.Range(0, n).Select(i => ($"word/media/{i}.bin", 0, "x"))]),
        Of(
            "parts with relationships",
            10_000,
            _ => "",
            n =>
                [
                    .. Enumerable
                        .Range(0, n)
                        .Select(i =>
                            ($"word/a/_rels/{i}.xml.rels", 0, $"<Relationships xmlns=\"{Package}relationships\"/>")
                        ),
                    .. Enumerable.Range(0, n).Select(i => ($"word/a/{i}.xml", 0, "<a/>")),
                ]
        ),
        Of(
            "headers",
            5_000,
            _ => "",
            n =>
                [
                    Related("relationships", n, i => ("header", $"header{i}.xml", null)),
                    .. Enumerable
                        .Range(0, n)
                        .Select(i =>
                            ($"word/header{i}.xml", 0, $"<w:hdr {Namespaces}>{P("{{Genomgång.År}}")}</w:hdr>")
                        ),
                ]
        ),
        Of(
            "the same header",
            50_000,
            _ => "",
            n =>
                [
                    Related("relationships", n, _ => ("header", "header.xml", null)),
                    ("word/header.xml", 0, $"<w:hdr {Namespaces}>{P("{{Genomgång.År}}")}</w:hdr>"),
                ]
        ),
        Of(
            "styles",
            100_000,
            i => $"<w:p><w:pPr><w:pStyle w:val=\"S{i}\"/></w:pPr>{R("x")}</w:p>",
            n =>
                Part(
                    "styles",
                    "styles",
                    Many(n, i => $"<w:style w:type=\"paragraph\" w:styleId=\"S{i}\"><w:name w:val=\"S{i}\"/></w:style>")
                )
        ),
        Of(
            "styles based on one another",
            50_000,
            i => $"<w:p><w:pPr><w:pStyle w:val=\"S{i}\"/></w:pPr>{R("x")}</w:p>",
            n =>
                Part(
                    "styles",
                    "styles",
                    Many(
                        n,
                        i =>
                            $"<w:style w:type=\"paragraph\" w:styleId=\"S{i}\"><w:name w:val=\"S{i}\"/><w:basedOn "
                            + $"w:val=\"S{(i + 1) % n}\"/></w:style>"
                    )
                )
        ),
        OfContents(
            "numberings",
            50_000,
            i =>
                $"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{i + 1}\"/></w:numPr><w:outlineLvl "
                + $"w:val=\"0\"/></w:pPr>{R("x")}</w:p>",
            n =>
                Part(
                    "numbering",
                    "numbering",
                    Many(
                        n,
                        i =>
                            $"<w:abstractNum w:abstractNumId=\"{i}\"><w:lvl w:ilvl=\"0\"><w:numFmt "
                            + "w:val=\"decimal\"/><w:lvlText w:val=\"%1\"/></w:lvl></w:abstractNum>"
                    ) + Many(n, i => $"<w:num w:numId=\"{i + 1}\"><w:abstractNumId w:val=\"{i}\"/></w:num>")
                )
        ),
        Of(
            "footnotes",
            50_000,
            i => $"<w:p>{R("{{Genomgång.År}}")}<w:r><w:footnoteReference w:id=\"{i + 1}\"/></w:r></w:p>",
            n =>
                Part(
                    "footnotes",
                    "footnotes",
                    Many(n, i => $"<w:footnote w:id=\"{i + 1}\">{P("{{Genomgång.År}}")}</w:footnote>")
                )
        ),
        OfBody(
            "footnotes in a condition",
            50_000,
            n =>
                P("{{#om Genomgång.År}}")
                + Many(n, i => $"<w:p><w:r><w:footnoteReference w:id=\"{i + 1}\"/></w:r></w:p>")
                + P("{{/om}}"),
            n =>
                Part(
                    "footnotes",
                    "footnotes",
                    Many(n, i => $"<w:footnote w:id=\"{i + 1}\">{P("{{Genomgång.År}}")}</w:footnote>")
                )
        ),
        Of(
            "comments",
            100_000,
            i =>
                $"<w:p><w:commentRangeStart w:id=\"{i}\"/>{R("{{Genomgång.År}}")}<w:commentRangeEnd "
                + $"w:id=\"{i}\"/><w:r><w:commentReference w:id=\"{i}\"/></w:r></w:p>",
            n =>
                Part(
                    "comments",
                    "comments",
                    Many(n, i => $"<w:comment w:id=\"{i}\" w:author=\"a\">{P("{{fel}}")}</w:comment>")
                )
        ),
        OfBody("random text", 10_000_000, n => P(Random(n))),
        OfBody("a comment in XML", 10_000_000, n => $"<!--{Random(n)}-->{P("x")}"),
        OfBody("an attribute", 10_000_000, n => $"<w:p w:rsidR=\"{Random(n)}\"/>"),
        OfBody("attributes", 1_000_000, n => $"<w:p {Many(n, i => $"a{i}=\"\" ")}/>"),
        OfBody(
            "namespaces",
            300_000,
            n =>
                $"<w:p {Many(n, i => $"xmlns:n{i}=\"urn:{i}\" ")}/>{Many(n / 10, i => $"<w:p xmlns:m=\"urn:m{i}\"><m:x/></w:p>")}"
        ),
        OfBody("different elements", 500_000, n => Many(n, i => $"<w:e{i}/>")),
        OfBody("an instruction in XML", 10_000_000, n => $"<?x {Random(n)}?>{P("x")}"),
        OfBody("an element of a long name", 10_000_000, n => $"<w:{Random(n)}/>"),
        .. DeepAndWide,
        new(
            "entities",
            n =>
                Zip(
                    Document(
                        P("&z;"),
                        $"<!DOCTYPE d [<!ENTITY a \"{new string('a', n)}\"><!ENTITY z \"&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
                    ),
                    []
                ),
            10_000_000
        ),
        new("a bomb in a part", n => Zip(Document("", ""), [("word/media/a.bin", -n, "")]), 1 << 30),
        new(
            "a bomb in the document",
            n => Zip(Document(new string(' ', Math.Min(n, 500_000_000)), ""), []),
            500_000_000
        ),
        new(
            "bombs in many parts",
            n => Zip(Document("", ""), [.. Enumerable.Range(0, 20).Select(i => ($"word/media/{i}.bin", -(n / 2), ""))]),
            1 << 30
        ),
        new("a size that is a lie", n => Lie(Zip(Document(P(new string('a', n)), ""), [])), 20_000_000),
        new("not compressed", n => Zip(Document("", ""), [("word/media/a.bin", 0, Random(n))]), 9_000_000),
        new("noise", Noise, 10_000_000),
        new("noise that begins as a zip", n => [.. "PK\u0003\u0004"u8, .. Noise(n)], 10_000_000),
        new("zeros that begin as an old document", n => [0xD0, 0xCF, 0x11, 0xE0, .. new byte[n]], 10_000_000),
    ];

    private const string Month = "{{#Incidenter.Per månad}}";
    private const string EndOfMonth = "{{/Incidenter.Per månad}}";

    /// <summary>What is looked for at each level among all that stands below takes the product of both.</summary>
    private static IEnumerable<HostileDocx> DeepAndWide =>
        [
            OfBody(
                "runs in nested tags",
                350_000,
                n => $"<w:p>{Nested(90, "<w:smartTag>", Runs(n) + R(Year), "</w:smartTag>")}</w:p>"
            ),
            OfBody(
                "runs in nested links",
                350_000,
                n => $"<w:p>{Nested(90, "<w:hyperlink r:id=\"rId\">", Runs(n) + R(Year), "</w:hyperlink>")}</w:p>"
            ),
            OfBody("runs in nested paragraphs", 350_000, n => Nested(90, "<w:p>", Runs(n) + R(Year), "</w:p>")),
            OfBody(
                "runs in nested runs",
                350_000,
                n => $"<w:p>{Nested(90, "<w:r>", Many(n, _ => "<w:t>x</w:t>") + R(Year), "</w:r>")}</w:p>"
            ),
            OfBody(
                "runs in nested insertions of a name",
                350_000,
                n => $"<w:p>{R("{{")}{Nested(90, "<w:ins>", Runs(n), "</w:ins>")}{R("}}")}</w:p>"
            ),
            OfBody(
                "figures in nested runs",
                350_000,
                n => $"<w:p>{Nested(90, "<w:r>", Many(n, _ => Figure("x")) + Figure(Year), "</w:r>")}</w:p>"
            ),
            OfBody(
                "paragraphs in nested text boxes",
                250_000,
                n =>
                    Nested(
                        22,
                        "<w:p><w:r><w:pict><w:txbxContent>",
                        Paragraphs(n) + P(Year),
                        "</w:txbxContent></w:pict></w:r></w:p>"
                    )
            ),
            OfBody(
                "paragraphs in nested content controls",
                250_000,
                n => Nested(45, "<w:sdt><w:sdtContent>", Paragraphs(n) + P(Year), "</w:sdtContent></w:sdt>")
            ),
            OfBody(
                "paragraphs in nested text controls",
                250_000,
                n =>
                    Nested(
                        45,
                        "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>",
                        Paragraphs(n) + P(Year),
                        "</w:sdtContent></w:sdt>"
                    )
            ),
            OfBody(
                "rows in nested tables",
                150_000,
                n => Tables("", Table(Rows(n) + Row("{{Incidenter.Per typ.Typ}}")))
            ),
            OfBody(
                "rows in nested tables that do not break",
                150_000,
                n => Tables("<w:trPr><w:cantSplit/></w:trPr>", Table(Rows(n)) + P(Year))
            ),
            OfBody(
                "nested conditions around much",
                250_000,
                n => Nested(50, P("{{#om Genomgång.År}}"), Paragraphs(n), P("{{/om}}"))
            ),
            OfBody("nested lists around much", 250_000, n => Nested(4, P(Month), Paragraphs(n), P(EndOfMonth))),
            OfBody(
                "nested lists that give many rows",
                6,
                n => Nested(n, P(Month), P(new string('x', 200)), P(EndOfMonth))
            ),
            OfBody(
                "nested lists that give many notes",
                6,
                n => Nested(n, P(Month), "<w:p><w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>", P(EndOfMonth)),
                _ => Part("footnotes", "footnotes", $"<w:footnote w:id=\"1\">{P("x")}</w:footnote>")
            ),
            OfBody(
                "nested lists that give many headings",
                6,
                n =>
                    P("{{Innehållsförteckning}}")
                    + Nested(
                        n,
                        P(Month),
                        $"<w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>{R("x")}</w:p>",
                        P(EndOfMonth)
                    )
            ),
            OfBody(
                "levels of a numbering",
                200_000,
                n => P("{{Innehållsförteckning}}") + Many(n, _ => NumberedHeading),
                n =>
                    Part(
                        "numbering",
                        "numbering",
                        $"<w:abstractNum w:abstractNumId=\"1\">{Many(n, _ => "<w:lvl w:ilvl=\"0\"/>")}</w:abstractNum>"
                            + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>"
                    )
            ),
        ];

    private const string Year = "{{Genomgång.År}}";

    private const string NumberedHeading =
        "<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr><w:outlineLvl w:val=\"0\"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>";

    private static string Runs(int count) => Many(count, _ => R("x"));

    private static string Paragraphs(int count) => Many(count, _ => P("x"));

    private static string Rows(int count) => Many(count, _ => Row("x"));

    private static string Figure(string described) => $"<wp:docPr id=\"1\" descr=\"{described}\"/>";

    private static string Tables(string properties, string within) =>
        Nested(30, $"<w:tbl><w:tr>{properties}<w:tc>", within, "<w:p/></w:tc></w:tr></w:tbl>") + "<w:p/>";

    public static HostileDocx Named(string name) => All.Single(k => k.Name == name);

    /// <summary>A whole file around what stands in its body.</summary>
    public static byte[] WithBody(string body) => Zip(Document(body, ""), []);

    /// <summary>A document with a part besides, packed.</summary>
    public static byte[] WithPart(string name, byte[] part)
    {
        using var content = new MemoryStream();
        content.Write(WithBody(P("x")));
        using (var zip = new ZipArchive(content, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var entry = zip.CreateEntry(name).Open();
            entry.Write(part);
        }
        return content.ToArray();
    }

    /// <summary>A document with many paragraphs at its end.</summary>
    public static byte[] Swollen(byte[] docx, int paragraphs)
    {
        using var content = new MemoryStream();
        content.Write(docx);
        using (var zip = new ZipArchive(content, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var part = zip.GetEntry("word/document.xml")!.Open();
            var xml = new StreamReader(part).ReadToEnd();
            var end = xml.LastIndexOf("<w:sectPr", StringComparison.Ordinal);
            part.SetLength(0);
            part.Write(Encoding.UTF8.GetBytes(xml.Insert(end, Many(paragraphs, i => P($"Stycke {i}.")))));
        }
        return content.ToArray();
    }

    private static HostileDocx Of(
        string name,
        int most,
        Func<int, string> one,
        Func<int, IEnumerable<(string, int, string)>>? parts = null
    ) => new(name, n => Zip(Document(Many(n, one), ""), parts?.Invoke(n) ?? []), most);

    private static HostileDocx OfContents(
        string name,
        int most,
        Func<int, string> one,
        Func<int, IEnumerable<(string, int, string)>> parts
    ) => new(name, n => Zip(Document(P("{{Innehållsförteckning}}") + Many(n, one), ""), parts(n)), most);

    private static HostileDocx OfBody(
        string name,
        int most,
        Func<int, string> body,
        Func<int, IEnumerable<(string, int, string)>>? parts = null
    ) => new(name, n => Zip(Document(body(n), ""), parts?.Invoke(n) ?? []), most);

    private static string R(string text) => $"<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    private static string P(string text) => $"<w:p>{R(text)}</w:p>";

    private static string Row(params string[] cells) =>
        $"<w:tr>{string.Concat(cells.Select(c => $"<w:tc>{P(c)}</w:tc>"))}</w:tr>";

    private static string Table(string rows) => $"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>{rows}</w:tbl>";

    private static string Nested(int depth, string before, string within, string after) =>
        Many(depth, _ => before) + within + Many(depth, _ => after);

    private static string Many(int count, Func<int, string> one)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
            text.Append(one(i));
        return text.ToString();
    }

    /// <summary>Letters that do not compress well, the same each time.</summary>
    private static string Random(int length)
    {
        var random = new Random(7);
        return string.Create(
            length,
            random,
            (text, r) =>
            {
                for (var i = 0; i < text.Length; i++)
                    text[i] = (char)('a' + r.Next(26));
            }
        );
    }

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(7).NextBytes(bytes);
        bytes[0] = 1;
        return bytes;
    }

    private static string Document(string body, string before) =>
        $"{before}<w:document {Namespaces}><w:body>{body}</w:body></w:document>";

    private static (string, int, string) Related(
        string what,
        int count,
        Func<int, (string Kind, string Target, string? Mode)> one
    ) =>
        (
            what,
            count,
            Many(
                count,
                i =>
                {
                    var (kind, target, mode) = one(i);
                    return $"<Relationship Id=\"rId{kind}{i}\" Type=\"{Office}/{kind}\" "
                        + $"Target=\"{target}\"{(mode is null ? "" : $" TargetMode=\"{mode}\"")}/>";
                }
            )
        );

    private static IEnumerable<(string, int, string)> Part(string kind, string root, string content) =>
        [
            Related("relationships", 1, _ => (kind, $"{kind}.xml", null)),
            ($"word/{kind}.xml", 0, $"<w:{root} {Namespaces}>{content}</w:{root}>"),
        ];

    private static Func<int, IEnumerable<(string, int, string)>> Links(string address) =>
        n =>
            [
                (
                    "relationships",
                    n,
                    Many(
                        n,
                        i =>
                            $"<Relationship Id=\"rIdL{i}\" Type=\"{Office}/hyperlink\" Target=\"{address}{i}\" TargetMode=\"External\"/>"
                    )
                ),
            ];

    private static IEnumerable<(string, int, string)> Charts(int count) =>
        [
            (
                "relationships",
                count,
                Many(count, i => $"<Relationship Id=\"rIdC{i}\" Type=\"{Office}/chart\" Target=\"charts/{i}.xml\"/>")
            ),
            .. Enumerable
                .Range(0, count)
                .Select(i =>
                    (
                        $"word/charts/{i}.xml",
                        0,
                        $"<c:chartSpace {Namespaces}><c:chart><c:plotArea><c:barChart><c:ser><c:idx "
                            + "val=\"0\"/><c:order "
                            + "val=\"0\"/></c:ser></c:barChart></c:plotArea></c:chart></c:chartSpace>"
                    )
                ),
        ];

    /// <param name="parts">Name, size of zeros when it is negative, and content; or what is put into the relationships
    /// or content types.</param>
    private static byte[] Zip(string document, IEnumerable<(string Name, int Size, string Content)> parts)
    {
        var all = parts.ToList();
        var relationships = string.Concat(all.Where(p => p.Name == "relationships").Select(p => p.Content));
        var types = string.Concat(all.Where(p => p.Name == "[Content_Types].xml").Select(p => p.Content));
        using var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(
                "[Content_Types].xml",
                $"<Types xmlns=\"{Package}content-types\"><Default Extension=\"rels\" "
                    + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                    + "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Override "
                    + "PartName=\"/word/document.xml\" "
                    + $"ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>{types}</Types>"
            );
            Put(
                "_rels/.rels",
                $"<Relationships xmlns=\"{Package}relationships\"><Relationship Id=\"rId1\" "
                    + $"Type=\"{Office}/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
            );
            Put("word/document.xml", document);
            Put(
                "word/_rels/document.xml.rels",
                $"<Relationships xmlns=\"{Package}relationships\">{relationships}</Relationships>"
            );
            foreach (
                var (name, size, content) in all.Where(p => p.Name is not ("relationships" or "[Content_Types].xml"))
            )
            {
                if (size >= 0)
                {
                    Put(name, content);
                    continue;
                }
                using var zeros = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                var block = new byte[1 << 16];
                for (var left = -(long)size; left > 0; left -= block.Length)
                    zeros.Write(block, 0, (int)Math.Min(left, block.Length));
            }

            void Put(string name, string content)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }
        return output.ToArray();
    }

    /// <summary>The directory says that each part unpacks to ten bytes.</summary>
    private static byte[] Lie(byte[] zip)
    {
        for (var i = 0; i + 46 < zip.Length; i++)
        {
            if (zip.AsSpan(i).StartsWith("PK\u0001\u0002"u8) && zip.AsSpan(i + 46).StartsWith("word/document.xml"u8))
                BitConverter.TryWriteBytes(zip.AsSpan(i + 24), 10);
        }
        return zip;
    }
}
