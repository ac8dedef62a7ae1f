namespace SpLg.Word.Notes;

/// <summary>
/// Compiles a reference that holds its note: each time it is written there is a note of its own, with the values of its
/// row.
/// </summary>
internal sealed class NoteCompiler(PartCompiler part)
{
    public void Compile(XElement reference, XElement inlined, Scope scope)
    {
        var kind = NoteKinds.TryOfReference(reference)!.Value;
        part.Context.Notes.Use(kind);
        part.Writer.Push();
        part.InNote(() => part.Blocks.Compile(BlockCompiler.In(inlined), scope));
        var content = part.Writer.Pop();
        var mark = (string?)reference.Attribute(W.Main + "customMarkFollows") is { } follows
            ? $" w:customMarkFollows=\"{follows}\""
            : "";
        part.Writer.Slot(
            new NoteNode(
                kind,
                $"<w:{reference.Name.LocalName}{mark}",
                $"<w:{kind.Note().LocalName}{Declarations(reference, inlined)}",
                content
            )
        );
    }

    // The note is written in another part than the one that gives its prefixes their meaning.
    private static string Declarations(XElement reference, XElement inlined) =>
        string.Concat(
            inlined
                .Descendants()
                .SelectMany(e =>
                    e.Attributes()
                        .Where(a => !a.IsNamespaceDeclaration)
                        .Select(a => a.Name.Namespace)
                        .Prepend(e.Name.Namespace)
                )
                .Append(W.Relationships)
                .Distinct()
                .Where(ns => ns != XNamespace.None && ns != XNamespace.Xml && ns != W.Main)
                .Select(ns => (Prefix: reference.GetPrefixOfNamespace(ns), Name: ns.NamespaceName))
                .Where(d => d.Prefix is not null)
                .Select(d => $" xmlns:{d.Prefix}=\"{d.Name}\"")
        );
}
