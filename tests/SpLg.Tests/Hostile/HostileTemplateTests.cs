using System.Diagnostics;
using SpLg.Tests.Word;

namespace SpLg.Tests.Hostile;

/// <summary>
/// Small files that took minutes and gigabytes: every kind is done or refused in time that grows as the file does.
/// </summary>
public sealed class HostileTemplateTests
{
    // Two thirds of the kinds took half of this, some of them minutes, when each part of the file was looked for among
    // all others. It is a time of the wall, and other tests run at the same time.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan LongerThanAFile = TimeSpan.FromSeconds(5.1);

    private static readonly DocumentKind Kind = DocumentKind.All[0];

    public static TheoryData<string> Kinds => [.. HostileDocx.All.Select(k => k.Name)];

    /// <summary>All with SPLG_FULL=1.</summary>
    public static TheoryData<string> SomeKinds =>
        [.. HostileDocx.All.Select(k => k.Name).Where((_, i) => i % 4 == 0 || SampleOrAll.IsAll)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_hostile_template_is_done_or_refused_soon_with_one_line_for_each_fault(string name)
    {
        var kind = HostileDocx.Named(name);
        var file = kind.Make(Math.Max(1, kind.Most / 100));
        var watch = Stopwatch.StartNew();
        var template = Template.Compile(file, "mall.docx", Kind.Fields);
        var examined = Template.Examine(file, "mall.docx");
        Assert.True(watch.Elapsed < Limit, $"{kind.Name} took {watch.Elapsed.TotalSeconds:0.0} s");
        Assert.True(
            template.Findings.Count + examined.Count < 2_100,
            $"{kind.Name} has {template.Findings.Count + examined.Count} findings"
        );
        Assert.Equal(template.CanFill, !template.Findings.Any(f => f.Level == FindingLevel.Error));
        Assert.All(template.Findings, f => Assert.True(f.Message.Length < 3_000, f.Message));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_hostile_draft_is_read_or_refused_soon_whatever_is_looked_for_in_it(string name)
    {
        var kind = HostileDocx.Named(name);
        var file = kind.Make(Math.Max(1, kind.Most / 100));
        foreach (
            var read in new Action[]
            {
                () => DocumentContent.Read(file),
                () => WrittenText.In(file),
                () => Instructions.Of(file).HeadingsIn(file),
                () => DocumentParts.Hashes(file),
                () => TracePart.TryRead(file),
                () => TemplateNames.Of(file),
            }
        )
        {
            var watch = Stopwatch.StartNew();
            var fault = Record.Exception(read);
            Assert.True(fault is null or InvalidDataException or DocumentTooLargeException, $"{fault}");
            Assert.True(watch.Elapsed < Limit, $"{kind.Name} took {watch.Elapsed.TotalSeconds:0.0} s");
        }
    }

    [Fact]
    public void A_template_that_was_compiled_long_ago_has_the_whole_time_to_be_filled()
    {
        var template = Template.Compile(TestDocx.Create(TestDocx.P("{{Sammanfattning}}")), "mall.docx", Sample.Fields);
        var processor = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < LongerThanAFile || Environment.CpuUsage.TotalTime - processor < LongerThanAFile)
            Thread.SpinWait(100_000);
        Assert.NotEmpty(template.Fill(new Sample(Rich: "Klart.")));
    }

    [Theory]
    [InlineData(200_000_000)]
    [InlineData(30_000_000)]
    public void A_file_within_a_draft_is_unpacked_no_further_than_a_draft_is(int size)
    {
        var text = "<a>" + new string(' ', size) + "</a>";
        var inner = HostileDocx.WithPart("a.xml", Encoding.UTF8.GetBytes(text));
        Assert.Throws<DocumentTooLargeException>(() =>
            WrittenText.In(HostileDocx.WithPart("word/embeddings/a.xlsx", inner))
        );
    }

    [Fact]
    public void Plain_text_within_a_draft_is_looked_through_up_to_what_any_text_may_be()
    {
        Assert.Contains(WrittenText.In(HostileDocx.WithPart("word/a.txt", "Anna"u8.ToArray())), t => t.Text == "Anna");
        Assert.Throws<DocumentTooLargeException>(() =>
            WrittenText.In(HostileDocx.WithPart("word/a.txt", Encoding.UTF8.GetBytes(new string('a', 5_000_000))))
        );
    }

    [Theory]
    [MemberData(nameof(SomeKinds))]
    public void Four_times_as_much_takes_about_four_times_the_memory(string name)
    {
        var kind = HostileDocx.Named(name);
        var few = Math.Max(1, kind.Most / 400);
        Allocated(kind.Make(few));
        var (small, large) = (Allocated(kind.Make(few)), Allocated(kind.Make(4 * few)));
        Assert.True(
            large < (6 * small) + 2_000_000,
            $"{kind.Name}: {few} take {small / 1024} KiB, four times as many {large / 1024} KiB"
        );
    }

    [Fact]
    public void A_template_with_lists_in_lists_that_give_rows_without_end_is_stopped()
    {
        var body =
            string.Concat(Enumerable.Repeat("<w:p><w:r><w:t>{{#Incidenter.Per månad}}</w:t></w:r></w:p>", 12))
            + "<w:p/>"
            + string.Concat(Enumerable.Repeat("<w:p><w:r><w:t>{{/Incidenter.Per månad}}</w:t></w:r></w:p>", 12));
        var template = Template.Compile(HostileDocx.WithBody(body), "mall.docx", Kind.Fields);
        Assert.True(template.CanFill, string.Join('\n', template.Findings));
        var fault = Assert.Throws<DocumentTooLargeException>(() => template.Fill(Demo.DemoLists.Review(), Stream.Null));
        Assert.Contains("listor i listor", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_refused_says_what_where_and_how_much_there_may_be()
    {
        var deep = Template.Compile(HostileDocx.Named("nested without end").Make(5_000), "mall.docx", Kind.Fields);
        Assert.Contains(
            "word/document.xml har element i fler än 100 nivåer",
            Assert.Single(deep.Findings).Message,
            StringComparison.Ordinal
        );
        var bomb = Template.Compile(HostileDocx.Named("a bomb in a part").Make(600_000_000), "mall.docx", Kind.Fields);
        Assert.Matches(
            "word/media/a.bin har det som gör att filen blir större än 1[0-9][0-9] MB när den packas upp",
            Assert.Single(bomb.Findings).Message
        );
        var parts = Template.Compile(HostileDocx.Named("parts").Make(6_000), "mall.docx", Kind.Fields);
        Assert.Contains("fler än 5000 delar", Assert.Single(parts.Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_of_three_hundred_pages_with_sixty_pictures_and_two_thousand_names_is_no_hostile_file()
    {
        var fields = Kind
            .Fields.Fields.Where(f => f.Inner is not null)
            .SelectMany(f => f.Inner!.Fields.Where(i => i.Inner is null).Select(i => $"{f.Name}.{i.Name}"))
            .ToList();
        var page = string.Concat(
            Enumerable
                .Range(0, 40)
                .Select(i =>
                    "<w:p w:rsidR=\"00A1\"><w:pPr><w:spacing "
                    + $"w:after=\"120\"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>Stycke {i} med "
                    + "text.</w:t></w:r></w:p>"
                )
        );
        var names = string.Concat(
            Enumerable
                .Range(0, 2_000)
                .Select(i => $"<w:p><w:r><w:t>{{{{{fields[i % fields.Count]}}}}}</w:t></w:r></w:p>")
        );
        var template = Template.Compile(
            HostileDocx.WithBody(string.Concat(Enumerable.Repeat(page, 300)) + names),
            "rapport.docx",
            Kind.Fields
        );
        Assert.DoesNotContain(template.Findings, f => f.Message.Contains("för stor", StringComparison.Ordinal));
    }

    private static long Allocated(byte[] file)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Template.Compile(file, "mall.docx", Kind.Fields);
        Template.Examine(file, "mall.docx");
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
