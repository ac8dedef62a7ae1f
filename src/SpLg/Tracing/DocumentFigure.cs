namespace SpLg.Tracing;

/// <summary>A figure of a document and where it comes from.</summary>
/// <param name="Tag">The template's name for it, such as <c>Incidenter.Antal</c>; of a list's lines with what tells
/// them apart in brackets.</param>
/// <param name="Value">In Swedish form.</param>
/// <param name="List">Swedish title.</param>
/// <param name="Filter">Which rows count, in Swedish.</param>
/// <param name="Rows">Their ids as <see cref="RowIds"/> writes them, with list and slash before where they are of other
/// lists; empty in the open edition.</param>
internal sealed record DocumentFigure(string Tag, string Value, string List, string Filter, string Rows);
