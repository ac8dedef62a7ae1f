using DocumentFormat.OpenXml.Drawing.Charts;
using SpLg.Word.Figures;

namespace SpLg.Word.Compiling;

/// <summary>Finds the parts of the charts that are to be filled.</summary>
internal static class ChartCompiler
{
    public static IReadOnlyList<ChartSlot> Compile(DocxPackage package, BlockStore? store, CompileContext context)
    {
        var main = package.Relationships(package.MainPart);
        var slots = new List<ChartSlot>();
        var parts = main
            .All.Where(r => r.Kind == "chart" && !r.IsExternal)
            .ToLookup(r => r.Id, r => r.Target, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (at, id, binding) in context.Charts)
        {
            var part = parts[id].Select(main.Resolve).FirstOrDefault();
            if (part is null || !package.Parts.ContainsKey(part))
            {
                context.Report(at, "Diagrammets data saknas i filen. Infoga diagrammet på nytt.");
                continue;
            }
            // The content was copied with its chart, by a program that let both show the same part.
            if (!seen.Add(part))
                continue;
            var chart = TypedPart.Read<ChartSpace>(package.Parts[part], package.Budget, part);
            if (!ChartXml.CanFill(chart))
            {
                context.Report(at, "Diagramtypen kan inte fyllas. Välj ett stapel-, linje-, yt- eller cirkeldiagram.");
                continue;
            }
            var relationships = package.Relationships(part);
            var workbook = relationships
                .All.Where(r => r.Kind == "package" && !r.IsExternal)
                .Select(r => relationships.Resolve(r.Target))
                .FirstOrDefault();
            slots.Add(new(id, part, chart, workbook, binding, Texts(at, chart, store, context)));
        }
        return slots;
    }

    private static List<MixedText> Texts(XElement at, ChartSpace chart, BlockStore? store, CompileContext context)
    {
        var texts = new List<MixedText>();
        foreach (var text in ChartXml.Texts(chart))
        {
            // A text that somebody has changed since the last filling is theirs.
            if (store?.ChartTexts.FirstOrDefault(t => t.Filled == text.Text) is { Template: { } typed })
                text.Text = typed;
            if (
                text.Text.Contains("{{", StringComparison.Ordinal)
                && MixedTextCompiler.TryCompile(
                    text.Text,
                    context.Root,
                    message => context.Report(at, $"Diagrammets text ”{text.Text}”: {message}")
                )
                    is { } mixed
            )
                texts.Add(mixed);
        }
        return texts;
    }
}
