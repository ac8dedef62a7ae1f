namespace SpLg.Word.Workbooks;

/// <summary>How a cell looks; the number is its place among the formats in <see cref="WorkbookStyles"/>.</summary>
internal enum CellStyle
{
    Plain,
    Title,
    Header,
    Text,
    Date,
    Number,

    /// <summary>Text that stays text when somebody edits the cell, although it begins as a formula does.</summary>
    Quoted,
}
