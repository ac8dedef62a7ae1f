using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using SpLg.Core.Checklists;
using SpLg.Tests.Checklists;
using SpLg.Tests.Demo;
using SpLg.Word.Workbooks;
using DataSheet = SpLg.Core.Checklists.Sheet;
using SheetNames = SpLg.Word.Workbooks.SheetNames;
using Workbook = SpLg.Word.Workbooks.Workbook;

namespace SpLg.Tests.Workbooks;

public class WorkbookTests
{
    private static readonly FieldSet Fields = new FieldSetBuilder<Sample>()
        .Text("Text", "", s => s.Text)
        .Number("Tal", "", s => s.Number)
        .Date("Dag", "", s => s.Day)
        .YesNo("Klart", "", s => s.Done)
        .RichText("Anteckning", "", s => s.Html)
        .Build();

    private static readonly Sample Usual = new(
        "Lås datorn",
        12.5m,
        new(2026, 11, 20),
        Done: true,
        "<p>Ett <b>fett</b> ord</p>"
    );

    public static TheoryData<DocumentType> Types =>
        [.. Enum.GetValues<DocumentType>().Where(t => t != DocumentType.ManagementReview)];

    [Theory]
    [MemberData(nameof(Types))]
    public void Workbooks_of_the_made_up_organisation_open_without_a_complaint(DocumentType type)
    {
        foreach (var document in Made.All(DemoLists.Read([]), type))
        {
            var xlsx = Workbook.Write(document.Title, document.Sheets);
            AssertValid(xlsx);
            Assert.Equal(xlsx, Workbook.Write(document.Title, document.Sheets));
        }
    }

    [Fact]
    public void Cells_are_typed_so_that_dates_and_numbers_sort_as_such()
    {
        using var document = Open(Sheet(Usual));
        var cells = WorkbookText.Cells(document, 0);

        // Row 1 title, 2 the fact, 3 empty, 4 header.
        Assert.Equal(
            ("Lista", "Läst: 2026-11-20", "Text", "Tal", "Dag", "Klart", "Anteckning"),
            (cells["A1"], cells["A2"], cells["A4"], cells["B4"], cells["C4"], cells["D4"], cells["E4"])
        );
        Assert.Equal(
            ("Lås datorn", "12.5", "46346", "Ja", "Ett fett ord"),
            (cells["A5"], cells["B5"], cells["C5"], cells["D5"], cells["E5"])
        );
        var styles = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet;
        var format = styles
            .CellFormats!.Elements<CellFormat>()
            .ElementAt(
                (int)Part(document).Worksheet.Descendants<Cell>().Single(c => c.CellReference == "C5").StyleIndex!.Value
            );
        Assert.Equal(
            @"yyyy\-mm\-dd",
            styles
                .NumberingFormats!.Elements<NumberingFormat>()
                .Single(n => n.NumberFormatId!.Value == format.NumberFormatId!.Value)
                .FormatCode!.Value
        );
    }

    [Fact]
    public void The_header_is_a_tables_stays_in_sight_and_is_printed_on_every_page()
    {
        using var document = Open(Sheet(Usual, Usual));
        var table = Part(document).TableDefinitionParts.Single().Table;
        var pane = Part(document).Worksheet.Descendants<Pane>().Single();

        Assert.Equal(("A4:E6", "A4:E6"), (table.Reference!.Value, table.AutoFilter!.Reference!.Value));
        Assert.Equal(
            Fields.Fields.Select(f => f.Name),
            table.TableColumns!.Elements<TableColumn>().Select(c => c.Name!.Value)
        );
        Assert.Equal((4d, PaneStateValues.Frozen), (pane.VerticalSplit!.Value, pane.State!.Value));
        Assert.Equal(
            "'Blad''s'!$4:$4",
            document
                .WorkbookPart!.Workbook.DefinedNames!.Elements<DefinedName>()
                .Single(n => n.Name == "_xlnm.Print_Titles")
                .Text
        );
        var page = Part(document).Worksheet.Descendants<PageSetup>().Single();
        Assert.Equal(
            (OrientationValues.Landscape, 1u, 0u),
            (page.Orientation!.Value, page.FitToWidth!.Value, page.FitToHeight!.Value)
        );
    }

