using DocumentFormat.OpenXml.Drawing.Charts;

namespace SpLg.Word.Figures;

/// <summary>A chart part that is written anew from a list at every filling.</summary>
/// <param name="Id">Of the relationship from the document to the part.</param>
/// <param name="Workbook">The part name of the embedded workbook; null when the chart has none.</param>
/// <param name="Texts">The chart's own texts that hold expressions, such as its title, as the template has
/// them.</param>
internal sealed record ChartSlot(
    string Id,
    string Part,
    ChartSpace Template,
    string? Workbook,
    ChartBinding Binding,
    IReadOnlyList<MixedText> Texts
);
