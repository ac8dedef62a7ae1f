using System.Xml;

namespace SpLg.Word;

/// <summary>
/// A text that people have put into a filled document, wherever in the file: whoever has the file can read it.
/// </summary>
/// <param name="Where">In Swedish, after "i": "brödtexten", "en kommentar".</param>
/// <param name="Text">One paragraph, table row, address or property; a vertical tab is a line break, a tab stands
/// between cells.</param>
public sealed record WrittenText(string Where, string Text)
{
    private const string Properties = "filens egenskaper (Arkiv, Info)";
    private const string HiddenParts = "filens dolda delar";

    /// <summary>False for what programs note in the file, which only those see who look for it.</summary>
    public bool IsForReaders =>
        !Where.StartsWith(Properties, StringComparison.Ordinal)
        && !Where.StartsWith(HiddenParts, StringComparison.Ordinal);

    /// <summary>
    /// Every such text but what the program has generated, what only that uses (charts, links) and the program's own
    /// parts: hidden and deleted words, text boxes, notes, comments, field codes, descriptions of pictures, addresses,
    /// the file's properties, embedded files.
    /// </summary>
    /// <exception cref="InvalidDataException">The bytes are no Word document, or it is damaged.</exception>
    public static IReadOnlyList<WrittenText> In(ReadOnlyMemory<byte> docx) =>
        DocxPackage.Read(docx, package => new Walk(package).All());

    private sealed class Walk(DocxPackage package)
    {
        /// <summary>Kinds of relationships that belong to the place where they are used alone.</summary>
        private static readonly string[] OfOnePlace = ["hyperlink", "chart", "chartEx", "image"];

        /// <summary>Attributes that people write, by local name.</summary>
        private static readonly HashSet<string> Told = new(StringComparer.Ordinal)
        {
            "title",
            "descr",
            "name",
            "alt",
            "string",
            "tooltip",
            "anchor",
            "href",
            "instr",
            "author",
            "initials",
            "displayText",
            "value",
            "Target",
        };

        /// <summary>Elements whose value people write.</summary>
        private static readonly HashSet<string> Valued = new(StringComparer.Ordinal)
        {
            "alias",
            "tag",
            "default",
            "helpText",
            "statusText",
            "name",
            "docVar",
            "result",
            "lvlText",
            "docPart",
            "description",
            "aliases",
        };

        private readonly List<WrittenText> texts = [];
        private readonly HashSet<string> seen = new(StringComparer.Ordinal);
        private readonly HashSet<string> hiddenStyles = HiddenStyles(package);

        public IReadOnlyList<WrittenText> All()
        {
            Follow(package.Root, _ => true);
            var parts = package.Parts.Keys.Where(p => !p.EndsWith(".rels", StringComparison.Ordinal));
            foreach (var part in parts.Order(StringComparer.Ordinal).ToList())
                Visit(part, isWritten: true);
            return texts;
        }

        private static HashSet<string> HiddenStyles(DocxPackage package)
        {
            var main = package.Relationships(package.MainPart);
            var part = main
                .All.Where(r => r.Kind == "styles" && !r.IsExternal)
                .Select(r => main.Resolve(r.Target))
                .FirstOrDefault(package.Parts.ContainsKey);
            var root = part is null ? null : package.Open(part).Root;
            var styles = new StyleSheet(root);
            return (root?.Elements(W.Main + "style") ?? [])
                .Select(s => (string?)s.Attribute(W.Main + "styleId"))
                .OfType<string>()
                .Where(id => styles.Chain(id).Any(s => IsHidden(s.Style.Element(W.RunProperties))))
                .ToHashSet(StringComparer.Ordinal);
        }

        private static bool IsHidden(XElement? runProperties) =>
            runProperties
                ?.Elements()
                .Any(e =>
                    e.Name.LocalName is "vanish" or "specVanish" or "webHidden"
                    && (string?)e.Attribute(W.Value) is not ("0" or "false" or "off")
                ) == true;

        private void Follow(PartRelationships relationships, Predicate<Relationship> isWritten)
        {
            foreach (var relationship in relationships.All)
            {
                var written = isWritten(relationship);
                if (!relationship.IsExternal)
                    Visit(relationships.Resolve(relationship.Target), written);
                else if (written)
                    Add("adressen till en länk", relationship.Target);
            }
        }