    [Fact]
    public void It_has_a_title_and_is_in_Swedish()
    {
        using var document = Open(Sheet(Usual));

        Assert.Equal(("Titel & mer", "sv-SE"), (document.PackageProperties.Title, document.PackageProperties.Language));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+46 8")]
    [InlineData("-")]
    [InlineData("@SUM(A1)")]
    public void What_begins_as_a_formula_is_text_and_stays_text_when_the_cell_is_edited(string text)
    {
        using var document = Open(Sheet(Usual with { Text = text }));
        var cell = Part(document).Worksheet.Descendants<Cell>().Single(c => c.CellReference == "A5");

        Assert.Equal((CellValues.SharedString, text), (cell.DataType!.Value, WorkbookText.Cells(document, 0)["A5"]));
        Assert.Null(cell.CellFormula);
        Assert.True(
            document
                .WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>()
                .ElementAt((int)cell.StyleIndex!.Value)
                .QuotePrefix!.Value
        );
    }

    [Theory]
    [InlineData("a\u0001b\u000bc", "abc")]
    [InlineData("ett\r\ntvå\rtre", "ett\ntvå\ntre")]
    [InlineData("<a> & \"b\"", "<a> & \"b\"")]
    [InlineData("x_x0041_y", "x_x005F_x0041_y")]
    public void Texts_are_kept_but_for_what_a_workbook_cannot_hold(string text, string stored)
    {
        using var document = Open(Sheet(Usual with { Text = text }));

        Assert.Equal(stored, WorkbookText.Cells(document, 0)["A5"]);
    }

    [Fact]
    public void Half_a_character_is_left_out() => Assert.Equal("abc", SheetText.Of("ab" + (char)0xD800 + "c"));

    [Fact]
    public void A_text_longer_than_a_cell_is_cut_and_says_so()
    {
        using var document = Open(Sheet(Usual with { Text = string.Concat(Enumerable.Repeat("😀", 20_000)) }));
        var text = WorkbookText.Cells(document, 0)["A5"];

        Assert.True(text.Length <= SheetText.Longest);
        Assert.EndsWith("hela texten finns i listan.)", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\ufffd', text);
    }

    [Fact]
    public void A_table_without_rows_and_empty_cells_are_whole()
    {
        using (var document = Open(Sheet()))
            Assert.Equal("A4:E5", Part(document).TableDefinitionParts.Single().Table.Reference!.Value);
        using (var document = Open(Sheet(new Sample(null, null, null, Done: false, null))))
            Assert.Equal(["D5"], WorkbookText.Cells(document, 0).Keys.Where(k => k.EndsWith('5')));
        using (var document = Open(Sheet(Usual with { Day = new(1899, 1, 2) })))
            Assert.Equal("1899-01-02", WorkbookText.Cells(document, 0)["C5"]);
    }

    [Fact]
    public void A_column_with_choices_offers_them()
    {
        var sheet = Sheet(Usual) with { Columns = [SheetColumn.Of(Fields, "Text", 20, Choice.Texts<CheckAnswer>())] };
        using var document = Open(sheet);
        var validation = Part(document).Worksheet.Descendants<DataValidation>().Single();

        Assert.Equal(
            ("\"Ja,Delvis,Nej,Ej tillämpligt\"", "A5:A5"),
            (validation.Formula1!.Text, validation.SequenceOfReferences!.InnerText)
        );
    }

    [Fact]
    public void Names_of_sheets_are_made_legal_and_different()
    {
        string[] wanted = ["[Per]:kapitel*?/\\", "'", "", "History", "Samma", "samma", new('x', 40), new('x', 40)];
        var names = SheetNames.Legal(wanted);

        Assert.Equal(
            [
                "Per  kapitel",
                "Blad",
                "Blad (2)",
                "History (2)",
                "Samma",
                "samma (2)",
                new('x', 31),
                new string('x', 27) + " (2)",
            ],
            names
        );
        AssertValid(Workbook.Write("T", [.. wanted.Select(n => Sheet(Usual) with { Name = n })]));
    }

    private static DataSheet Sheet(params Sample[] rows) =>
        new(
            "Blad's",
            "Lista",
            [new("Läst", new DateOnly(2026, 11, 20))],
            [.. Fields.Fields.Select(f => new SheetColumn(f, 20, []))],
            rows
        );

    private static SpreadsheetDocument Open(DataSheet sheet)
    {
        var xlsx = Workbook.Write("Titel & mer", [sheet]);
        AssertValid(xlsx);
        return SpreadsheetDocument.Open(new MemoryStream(xlsx, writable: false), isEditable: false);
    }

    private static WorksheetPart Part(SpreadsheetDocument document) => document.WorkbookPart!.WorksheetParts.Single();

    private static void AssertValid(byte[] xlsx)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(xlsx, writable: false), isEditable: false);
        Assert.Empty(
            new OpenXmlValidator(FileFormatVersions.Microsoft365)
                .Validate(document)
                .Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}")
        );
    }

    private sealed record Sample(string? Text, decimal? Number, DateOnly? Day, bool Done, string? Html);
}
