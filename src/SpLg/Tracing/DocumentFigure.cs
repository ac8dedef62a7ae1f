using SpLg.Core.Fields;

namespace SpLg.Tracing;

/// <summary>A figure of a document and where it comes from.</summary>
/// <param name="Tag">The template's name for it, such as <c>Incidenter.Antal</c>.</param>
/// <param name="Value">As the document shows it without a format.</param>
/// <param name="List">Swedish title.</param>
/// <param name="Filter">Which rows count, in Swedish.</param>
/// <param name="Rows">Their ids, with list and slash before where they are of other lists; empty in the open edition.</param>
internal sealed record DocumentFigure(string Tag, string Value, string List, string Filter, IReadOnlyList<string> Rows)
{
    public static DocumentFigure Of(string tag, string value, Trace trace) =>
        new(tag, value, trace.List, trace.Filter, [.. trace.Rows.Select(r => r.List == trace.List ? r.Id : $"{r.List}/{r.Id}")]);
}
