using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using static SpLg.Tests.Word.TestDocx;

namespace SpLg.Tests.Word;

public class ContentsTests
{
    private const string Gallery =
        "<w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/><w:docPartUnique/></w:docPartObj>";
    private const string Asked = "{{Innehållsförteckning}}";

    [Fact]
    public void Entries_have_the_numbers_that_Word_shows_before_the_headings()
    {
        var body =
            P(Asked)
            + P("Förord", "Unnumbered")
            + P("A", "Heading1")
            + P("{{#Incidenter}}")
            + P("{{Titel}}", "Heading2")
            + P("Del", "Heading3")
            + P("{{/Incidenter}}")
            + P("", "Heading2")
            + P("B", "Heading1")
            + P("C", "Heading2");
        var filled = Fill(body, Numbered("decimal", "%1.%2.%3"), new(Rows: [new("a"), new("b")]));
        Assert.Equal(
            ["Förord", "1\tA", "1.1\ta", "1.1.1\tDel", "1.2\tb", "1.2.1\tDel", "2\tB", "2.1\tC"],
            Lines(filled).Take(8)
        );
    }

    [Fact]
    public void It_shows_as_many_levels_as_are_asked_for_also_when_filled_again()
    {
        var body =
            P("{{Innehållsförteckning:2}}")
            + P("A", "Heading1")
            + P("a", "Heading2")
            + P("Del", "Heading3")
            + P("B", "Heading1");
        var filled = Fill(body, Numbered("decimal", "%1.%2.%3"), new());
        Assert.Equal(["1\tA", "1.1\ta", "2\tB", "A"], Lines(filled).Take(4));
        Assert.Equal(Lines(filled), Lines(Template.Compile(filled, "x.docx", Sample.Fields).Fill(new Sample())));
    }

    [Theory]
    [InlineData("upperRoman", "III.9")]
    [InlineData("lowerRoman", "iii.9")]
    [InlineData("upperLetter", "C.9")]
    [InlineData("lowerLetter", "c.9")]
    [InlineData("decimalZero", "03.9")]
    [InlineData("bullet", null)]
    [InlineData("none", null)]
    public void Other_ways_to_number_are_shown_as_Word_shows_them(string format, string? expected)
    {
        var body = P(Asked) + string.Concat(Enumerable.Repeat(P("A", "Heading1"), 3)) + P("X", "Heading2");
        var filled = Fill(
            body,
            d =>
            {
                Numbered(format, "%1.%2.%3")(d);
                var second = d.MainDocumentPart!.NumberingDefinitionsPart!.Numbering.Descendants<Level>()
                    .Single(l => l.NumberingFormat!.Val!.InnerText == format && l.LevelIndex! == 1);
                second.NumberingFormat!.Val = expected is null
                    ? second.NumberingFormat.Val
                    : NumberFormatValues.Decimal;
                second.StartNumberingValue!.Val = 9;
            }
        );
        Assert.Equal(expected is null ? "X" : expected + "\tX", Lines(filled)[3]);
    }

    [Fact]
    public void A_level_that_never_restarts_a_list_that_starts_over_and_a_heading_without_number_are_counted_as_Word_counts()
    {
        var direct =
            "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId "
            + "w:val=\"{0}\"/></w:numPr></w:pPr><w:r><w:t>X</w:t></w:r></w:p>";
        var body =
            P(Asked)
            + P("A", "Heading1")
            + P("a", "Heading2")
            + P("B", "Heading1")
            + P("b", "Heading2")
            + direct.Replace("{0}", "0")
            + direct.Replace("{0}", "8")
            + P("C", "Heading1");
        var filled = Fill(
            body,
            d =>
            {
                Numbered("decimal", "%1.%2.%3")(d);
                var numbering = d.MainDocumentPart!.NumberingDefinitionsPart!.Numbering;
                numbering
                    .Descendants<Level>()
                    .Single(l => l.LevelIndex! == 1)
                    .StartNumberingValue!.InsertAfterSelf(new NumberingFormat { Val = NumberFormatValues.Decimal });
                var level = numbering.Descendants<Level>().Single(l => l.LevelIndex! == 1);
                level.Elements<NumberingFormat>().Last().Remove();
                level.InsertAfter(new LevelRestart { Val = 0 }, level.GetFirstChild<NumberingFormat>());
                numbering.AppendChild(
                    new NumberingInstance(
                        new AbstractNumId { Val = 7 },
                        new LevelOverride(new StartOverrideNumberingValue { Val = 20 }) { LevelIndex = 0 }
                    )
                    {
                        NumberID = 8,
                    }
                );
            }
        );
        Assert.Equal(["1\tA", "1.1\ta", "2\tB", "2.2\tb", "X", "20\tX", "21\tC"], Lines(filled).Take(7));
    }