        private void Visit(string part, bool isWritten)
        {
            if (!package.Parts.TryGetValue(part, out var bytes) || !seen.Add(part))
                return;
            if (part.StartsWith("customXml/", StringComparison.Ordinal))
                isWritten &= !CustomXmlItem.Store.Is(package, part) && !CustomXmlItem.Trace.Is(package, part);
            var generated = new HashSet<string>(StringComparer.Ordinal);
            if (TryXml(bytes, part) is { } root)
            {
                generated = OnlyInGenerated(root);
                if (isWritten)
                    Read(root, PlaceOf(part), null, isHidden: false);
            }
            else if (isWritten && bytes.AsSpan().StartsWith("PK"u8))
            {
                ReadZip(bytes, part);
            }
            // Words of another kind, as HTML that is inserted when Word opens the document; a picture has zeroes.
            else if (isWritten && !bytes.AsSpan().Contains((byte)0))
            {
                if (bytes.Length > XmlBudget.MostTogether)
                    throw new DocumentTooLargeException(part, $"mer än {XmlBudget.MostTogether / 1_000_000} MB text");
                package.Budget.Take(part, bytes.Length, 0);
                Add("en infogad fil", Encoding.UTF8.GetString(bytes));
            }
            Follow(
                package.Relationships(part),
                r => isWritten && !(OfOnePlace.Contains(r.Kind) && generated.Contains(r.Id))
            );
        }

        /// <summary>Null for what is no XML: other programs leave all sorts of things in the file.</summary>
        private XElement? TryXml(byte[] bytes, string part)
        {
            if (bytes.AsSpan(0, Math.Min(bytes.Length, 4)).IndexOf((byte)'<') < 0)
                return null;
            try
            {
                return XmlPart.Parse(bytes, package.Budget, part).Root;
            }
            catch (XmlException)
            {
                return null;
            }
        }

        /// <summary>A workbook or a document within the document: its words, whatever they are.</summary>
        private void ReadZip(byte[] bytes, string part)
        {
            var inner = new PackageParts(bytes);
            foreach (var name in inner.Keys.Where(k => k.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)))
                Read(
                    XmlPart.Parse(inner[name], package.Budget, $"{part}, {name}").Root!,
                    "en infogad fil",
                    null,
                    isHidden: false
                );
        }

        /// <summary>The relationship ids that only generated content names.</summary>
        private static HashSet<string> OnlyInGenerated(XElement root)
        {
            var (within, without) = (
                new HashSet<string>(StringComparer.Ordinal),
                new HashSet<string>(StringComparer.Ordinal)
            );
            foreach (var element in root.DescendantsAndSelf())
            {
                foreach (var attribute in element.Attributes().Where(a => a.Name.Namespace == W.Relationships))
                    (element.Ancestors(W.Sdt).Any(s => Restorer.TryId(s) is not null) ? within : without).Add(
                        attribute.Value
                    );
            }
            within.ExceptWith(without);
            return within;
        }

        private static string PlaceOf(string part) =>
            part switch
            {
                _ when part.StartsWith("docProps/", StringComparison.Ordinal)
                        || part.Contains("core-properties", StringComparison.Ordinal) => Properties,
                _ when part.Contains("comments", StringComparison.Ordinal) => "en kommentar",
                _ when part.Contains("footnotes", StringComparison.Ordinal) => "en fotnot",
                _ when part.Contains("endnotes", StringComparison.Ordinal) => "en slutnot",
                _ when part.Contains("header", StringComparison.Ordinal) => "sidhuvudet",
                _ when part.Contains("footer", StringComparison.Ordinal) => "sidfoten",
                _ when part == "word/document.xml" => "brödtexten",
                _ => HiddenParts,
            };

