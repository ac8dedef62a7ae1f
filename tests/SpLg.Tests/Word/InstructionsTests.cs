using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SpLg.Tests.Word;

public class InstructionsTests
{
    private const string Nothing = "Inget.";
    private const string Comment = "Samordnarens kommentar";

    private static readonly byte[] Template = ShippedFiles.Template("ledningens-genomgang");
    private static readonly Instructions Shipped = Instructions.Of(Template);

    [Theory]
    [InlineData("ledningens-genomgang")]
    [InlineData("ledningens-genomgang-bolag")]
    [InlineData("ledningens-genomgang-lage")]
    [InlineData("ledningens-genomgang-resultat")]
    public void Every_instruction_of_a_shipped_template_is_found_and_gone_afterwards(string name)
    {
        var template = ShippedFiles.Template(name);
        var instructions = Instructions.Of(template);

        var without = instructions.RemoveFrom(template, Nothing);

        Assert.Contains(Comment, instructions.HeadingsIn(template));
        Assert.Empty(instructions.HeadingsIn(without));
        Assert.DoesNotContain("Skriv ", Documents.Text(without), StringComparison.Ordinal);
        Assert.Contains(Comment + Nothing, Documents.Text(without), StringComparison.Ordinal);
        Documents.AssertValid(without);
        Assert.Same(without, instructions.RemoveFrom(without, Nothing));
    }

    [Fact]
    public void Where_somebody_has_written_beneath_the_instruction_just_goes()
    {
        var written = Changed(p => p.InsertAfterSelf(new Paragraph(new Run(new Text("Året har varit lugnt.")))));

        var without = Documents.Text(Shipped.RemoveFrom(written, Nothing));

        Assert.Contains(Comment + "Året har varit lugnt.", without, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_somebody_has_written_over_it_nothing_is_changed_although_the_style_is_the_same()
    {
        var written = Changed(p => p.Descendants<Text>().First().Text = "Året har varit lugnt.");

        Assert.DoesNotContain(Comment, Shipped.HeadingsIn(written));
        Assert.Contains(
            Comment + "Året har varit lugnt.",
            Documents.Text(Shipped.RemoveFrom(written, Nothing)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_table_cell_that_nobody_has_written_in_says_so()
    {
        var asked = Changed(p =>
            p.InsertBeforeSelf(
                new Table(
                    new TableRow(
                        new TableCell(new Paragraph(new Run(new Text("Är det verkningsfullt?")))),
                        new TableCell(p.CloneNode(deep: true))
                    )
                )
            )
        );

        var without = Documents.Text(Shipped.RemoveFrom(asked, Nothing));

        Assert.Contains("Är det verkningsfullt?" + Nothing, without, StringComparison.Ordinal);
        // What tells to write in the table has something beside it, and so leaves nothing behind.
        Assert.DoesNotContain(Nothing + Nothing, without, StringComparison.Ordinal);
    }

    /// <summary>
    /// The template where somebody has changed the instruction under the heading for the coordinator's comment.
    /// </summary>
    private static byte[] Changed(Action<Paragraph> change)
    {
        using var changed = new MemoryStream();
        changed.Write(Template);
        using (var document = WordprocessingDocument.Open(changed, isEditable: true))
            change(
                document
                    .MainDocumentPart!.Document.Body!.Elements<Paragraph>()
                    .First(p => p.InnerText.StartsWith("Skriv här det som siffrorna", StringComparison.Ordinal))
            );
        return changed.ToArray();
    }
}