    [Fact]
    public void A_heading_that_came_to_nothing_has_no_entry_and_the_links_still_meet_their_headings()
    {
        var filled = Fill(
            P(Asked) + P("{{#Incidenter}}") + P("{{Titel}}", "Heading1") + P("{{/Incidenter}}"),
            null,
            new(Rows: [new("a"), new(""), new("c")])
        );
        using var document = WordprocessingDocument.Open(new MemoryStream(filled), false);
        var main = document.MainDocumentPart!.Document;
        var linked = main.Descendants<Hyperlink>()
            .Select(h =>
                main.Descendants<BookmarkStart>()
                    .Single(b => b.Name! == h.Anchor!.Value)
                    .Ancestors<Paragraph>()
                    .First()
                    .InnerText
            );
        Assert.Equal(["a", "c"], linked);
    }

    [Fact]
    public void The_list_stands_in_one_control_of_its_kind_whoever_put_it_there()
    {
        var own =
            $"<w:sdt><w:sdtPr>{Gallery}</w:sdtPr><w:sdtContent>" + P("Innehåll") + P(Asked) + "</w:sdtContent></w:sdt>";
        foreach (var body in new[] { P(Asked), own, P("{{#om Organisation}}") + P(Asked) + P("{{/om}}") })
            Assert.Equal(2, BodyXml(Fill(body + P("A", "Heading1"))).Split("docPartGallery").Length);
    }

    private static Action<WordprocessingDocument> Numbered(string format, string text) =>
        document =>
        {
            var levels = Enumerable
                .Range(0, 3)
                .Select(i => new Level(
                    new StartNumberingValue { Val = 1 },
                    new NumberingFormat { Val = new EnumValue<NumberFormatValues> { InnerText = format } },
                    new ParagraphStyleIdInLevel { Val = $"Heading{i + 1}" },
                    new LevelText { Val = text[..((i * 3) + 2)] }
                )
                {
                    LevelIndex = i,
                });
            var numbering = document.MainDocumentPart!.NumberingDefinitionsPart!.Numbering;
            numbering.InsertAfter(
                new AbstractNum(levels) { AbstractNumberId = 7 },
                numbering.Elements<AbstractNum>().Last()
            );
            numbering.AppendChild(new NumberingInstance(new AbstractNumId { Val = 7 }) { NumberID = 7 });
            var styles = document.MainDocumentPart.StyleDefinitionsPart!.Styles!;
            foreach (
                var style in styles
                    .Elements<Style>()
                    .Where(s => s.StyleId!.Value!.StartsWith("Heading", StringComparison.Ordinal))
            )
                style.AppendChild(new StyleParagraphProperties(new NumberingProperties(new NumberingId { Val = 7 })));
            styles.AppendChild(
                new Style(
                    new StyleName { Val = "Unnumbered" },
                    new BasedOn { Val = "Heading1" },
                    new StyleParagraphProperties(new NumberingProperties(new NumberingId { Val = 0 }))
                )
                {
                    Type = StyleValues.Paragraph,
                    StyleId = "Unnumbered",
                }
            );
        };

    private static byte[] Fill(string body, Action<WordprocessingDocument>? more = null, Sample? data = null)
    {
        var template = Template.Compile(Create(body, more: more), "m", Sample.Fields);
        Assert.Empty(template.Findings);
        var filled = template.Fill(data ?? new());
        AssertValid(filled);
        AssertSame(filled, Template.Compile(filled, "m", Sample.Fields).Fill(data ?? new()));
        return filled;
    }
}
