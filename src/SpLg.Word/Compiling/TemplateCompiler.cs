using System.Xml;
using SpLg.Word.Figures;
using SpLg.Word.Links;

namespace SpLg.Word.Compiling;

/// <summary>
/// From the bytes of a file to a compiled template and its findings; a bad file is a finding, never an exception.
/// </summary>
internal sealed class TemplateCompiler
{
    private static readonly Dictionary<string, string> PartNames = new(StringComparer.Ordinal)
    {
        ["header"] = "sidhuvudet",
        ["footer"] = "sidfoten",
        ["footnotes"] = "fotnoterna",
        ["endnotes"] = "slutnoterna",
    };

    private readonly string name;
    private readonly FieldSet fields;
    private readonly List<TemplateFinding> findings = [];
    private readonly List<EditedBlock> edited = [];
    private bool isTooLarge;

    private TemplateCompiler(string name, FieldSet fields)
    {
        this.name = name;
        this.fields = fields;
    }

    /// <returns>Null for the compiled template when there is an error among the findings.</returns>
    public static (
        CompiledTemplate? Compiled,
        IReadOnlyList<TemplateFinding> Findings,
        IReadOnlyList<EditedBlock> Edited,
        bool IsTooLarge
    ) Compile(ReadOnlyMemory<byte> docx, string name, FieldSet fields)
    {
        var compiler = new TemplateCompiler(name, fields);
        var compiled = compiler.Compile(docx);
        var hasErrors = compiler.findings.Exists(f => f.Level == FindingLevel.Error);
        return (hasErrors ? null : compiled, compiler.findings, compiler.edited, compiler.isTooLarge);
    }

    private CompiledTemplate? Compile(ReadOnlyMemory<byte> docx)
    {
        if (FileKind.FaultOf(docx.Span) is { } fault)
            return Fail(fault);
        try
        {
            if (DocxPackage.TryOpen(docx) is not { } package)
                return Fail(FileKind.Zip);
            if (!package.Parts.ContainsKey(package.MainPart))
                return Fail(FileKind.OfPackage(package));
            foreach (var unfit in PackageChecks.Faults(package))
                Fail(unfit);
            if (findings.Count > 0)
                return null;
            ForeignEntries.Remove(package);
            return Compile(package);
        }
        catch (DocumentTooLargeException e)
        {
            isTooLarge = true;
            return Fail(e.Message);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or FormatException or EndOfStreamException)
        {
            return Fail(FileKind.Damaged + " (" + e.Message + ")");
        }
    }

