using System.IO.Compression;
using SpLg.Word.Comments;
using SpLg.Word.Figures;

namespace SpLg.Word.Filling;

/// <summary>
/// Writes a filled document as a zip package, large parts streamed, in a fixed order and with fixed times.
/// </summary>
internal static class PackageWriter
{
    /// <returns>The generated blocks where something that a person had written is gone.</returns>
    public static IReadOnlyList<EditedBlock> Write(
        CompiledTemplate template,
        object data,
        DocumentProperties properties,
        ReadOnlyMemory<byte> trace,
        Stream output
    )
    {
        var package = template.Package;
        var store = new BlockStore { Styles = template.Styles };
        var numbers = new FillNumbers(template.LastFigure);
        var media = new Media();
        var budget = new XmlBudget();
        var time = budget.Time;
        var types = package.Types.Copy();
        var root = package.Root.Copy();
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);

        var relationships = template.Parts.ToDictionary(
            p => p.Key,
            p => package.Relationships(p.Key, budget),
            StringComparer.Ordinal
        );
        var settings = Protection.Set(package, properties.IsFinal, types, relationships[package.MainPart]);
        CustomXmlItem.Store.Announce(types, relationships[package.MainPart]);
        if (!trace.IsEmpty)
            CustomXmlItem.Trace.Announce(types, relationships[package.MainPart]);
        types.Set(package.MainPart, "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml");
        types.SetDefault("png", "image/png");
        var core = Core(template, data, properties, store, types, root);
        ZipParts.Put(zip, ContentTypes.PartName, types.Write());
        ZipParts.Put(
            zip,
            PartRelationships.PathOf(""),
            root.Write() ?? throw new InvalidOperationException("A package without relationships has no main part.")
        );

        var written = template
            .Parts.Select(p => p.Key)
            .Concat(template.Parts.Select(p => PartRelationships.PathOf(p.Key)))
            .Concat(template.Charts.SelectMany(c => new[] { c.Part, c.Workbook ?? c.Part }))
            .Append(CoreProperties.PartName)
            .Append(template.Comments.Part ?? CoreProperties.PartName)
            .ToHashSet(StringComparer.Ordinal);
        foreach (
            var part in package
                .Parts.Keys.Append(settings?.Part)
                .OfType<string>()
                .Distinct(StringComparer.Ordinal)
                .Where(p => !written.Contains(p))
                .Order(StringComparer.Ordinal)
        )
        {
            using var stream = ZipParts.Begin(zip, part);
            if (settings is var (name, changed) && part == name)
                stream.Write(changed);
            else if (
                properties.IsNameless
                && PeopleParts.HoldsNames(part)
                && package.Parts.TryGetValue(part, out var named)
            )
                stream.Write(PeopleParts.WithoutNames(part, named));
            else
                package.Parts.Read(
                    part,
                    bytes =>
                    {
                        bytes.CopyTo(stream);
                        return true;
                    }
                );
        }
        ZipParts.Put(zip, CoreProperties.PartName, core);
        var shown = new HashSet<string>(StringComparer.Ordinal);
        var overwritten = new List<HandEdit>();
        var exposed = new HashSet<int>();
        var notes = template.Notes.Select(n => new NoteOutput(n, relationships[n.Part], time)).ToList();
        foreach (var (part, nodes) in template.Parts)
        {
            using (var stream = ZipParts.Begin(zip, part))
            using (var utf8 = new Utf8Output(stream, time))
            {
                var run = new FillRun(
                    output: utf8,
                    frames: template.Frames,
                    data: data,
                    store: store,
                    relationships: relationships[part],
                    numbers: numbers,
                    media: media,
                    notes: notes,
                    time: time
                );
                nodes.CollectHeadings(run);
                nodes.Write(run);
                shown.UnionWith(run.ShownCharts);
                overwritten.AddRange(run.Overwritten);
                exposed.UnionWith(run.ExposedComments);
            }
            if (relationships[part].Write() is { } bytes)
                ZipParts.Put(zip, PartRelationships.PathOf(part), bytes);
        }
        notes.ForEach(n => n.Dispose());
        foreach (var block in template.Unfilled)
            store.Add(block);
        if (template.Comments.Part is { } comments)
            ZipParts.Put(
                zip,
                comments,
                template.Comments.Write(
                    overwritten.FindAll(e => e.CommentId is not null),
                    properties.CommentedOn,
                    exposed
                )
            );
        foreach (var chart in template.Charts)
            PutChart(zip, chart, data, shown.Contains(chart.Id), store);
        foreach (var (part, bytes) in media.Pictures)
            ZipParts.Put(zip, part, bytes.Span);
        foreach (
            var (part, bytes) in CustomXmlItem
                .Store.Parts(store.Write())
                .Concat(trace.IsEmpty ? [] : CustomXmlItem.Trace.Parts(trace))
        )
            ZipParts.Put(zip, part, bytes.Span);
        return overwritten.ConvertAll(e => e.Block);
    }

    private static void PutChart(ZipArchive zip, ChartSlot chart, object data, bool isShown, BlockStore store)
    {
        var read = ChartData.Read(chart.Binding, data);
        // A text that is not shown must not lie in the file either.
        var shown = isShown ? read : read.Emptied();
        var texts = chart
            .Texts.DistinctBy(t => t.Typed)
            .ToDictionary(t => t.Typed, t => XmlText.Legal(t.Fill([data])), StringComparer.Ordinal);
        ZipParts.Put(zip, chart.Part, ChartXml.Fill(chart.Template, shown, texts));
        if (chart.Workbook is not null)
            ZipParts.Put(zip, chart.Workbook, ChartWorkbook.Write(shown));
        store.ChartTexts.AddRange(texts.Select(t => (t.Key, t.Value)));
        if (!isShown)
            store.Charts[chart.Id] = System.Text.Encoding.UTF8.GetString(
                ChartXml.Fill(chart.Template, shown, new Dictionary<string, string>())
            );
    }

    private static byte[] Core(
        CompiledTemplate template,
        object data,
        DocumentProperties properties,
        BlockStore store,
        ContentTypes types,
        PartRelationships root
    )
    {
        var core = new CoreProperties(template.Package.Parts.GetValueOrDefault(CoreProperties.PartName));
        if (template.Title is { } title)
            core.Title = title.Fill([data]);
        core.Set(properties);
        if (string.IsNullOrWhiteSpace(core.Title))
            core.Title = template.Name;
        if (template.Title is not null)
            store.Title = (template.Title.Typed, core.Title);
        types.Set(CoreProperties.PartName, CoreProperties.ContentType);
        if (!root.All.Any(r => r.Kind == "core-properties"))
            root.Add(CoreProperties.RelationshipType, CoreProperties.PartName);
        return core.Write();
    }
}