        private void Read(XElement element, string where, Line? line, bool isHidden)
        {
            if (element.Name == W.Sdt && Restorer.TryId(element) is not null)
            {
                // Two of them: what stands before does not go on in what stands after.
                line?.Add("\f\f", isHidden: false);
                return;
            }
            foreach (var attribute in element.Attributes())
            {
                var name = attribute.Name.LocalName;
                if (Told.Contains(name) || (name == "val" && Valued.Contains(element.Name.LocalName)))
                    Add($"{where}, i en beskrivning eller ett dolt namn", attribute.Value);
            }
            switch (element.Name.LocalName)
            {
                case "p" when IsWords(element):
                    var own = new Line();
                    ReadAll(element, where, own, isHidden);
                    own.Tell(Add, where);
                    line?.Cells.Add(own.Seen);
                    break;
                case "tr" when IsWords(element):
                    var row = new Line();
                    ReadAll(element, where, row, isHidden);
                    Add(where, string.Join('\t', row.Cells));
                    break;
                case "r":
                    ReadAll(element, where, line, isHidden || IsHiddenRun(element));
                    break;
                case "del" or "moveFrom":
                    ReadAll(element, where, line, isHidden: true);
                    break;
                case "instrText" or "delInstrText" when line is not null:
                    line.Codes.Append(element.Value);
                    break;
                case "t" or "delText" when line is not null:
                    line.Add(element.Value, isHidden || element.Name.LocalName == "delText");
                    break;
                case "sym" when line is not null:
                    line.Add(Symbol((string?)element.Attribute(W.Main + "char")), isHidden);
                    break;
                // Numbers that are drawn, and where: nobody writes them.
                case "numCache" or "numLit" or "posOffset" or "pctWidth" or "pctHeight":
                    break;
                default:
                    if (line is not null && element.Parent?.Name == W.Run)
                        line.Add(element.Name.LocalName == "cr" ? "\v" : BlockText.OfMark(element), isHidden);
                    else if (
                        line is null
                        && (
                            !element.HasElements
                            || element.Nodes().OfType<XText>().Any(t => !string.IsNullOrWhiteSpace(t.Value))
                        )
                    )
                        Add(where, element.Value);
                    ReadAll(element, where, line, isHidden);
                    break;
            }
        }

        private static bool IsWords(XElement element) =>
            element.Name.Namespace == W.Main
            || element.Name.NamespaceName.EndsWith("/drawingml/2006/main", StringComparison.Ordinal);

        private void ReadAll(XElement parent, string where, Line? line, bool isHidden)
        {
            foreach (var child in package.Budget.Time.Watch(parent.Elements()))
                Read(child, where, line, isHidden);
        }

        private bool IsHiddenRun(XElement run)
        {
            var properties = run.Element(W.RunProperties);
            return IsHidden(properties)
                || hiddenStyles.Contains(properties.ValueOf(W.RunStyle) ?? "")
                || hiddenStyles.Contains(
                    run.Ancestors(W.Paragraph)
                        .FirstOrDefault()
                        ?.Element(W.ParagraphProperties)
                        .ValueOf(W.ParagraphStyle)
                        ?? ""
                );
        }

        /// <summary>A letter of a font of signs, which Word numbers from F000.</summary>
        private static string Symbol(string? code)
        {
            if (
                int.TryParse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var letter)
                && letter is > 0 and < 0x10000
            )
                return ((char)(letter >= 0xf000 ? letter - 0xf000 : letter)).ToString();
            return "";
        }

        private void Add(string where, string text)
        {
            if (!string.IsNullOrWhiteSpace(text))
                texts.Add(new(where, text));
        }
    }

    /// <summary>A paragraph as it is seen, and with what is hidden in it: a number may stand in either.</summary>
    private sealed class Line
    {
        private readonly StringBuilder seen = new();
        private readonly StringBuilder all = new();

        public StringBuilder Codes { get; } = new();

        /// <summary>The paragraphs within, of a table row.</summary>
        public List<string> Cells { get; } = [];

        public string Seen => seen.ToString();

        public void Add(string text, bool isHidden)
        {
            all.Append(text);
            if (!isHidden)
                seen.Append(text);
        }

        public void Tell(Action<string, string> add, string where)
        {
            add(where, Seen);
            if (all.Length > seen.Length)
                add($"{where}, i dold eller struken text", all.ToString());
            add($"{where}, i en fältkod", Codes.ToString());
        }
    }
}
