namespace SpLg.Core.Checklists;

/// <summary>One checklist, ready to be filled into its Word template and written as a workbook.</summary>
/// <param name="Title">Swedish, for the document's properties, e.g. <c>Lathund 2026 för chefer</c>.</param>
/// <param name="FileName">
/// Without extension; the same every time, legal in a SharePoint library, and no two documents of a type and year share
/// it.
/// </param>
/// <param name="Fields">What the template may use; the same for every document of the type.</param>
/// <param name="Data">The object that <paramref name="Fields"/> reads.</param>
/// <param name="Sheets">The same rows for those who work in a spreadsheet.</param>
public sealed record ChecklistDocument(
    DocumentType Type,
    string Title,
    string FileName,
    FieldSet Fields,
    object Data,
    IReadOnlyList<Sheet> Sheets
);
