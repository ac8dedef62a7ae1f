using SpLg.Tests.Word;
using SpLg.Tracing;

namespace SpLg.Tests.Tracing;

public class DocumentTraceTests
{
    private static readonly FieldSet Fields = new FieldSetBuilder<string>().Text("Ord", "Ett ord.", s => s).Build();

    private static readonly DocumentTrace Trace = new(
        Name: "Handlingsplan 2026 A & B",
        Type: DocumentType.ActionPlan,
        Year: 2026,
        Edition: Edition.Open,
        Stamp: new(
            new DateTimeOffset(
                year: 2026,
                month: 11,
                day: 21,
                hour: 1,
                minute: 2,
                second: 3,
                millisecond: 456,
                offset: TimeSpan.Zero
            ),
            "abc"
        ),
        Lists: new Dictionary<string, Uri?>
        {
            ["Incidenter"] = new("https://contoso.sharepoint.com/sites/a/Lists/Incidents"),
            ["Åtgärder"] = null,
        },
        Figures:
        [
            new("Incidenter.Antal", "23", "Incidenter", "År är 2026", "1-3 52"),
            new("Incidenter.Mening", "Två\nrader <b> & \"citat\"", "Incidenter", "alla rader", ""),
        ]
    );

    [Fact]
    public void A_document_tells_what_was_put_in_it()
    {
        var read = DocumentTrace.TryRead(With(Trace.Xml()));

        Assert.NotNull(read);
        Assert.Equal(Trace with { Lists = read.Lists, Figures = read.Figures }, read);
        Assert.Equal(Trace.Lists, read.Lists);
        Assert.Equal(Trace.Figures, read.Figures);
        Assert.Equal(Trace.Xml(), read.Xml());
    }

    [Fact]
    public void Signs_that_xml_cannot_hold_are_left_out()
    {
        var figure = new DocumentFigure("Incidenter.Mening", "a\u0001b\ud800c\uffff😀", "Incidenter", "alla rader", "");

        var read = DocumentTrace.TryRead(With((Trace with { Figures = [figure] }).Xml()));

        Assert.DoesNotContain('\u0001', Assert.Single(read!.Figures).Value);
        Assert.EndsWith("😀", read.Figures[0].Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<other/>")]
    [InlineData("<trace xmlns='urn:splg:trace:1'/>")]
    [InlineData(
        "<trace xmlns='urn:splg:trace:1' document='x' type='Självskattning' year='soon' edition='Öppen' readOn='2026-01-01'/>"
    )]
    [InlineData(
        "<trace xmlns='urn:splg:trace:1' document='x' type='Roman' year='2026' edition='Öppen' readOn='2026-01-01'/>"
    )]
    public void A_part_of_another_kind_or_damaged_by_hand_is_no_trace(string xml) =>
        Assert.Null(DocumentTrace.TryRead(With(System.Text.Encoding.UTF8.GetBytes(xml))));

    [Fact]
    public void A_file_without_the_part_has_no_trace()
    {
        Assert.Null(DocumentTrace.TryRead(TestDocx.Create(TestDocx.P("text"))));
        Assert.Null(DocumentTrace.TryRead("no Word file"u8.ToArray()));
    }

    [Theory]
    [InlineData("incidenter.ANTAL")]
    [InlineData("{{Incidenter.Antal:0,0}}")]
    [InlineData(" Incidenter . Antal ")]
    public void A_figure_is_found_as_a_person_may_write_it(string tag) =>
        Assert.Equal("23", Assert.Single(TraceAnswer.Find(Trace, tag)).Value);

    [Fact]
    public void A_name_within_a_list_means_all_its_lines()
    {
        var lines = Trace with
        {
            Figures =
            [
                new("Incidenter.Per typ[Dataskydd].Antal", "4", "", "", ""),
                new("Incidenter.Per typ[Fysisk säkerhet].Antal", "2", "", "", ""),
            ],
        };

        Assert.Equal(["4", "2"], TraceAnswer.Find(lines, "Incidenter.Per typ.Antal").Select(f => f.Value));
        Assert.Equal(["2"], TraceAnswer.Find(lines, "Incidenter.Per typ[fysisk säkerhet].Antal").Select(f => f.Value));
    }

    [Fact]
    public void A_name_that_is_not_there_gets_the_nearest_ones()
    {
        Assert.Equal(["Incidenter.Antal"], TraceAnswer.Near(Trace, "Incidenter.Antl"));
        Assert.Equal(["Incidenter.Antal"], TraceAnswer.Near(Trace, "Antal"));
        Assert.Empty(TraceAnswer.Near(Trace, "Något helt annat"));
    }

    private static byte[] With(byte[] trace) =>
        Template.Compile(TestDocx.Create(TestDocx.P("{{Ord}}")), "mall.docx", Fields).Fill("ord", trace: trace);
}