    private CompiledTemplate? Compile(DocxPackage package)
    {
        CoreProperties.Rename(package);
        var store = FilledMarks.Remove(package);
        if (store is not null)
            NoteParts.Restore(package, store);
        var main = package.Relationships(package.MainPart);
        var styles = LoadStyles(package, main);
        var roots = new List<(string Part, string? Title, XElement Root)>
        {
            (package.MainPart, null, package.Open(package.MainPart).Root!),
        };
        var sheets = new List<NoteSheet>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (
            var relationship in main
                .All.Where(r => !r.IsExternal && PartNames.ContainsKey(r.Kind))
                .OrderBy(r => r.Target, StringComparer.Ordinal)
        )
        {
            var part = main.Resolve(relationship.Target);
            if (!package.Parts.ContainsKey(part) || !seen.Add(part))
                continue;
            var root = package.Open(part).Root!;
            roots.Add((part, PartNames[relationship.Kind], root));
            if (relationship.Kind is "footnotes" or "endnotes")
                sheets.Add(
                    new(
                        relationship.Kind == "footnotes" ? NoteKind.Footnote : NoteKind.Endnote,
                        part,
                        root,
                        package.Relationships(part),
                        package.Budget
                    )
                );
        }
        var notes = new NoteSheets(sheets);
        var numbering = new NumberingSheet(Load(package, main, "numbering"), styles, package.Budget.Time);
        var context = new CompileContext(
            template: name,
            fields: fields,
            styles: styles,
            numbering: numbering,
            notes: notes,
            comments: new(package),
            time: package.Budget.Time
        );
        if (!W.Main.NamespaceName.Equals(roots[0].Root.Name.NamespaceName, StringComparison.Ordinal))
            return Fail("Filen är sparad i strikt Open XML-format. Spara den som vanligt Word-dokument (.docx).");
        var restorer = new Restorer(store ?? new(), notes, styles, edited, package.Budget);
        var hasOrphans = false;
        foreach (var (part, title, root) in roots)
        {
            var shown = root.Descendants(KeptCharts.Chart)
                .Select(c => (string?)c.Attribute(W.RelationshipId) ?? "")
                .ToHashSet(StringComparer.Ordinal);
            hasOrphans |= Prepare(root, title, restorer, store is not null, context);
            if (store is not null && title is null)
                KeptCharts.Restore(package, root, store, shown);
            var relationships = package.Relationships(part);
            DeadReferences.Remove(root, relationships, store is null or { IdsStand: true }, context);
            FilledMarks.RemoveLinks(package, root, relationships);
            LinkTargets.TakeExpressions(root, relationships);
            package.Put(relationships);
        }
        FilledMarks.RemoveMedia(package);
        NumberFigures([.. roots.SelectMany(r => r.Root.Descendants(W.FigureProperties))]);
        var standing = Standing(restorer.Lost, roots.Select(r => r.Root), package.Budget.Time);
        List<(StoredBlock Block, XElement At)> left = [.. restorer.Left, .. standing];
        context.WantsContents = context
            .Time.Watch(roots[0].Root.Descendants(W.Paragraph))
            .Any(p => Paragraphs.TryOnly(p) is { Kind: ExpressionKind.Contents });
        if (context.WantsContents)
            context.Numbering.FindHeadings(roots[0].Root);
        var parts = new List<KeyValuePair<string, FillNode[]>>();
        foreach (var (part, title, root) in roots)
        {
            notes.EndOf(part);
            var nodes = PartCompiler.Compile(context, root, package.Relationships(part), isMain: title is null);
            if (title is null || nodes.Any(n => n is not ConstantNode))
                parts.Add(new(part, nodes));
        }
        var core = new CoreProperties(package.Parts.GetValueOrDefault(CoreProperties.PartName));
        var compiledTitle = CompileTitle(core, store, context);
        if (compiledTitle is not null)
            package.Parts[CoreProperties.PartName] = WithTitle(core, compiledTitle.Typed);
        var charts = ChartCompiler.Compile(package, store, context);
        if (!context.Findings.Any(f => f.Level == FindingLevel.Error))
        {
            var filled = roots.Select(r => r.Part).Concat(charts.Select(c => c.Part)).ToHashSet(StringComparer.Ordinal);
            LeftInBraces.TellParts(package, filled.Contains, compiledTitle, context);
            CheckFillable(context, restorer, standing, hasOrphans, compiledTitle);
        }
        findings.AddRange(context.Findings);
        return new(
            name,
            package,
            parts,
            Notes: [.. notes.Used.Select(n => new NotePart(n.Kind, n.Part, n.LastId))],
            Charts: charts,
            Comments: context.Comments,
            Styles: context.KeptStyles,
            Unfilled: [.. left.Select(l => l.Block)],
            Left: [.. left.Select(l => new LeftPart(l.Block.Prototype.Id, Place.Of(l.At)?.Heading))],
            Title: compiledTitle,
            Frames: context.Frames,
            Names: context.Root.Used.Count,
            LastFigure: LastFigure(roots.Select(r => r.Root))
        );
    }

    // A document in which nothing can be filled would pass for a new one with its old figures in it.
    private static void CheckFillable(
        CompileContext context,
        Restorer restorer,
        IReadOnlyList<(StoredBlock Block, XElement At)> standing,
        bool hasOrphans,
        MixedText? title
    )
    {
        const string startOver = "Inget i det kan uppdateras. Utgå från mallen i stället.";
        const string otherProgram = "ett annat program har troligen sparat om dokumentet";
        if (context.FillsAnything)
        {
            // What is not there has been taken away by a person, whose document it is.
            foreach (var (_, at) in standing)
                context.Report(
                    at,
                    "Delen har fyllts i av en tidigare körning men går inte längre att känna igen och uppdateras "
                        + $"inte: {otherProgram}. Den lämnas som den är.",
                    FindingLevel.Warning
                );
        }
        else if (restorer.Lost.Count > 0)
        {
            context.Report(
                $"Dokumentet har fyllts tidigare, men dess innehållskontroller är borta: {otherProgram}. {startOver}"
            );
        }
        else if (hasOrphans)
        {
            context.Report(
                $"Dokumentet har fyllts tidigare, men dess dolda uppgifter saknas: {otherProgram}. {startOver}"
            );
        }
        else if (title is null)
        {
            context.Report(
                "Mallen har inga uttryck, så det finns inget att fylla i. "
                    + $"Skriv fältens namn inom dubbla klamrar, till exempel {{{{{Example(context.Root.Fields)}}}}}, eller välj rätt fil."
            );
        }
    }

