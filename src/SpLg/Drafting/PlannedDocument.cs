namespace SpLg.Drafting;

/// <summary>A document that is to be made, with everything but its template.</summary>
/// <param name="Name">File name without extension: the same each time, and no other document's.</param>
/// <param name="Title">For the file's properties.</param>
/// <param name="Data">What the kind's fields read.</param>
/// <param name="Template">Name of the template to use when none is asked for, without extension.</param>
/// <param name="Sheets">What a workbook beside the document holds; empty when there is to be none.</param>
internal sealed record PlannedDocument(
    string Name,
    string Title,
    DocumentKind Kind,
    object Data,
    string Template,
    IReadOnlyList<Sheet> Sheets
)
{
    public string FileName => Name + ".docx";

    public string WorkbookName => Name + ".xlsx";

    /// <summary>The same rows for those who work in a spreadsheet; null when there is to be no workbook.</summary>
    public byte[]? Workbook() => Sheets.Count == 0 ? null : Word.Workbooks.Workbook.Write(Title, Sheets);

    /// <summary>Title and file name, without extension, of the full edition of a year's review.</summary>
    public static string ReviewOf(int year) =>
        string.Create(CultureInfo.InvariantCulture, $"Ledningens genomgång {year}");

    /// <summary>
    /// One name an edition, so that a repeated run finds its own document and never that of the other edition.
    /// </summary>
    public static string NameOf(string name, Edition edition) =>
        edition == Edition.Open ? name + " öppen utgåva" : name;
}
