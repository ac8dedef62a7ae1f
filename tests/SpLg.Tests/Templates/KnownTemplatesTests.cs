using SpLg.Templates;
using SpLg.Tests.Hostile;

namespace SpLg.Tests.Templates;

public class KnownTemplatesTests
{
    private static readonly FieldSet Fields = DocumentKind.All[0].Fields;

    [Fact]
    public void A_file_that_was_too_large_is_not_examined_again_while_it_is_the_same()
    {
        var clock = new GraphClock();
        var known = new KnownTemplates(clock);
        var file = TooLarge();

        var refused = known.Compile(file, "mall.docx", Fields);

        Assert.True(refused.IsTooLarge);
        Assert.Same(refused, known.Compile([.. file], "mall.docx", Fields));
        // Another name stands in what is said of it, and other fields are another examination.
        Assert.Contains("annan.docx", known.Compile(file, "annan.docx", Fields).Findings[0].ToString());
        Assert.NotSame(refused, known.Compile(file, "mall.docx", DocumentKind.All[1].Fields));
        Assert.NotSame(refused, known.Compile([.. file, 0], "mall.docx", Fields));
    }

    [Fact]
    public void A_file_that_was_too_large_is_examined_again_after_a_while_because_the_machine_may_have_been_busy()
    {
        var clock = new GraphClock(skips: false);
        var known = new KnownTemplates(clock);
        var refused = known.Compile(TooLarge(), "mall.docx", Fields);

        clock.Advance(TimeSpan.FromMinutes(16));

        Assert.NotSame(refused, known.Compile(TooLarge(), "mall.docx", Fields));
    }

    [Fact]
    public void A_small_template_that_can_be_filled_is_compiled_once_and_gives_the_same_document_each_time()
    {
        var known = new KnownTemplates(new GraphClock());
        var kind = DocumentKind.All[0];
        var shipped = ShippedFiles.Template(kind.Template);
        var review = SpLg.Tests.Demo.DemoLists.Review();

        var template = known.Compile(shipped, "mall.docx", kind.Fields);

        Assert.Same(template, known.Compile([.. shipped], "mall.docx", kind.Fields));
        var alone = Template.Compile(shipped, "mall.docx", kind.Fields).Fill(review);
        var atOnce = new byte[4][];
        Parallel.For(0, atOnce.Length, n => atOnce[n] = template.Fill(review));
        Assert.All(atOnce, document => Assert.Equal(alone, document));
    }

    [Fact]
    public void A_small_file_that_holds_much_is_not_kept()
    {
        var known = new KnownTemplates(new GraphClock());
        using var file = new MemoryStream();
        file.Write(ShippedFiles.Template(DocumentKind.All[0].Template));
        using (var zip = new System.IO.Compression.ZipArchive(file, System.IO.Compression.ZipArchiveMode.Update, true))
        using (var entry = zip.CreateEntry("word/media/x.bin").Open())
            entry.Write(new byte[3_000_000]);

        var template = known.Compile(file.ToArray(), "mall.docx", Fields);

        Assert.True(template.CanFill);
        Assert.NotSame(template, known.Compile(file.ToArray(), "mall.docx", Fields));
    }

    [Fact]
    public void Of_many_templates_the_latest_are_known_and_none_that_is_damaged()
    {
        var known = new KnownTemplates(new GraphClock());
        var shipped = ShippedFiles.Template(DocumentKind.All[0].Template);

        var all = Enumerable.Range(0, 10).Select(n => known.Compile(shipped, $"{n}.docx", Fields)).ToList();

        Assert.NotSame(all[0], known.Compile(shipped, "0.docx", Fields));
        Assert.Same(all[9], known.Compile(shipped, "9.docx", Fields));
        Assert.NotSame(known.Compile([1, 2], "mall.docx", Fields), known.Compile([1, 2], "mall.docx", Fields));
    }

    private static byte[] TooLarge()
    {
        var kind = HostileDocx.Named("different elements");
        return kind.Make(kind.Most);
    }
}