    /// <summary>
    /// Blocks whose text stands there still, without what tells that it is theirs, and where it begins.
    /// </summary>
    private static List<(StoredBlock Block, XElement At)> Standing(
        IReadOnlyList<StoredBlock> lost,
        IEnumerable<XElement> roots,
        WorkTime time
    )
    {
        if (lost.Count == 0)
            return [];
        var lines = time.Watch(roots.SelectMany(r => r.Descendants(W.Paragraph)))
            .Where(p => !p.Ancestors(Restorer.Block).Any())
            .Select(p => (Hash: LineHashes.Of(BlockText.Of(p.Nodes())), Paragraph: p))
            .DistinctBy(l => l.Hash)
            .ToDictionary(l => l.Hash, l => l.Paragraph, StringComparer.Ordinal);
        return
        [
            .. lost.Select(b =>
                    (
                        Block: b,
                        Lines: LineHashes.Split(b.Lines).Where(h => h != LineHashes.OfNothing).Distinct().ToList()
                    )
                )
                .Where(b => b.Lines.Count > 0 && b.Lines.Count(lines.ContainsKey) * 2 > b.Lines.Count)
                .Select(b => (b.Block, lines[b.Lines.First(lines.ContainsKey)])),
        ];
    }

    private static string Example(FieldSet fields) =>
        fields.Fields[0] is { Inner: { } inner } first ? $"{first.Name}.{Example(inner)}" : fields.Fields[0].Name;

    /// <returns>Whether there is something that was generated and cannot be made anew.</returns>
    private static bool Prepare(XElement root, string? title, Restorer restorer, bool isFilled, CompileContext context)
    {
        if (root.GetNamespaceOfPrefix("w") != W.Main)
            root.SetAttributeValue(XNamespace.Xmlns + "w", W.Main.NamespaceName);
        var orphans = restorer.Restore(root);
        Place.MarkAll(root, title, context.Styles);
        foreach (var (orphan, message) in orphans)
            context.Report(
                orphan.DescendantsAndSelf(W.Paragraph).FirstOrDefault() ?? orphan,
                message,
                FindingLevel.Warning
            );
        FetchedContent.Check(root, context);
        ControlExpressions.Rewrite(root, context, isFilled);
        FigureCompiler.CheckDescribed(root, context);
        RunJoiner.Join(root, (at, message) => context.Report(at, message), context.TakeExpressions, context.Time);
        Breaks.Free(root, isFilled, context.Time);
        RowBreaks.Free(root, context.Time);
        BlockControls.Change(root, context.Time);
        foreach (var id in root.Descendants(W.SdtProperties).Select(p => p.ValueOf(W.Id)))
        {
            if (int.TryParse(id, CultureInfo.InvariantCulture, out var number))
                context.Ids.TakeControl(number);
        }
        return orphans.Count > 0;
    }

    private static StyleSheet LoadStyles(DocxPackage package, PartRelationships main)
    {
        var root = Load(package, main, "styles");
        if (root is not null && DocumentLanguage.MakeSwedish(root))
            package.Parts[Part(package, main, "styles")!] = XmlOutput.Document(root.Document!);
        return new(root);
    }

    private static XElement? Load(DocxPackage package, PartRelationships main, string kind) =>
        Part(package, main, kind) is { } part ? package.Open(part).Root : null;

    private static string? Part(DocxPackage package, PartRelationships main, string kind) =>
        main
            .All.Where(r => r.Kind == kind && !r.IsExternal)
            .Select(r => main.Resolve(r.Target))
            .FirstOrDefault(package.Parts.ContainsKey);

    private static MixedText? CompileTitle(CoreProperties core, BlockStore? store, CompileContext context)
    {
        // A title that somebody has changed since the last filling is theirs.
        var typed = store?.Title is { } title && title.Filled == core.Title ? title.Template : core.Title;
        if (!typed.Contains("{{", StringComparison.Ordinal))
            return null;
        return MixedTextCompiler.TryCompile(
            typed,
            context.Root,
            message => context.Report($"Dokumentegenskapen Titel: {message}")
        );
    }

    private static byte[] WithTitle(CoreProperties core, string typed)
    {
        core.Title = typed;
        return core.Write();
    }

    /// <summary>
    /// A generated figure gives way where another one has its number: LibreOffice numbers anew those that people have
    /// put in.
    /// </summary>
    private static void NumberFigures(IReadOnlyList<XElement> figures)
    {
        var last = figures.Select(NumberOf).DefaultIfEmpty().Max();
        var taken = figures.Where(f => !IsGenerated(f)).Select(NumberOf).ToHashSet();
        foreach (var figure in figures.Where(IsGenerated))
        {
            if (!taken.Add(NumberOf(figure)))
                figure.SetAttributeValue("id", ++last);
        }

        static bool IsGenerated(XElement figure) => figure.Ancestors(Restorer.Block).Any();
    }

    private static int LastFigure(IEnumerable<XElement> roots) =>
        roots.SelectMany(r => r.Descendants(W.FigureProperties)).Select(NumberOf).DefaultIfEmpty().Max();

    private static int NumberOf(XElement figure) =>
        int.TryParse((string?)figure.Attribute("id"), CultureInfo.InvariantCulture, out var id) ? id : 0;

    private CompiledTemplate? Fail(string message)
    {
        findings.Add(new(FindingLevel.Error, name, null, null, null, message));
        return null;
    }
}
