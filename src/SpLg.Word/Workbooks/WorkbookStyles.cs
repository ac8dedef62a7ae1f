using DocumentFormat.OpenXml.Spreadsheet;

namespace SpLg.Word.Workbooks;

/// <summary>How cells look: the same in every workbook, in the colours of the Word templates.</summary>
internal static class WorkbookStyles
{
    private const string Blue = "FF1F3A5F";

    // The first that a file may give a format of its own.
    private const uint DayFormat = 164;

    private const uint Plain = 0;
    private const uint Title = 1;
    private const uint Header = 2;
    private const uint Underlined = 1;

    /// <summary>The part; made once, as it is the same in all.</summary>
    public static byte[] Part { get; } =
        TypedPart.Write(
            new Stylesheet(
                new NumberingFormats(new NumberingFormat { NumberFormatId = DayFormat, FormatCode = @"yyyy\-mm\-dd" })
                {
                    Count = 1,
                },
                new Fonts(Font(11), Font(16, Blue), Font(11, "FFFFFFFF")) { Count = 3 },
                // Programs keep the first two for themselves.
                new Fills(
                    new Fill(new PatternFill { PatternType = PatternValues.None }),
                    new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
                    new Fill(
                        new PatternFill(new ForegroundColor { Rgb = Blue }, new BackgroundColor { Indexed = 64 })
                        {
                            PatternType = PatternValues.Solid,
                        }
                    )
                )
                {
                    Count = 3,
                },
                new Borders(
                    Border(new()),
                    Border(new(new Color { Rgb = "FF8A9BB0" }) { Style = BorderStyleValues.Thin })
                )
                {
                    Count = 2,
                },
                new CellStyleFormats(
                    new CellFormat
                    {
                        NumberFormatId = 0,
                        FontId = 0,
                        FillId = 0,
                        BorderId = 0,
                    }
                )
                {
                    Count = 1,
                },
                new CellFormats(Enum.GetValues<CellStyle>().Select(Format))
                {
                    Count = (uint)Enum.GetValues<CellStyle>().Length,
                },
                new CellStyles(
                    new DocumentFormat.OpenXml.Spreadsheet.CellStyle
                    {
                        Name = "Normal",
                        FormatId = 0,
                        BuiltinId = 0,
                    }
                )
                {
                    Count = 1,
                },
                new DifferentialFormats { Count = 0 },
                new TableStyles
                {
                    Count = 0,
                    DefaultTableStyle = "TableStyleMedium2",
                    DefaultPivotStyle = "PivotStyleLight16",
                }
            )
        );

    private static CellFormat Format(CellStyle style) =>
        style switch
        {
            CellStyle.Plain => Format(Plain, 0, 0, null),
            CellStyle.Title => Format(Title, 0, 0, null),
            CellStyle.Header => Format(
                Header,
                2,
                Underlined,
                new() { Vertical = VerticalAlignmentValues.Center, WrapText = true }
            ),
            CellStyle.Text => Format(Plain, 0, Underlined, Wrapped()),
            CellStyle.Date => Format(
                Plain,
                0,
                Underlined,
                new() { Horizontal = HorizontalAlignmentValues.Left, Vertical = VerticalAlignmentValues.Top },
                DayFormat
            ),
            CellStyle.Number => Format(
                Plain,
                0,
                Underlined,
                new()
                {
                    Horizontal = HorizontalAlignmentValues.Right,
                    Vertical = VerticalAlignmentValues.Top,
                    Indent = 1,
                }
            ),
            CellStyle.Quoted => Format(Plain, 0, Underlined, Wrapped(), isQuoted: true),
            _ => throw new ArgumentOutOfRangeException(nameof(style), style, "a style without a look"),
        };

    private static CellFormat Format(
        uint font,
        uint fill,
        uint border,
        Alignment? alignment,
        uint number = 0,
        bool isQuoted = false
    )
    {
        var format = new CellFormat
        {
            NumberFormatId = number,
            FontId = font,
            FillId = fill,
            BorderId = border,
            FormatId = 0,
            Alignment = alignment,
        };
        if (number > 0)
            format.ApplyNumberFormat = true;
        if (isQuoted)
            format.QuotePrefix = true;
        if (font > 0)
            format.ApplyFont = true;
        if (fill > 0)
            format.ApplyFill = true;
        if (border > 0)
            format.ApplyBorder = true;
        if (alignment is not null)
            format.ApplyAlignment = true;
        return format;
    }

    private static Alignment Wrapped() => new() { Vertical = VerticalAlignmentValues.Top, WrapText = true };

    /// <param name="colour">Of a bold font; null for the plain one.</param>
    private static Font Font(double size, string? colour = null)
    {
        var font = new Font();
        if (colour is not null)
            font.Append(new Bold());
        font.Append(new FontSize { Val = size });
        if (colour is not null)
            font.Append(new Color { Rgb = colour });
        font.Append(new FontName { Val = "Calibri" }, new FontFamilyNumbering { Val = 2 });
        return font;
    }

    private static Border Border(BottomBorder bottom) =>
        new(new LeftBorder(), new RightBorder(), new TopBorder(), bottom, new DiagonalBorder());
}
