using System.Xml;

namespace SpLg.Word;

/// <summary>
/// The names a template uses, read once, to tell which fields it was written for without compiling it for each.
/// </summary>
public sealed class TemplateNames
{
    // Enough to tell.
    private const int Most = 5_000;

    private readonly IReadOnlyList<string> names;

    private TemplateNames(IReadOnlyList<string> names) => this.names = names;

    /// <summary>Never throws for what the bytes may hold; a file that is no template has no names.</summary>
    public static TemplateNames Of(ReadOnlyMemory<byte> docx) =>
        // Compiling tells what is wrong with the file.
        new(
            DocxPackage.TryRead(docx, package => In(package).Distinct(StringComparer.Ordinal).Take(Most).ToArray())
                ?? []
        );

    /// <summary>How many of the names are none of these fields', at whatever level.</summary>
    public int Unknown(FieldSet fields)
    {
        var sets = new HashSet<FieldSet>();
        Add(fields);
        return names.Count(name =>
            !sets.Any(s =>
                IsPath(s, name.Split('.'), 0) || IsPath(s, name[..Math.Max(0, name.LastIndexOf(':'))].Split('.'), 0)
            )
        );

        void Add(FieldSet set)
        {
            if (!sets.Add(set))
                return;
            foreach (var inner in set.Fields.Select(f => f.Inner).OfType<FieldSet>())
                Add(inner);
        }
    }

    // Within a list the names of its rows are written short, so that a name may begin at any level.
    private static bool IsPath(FieldSet set, string[] parts, int at) =>
        set.TryFind(parts[at]) is { } field
        && (at + 1 == parts.Length || (field.Inner is { } inner && IsPath(inner, parts, at + 1)));

    // Read as a stream: no tree is needed to see what stands in each paragraph.
    private static IEnumerable<string> In(DocxPackage package)
    {
        MarkupScan.Check(package.Parts[package.MainPart], package.MainPart);
        using var reader = XmlReader.Create(
            new MemoryStream(package.Parts[package.MainPart], writable: false),
            XmlPart.Settings
        );
        var open = new Stack<StringBuilder>();
        while (reader.Read())
        {
            var isElement = reader.NodeType == XmlNodeType.Element;
            if (
                isElement
                && reader.LocalName == "p"
                && !reader.IsEmptyElement
                && reader.NamespaceURI == W.Main.NamespaceName
            )
                open.Push(new());
            else if (
                reader.NodeType == XmlNodeType.EndElement
                && reader.LocalName == "p"
                && reader.NamespaceURI == W.Main.NamespaceName
            )
                foreach (
                    var name in Names(
                        MixedText.Split(open.Pop().ToString()).Where(p => p.IsExpression).Select(p => p.Text)
                    )
                )
                    yield return name;
            else if (
                reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace
                && open.TryPeek(out var text)
            )
                text.Append(reader.Value);
            else if (isElement && reader.GetAttribute("descr") is { } described)
                foreach (var name in Names(MixedText.Split(described).Where(p => p.IsExpression).Select(p => p.Text)))
                    yield return name;
            else if (
                isElement
                && reader.LocalName is "tag" or "alias"
                && reader.GetAttribute("val", W.Main.NamespaceName) is { } control
            )
                foreach (var name in Names([control.Trim('{', '}')]))
                    yield return name;
        }
    }

    private static IEnumerable<string> Names(IEnumerable<string> typed) =>
        typed
            .Where(t => t.Length <= Expression.Longest)
            .Select(Expression.Parse)
            .Where(e => e.Kind is ExpressionKind.Value or ExpressionKind.Each)
            .Select(e => e.Body);
}
