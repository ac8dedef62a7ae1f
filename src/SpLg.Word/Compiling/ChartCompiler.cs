using SpLg.Word.Figures;
using SpLg.Word.Markup;
using SpLg.Word.Packaging;

namespace SpLg.Word.Compiling;

/// <summary>Finds the parts of the charts that are to be filled.</summary>
internal static class ChartCompiler
{
    public static IReadOnlyList<ChartSlot> Compile(DocxPackage package, CompileContext context)
    {
        var main = package.Relationships(package.MainPart);
        var slots = new List<ChartSlot>();
        foreach (var (at, id, list) in context.Charts)
        {
            var part = main.All.Where(r => r.Id == id && !r.IsExternal).Select(r => main.Resolve(r.Target)).FirstOrDefault();
            if (part is null || !package.Parts.TryGetValue(part, out var bytes))
            {
                context.Report(at, "Diagrammets data saknas i filen. Infoga diagrammet på nytt.");
                continue;
            }
            var chart = XmlPart.Parse(bytes);
            if (!ChartXml.CanFill(chart))
            {
                context.Report(at, "Diagramtypen kan inte fyllas. Välj ett stapel-, linje-, yt- eller cirkeldiagram.");
                continue;
            }
            var relationships = package.Relationships(part);
            var workbook = relationships.All.Where(r => r.Kind == "package" && !r.IsExternal).Select(r => relationships.Resolve(r.Target)).FirstOrDefault();
            slots.Add(new(part, chart, workbook, list));
        }
        return slots;
    }
}
