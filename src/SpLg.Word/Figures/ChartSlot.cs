using System.Xml.Linq;
using SpLg.Word.Filling;

namespace SpLg.Word.Figures;

/// <summary>A chart part that is written anew from a list at every filling.</summary>
/// <param name="Workbook">The part name of the embedded workbook; null when the chart has none.</param>
internal sealed record ChartSlot(string Part, XDocument Template, string? Workbook, ValueSource List);
