namespace SpLg.Word.Markup;

/// <summary>The namespace prefixes in force while a tree is written.</summary>
internal sealed class NamespaceScope
{
    // Names Word itself uses, for a namespace that the surrounding document does not declare.
    private static readonly Dictionary<string, string> Customary = new(StringComparer.Ordinal)
    {
        [W.Main.NamespaceName] = "w",
        [W.Office2010.NamespaceName] = "w14",
        [W.Office2012.NamespaceName] = "w15",
        [W.Drawing.NamespaceName] = "wp",
        [W.Compatibility.NamespaceName] = "mc",
        [W.Relationships.NamespaceName] = "r",
        ["http://schemas.openxmlformats.org/drawingml/2006/main"] = "a",
        ["http://schemas.openxmlformats.org/drawingml/2006/picture"] = "pic",
        ["http://schemas.openxmlformats.org/drawingml/2006/chart"] = "c",
        ["http://schemas.microsoft.com/office/word/2010/wordprocessingShape"] = "wps",
    };

    private readonly List<(string Prefix, string Namespace)> declared =
    [
        ("xml", XNamespace.Xml.NamespaceName),
        ("", ""),
    ];
    private readonly Stack<int> marks = new();
    private readonly Dictionary<(XNamespace, bool), string?> known = [];

    public void Enter(XElement element)
    {
        marks.Push(declared.Count);
        foreach (var attribute in element.Attributes())
        {
            if (attribute.IsNamespaceDeclaration)
                Declare(attribute.Name.Namespace == XNamespace.None ? "" : attribute.Name.LocalName, attribute.Value);
        }
    }

    public void Leave()
    {
        var mark = marks.Pop();
        if (declared.Count == mark)
            return;
        declared.RemoveRange(mark, declared.Count - mark);
        known.Clear();
    }

    /// <summary>The prefix to write; null when the namespace has to be declared first.</summary>
    public string? TryPrefix(XNamespace ns, bool attribute)
    {
        if (ns == XNamespace.None && attribute)
            return "";
        if (!known.TryGetValue((ns, attribute), out var prefix))
            known.Add((ns, attribute), prefix = Find(ns, attribute));
        return prefix;
    }

    private string? Find(XNamespace ns, bool attribute)
    {
        for (var i = declared.Count - 1; i >= 0; i--)
        {
            var (prefix, name) = declared[i];
            if (name == ns.NamespaceName && !(attribute && prefix.Length == 0) && IsInForce(prefix, i))
                return prefix;
        }
        return null;
    }

    /// <summary>Declares the namespace on the element that is being written and gives its prefix.</summary>
    public string Declare(XNamespace ns)
    {
        if (ns == XNamespace.None)
        {
            Declare("", "");
            return "";
        }
        var prefix = Customary.GetValueOrDefault(ns.NamespaceName, "n");
        for (var number = 1; declared.Exists(d => d.Prefix == prefix); number++)
            prefix = "n" + number;
        Declare(prefix, ns.NamespaceName);
        return prefix;
    }

    private void Declare(string prefix, string ns)
    {
        declared.Add((prefix, ns));
        known.Clear();
    }

    private bool IsInForce(string prefix, int index)
    {
        for (var i = declared.Count - 1; i > index; i--)
        {
            if (declared[i].Prefix == prefix)
                return false;
        }
        return true;
    }
}
