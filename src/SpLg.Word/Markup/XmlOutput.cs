using System.Buffers;

namespace SpLg.Word.Markup;

/// <summary>
/// Writes XLinq trees as UTF-8 in one fixed form, so that reading what was written and writing it again gives the
/// same bytes: that is what the laws of refilling rest on.
/// </summary>
internal class XmlOutput
{
    private readonly NamespaceScope scope = new();
    private bool startTagOpen;

    protected ArrayBufferWriter<byte> Buffer { get; } = new(4096);

    public static byte[] Document(XDocument document)
    {
        var output = new XmlOutput();
        output.Raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        output.Copy(document.Root!);
        return output.Buffer.WrittenSpan.ToArray();
    }

    public void Raw(string markup)
    {
        CloseStartTag();
        Append(markup);
    }

    public void Start(XElement element)
    {
        CloseStartTag();
        OpenTag(element);
        foreach (var attribute in element.Attributes())
        {
            if (Keeps(element, attribute))
                Attribute(element, attribute);
        }
    }

    public virtual void End(XElement element)
    {
        if (startTagOpen)
        {
            Append("/>");
            startTagOpen = false;
        }
        else
        {
            Append("</");
            Append(Qualified(element.Name, attribute: false, out _));
            Append(">");
        }
        scope.Leave();
    }

    public void Copy(XNode node)
    {
        switch (node)
        {
            case XElement element when Keeps(element):
                Start(element);
                foreach (var child in element.Nodes())
                    Copy(child);
                End(element);
                break;
            case XText text:
                CloseStartTag();
                Text(text);
                break;
        }
    }

    protected virtual bool Keeps(XElement element) => true;

    protected virtual bool Keeps(XElement element, XAttribute attribute) => true;

    protected virtual void Text(XText text) => Append(Escape(text.Value, attribute: false));

    protected void OpenTag(XElement element)
    {
        scope.Enter(element);
        Append("<");
        Append(Qualified(element.Name, attribute: false, out var declaration));
        Append(declaration);
        startTagOpen = true;
    }

    protected virtual void Attribute(XElement element, XAttribute attribute)
    {
        AttributeStart(attribute.Name);
        AppendAttributeText(attribute.Value);
        Append("\"");
    }

    /// <summary>Writes the attribute's name and opening quote; the caller writes the rest.</summary>
    protected void AttributeStart(XName name)
    {
        var declaration = "";
        var qualified =
            name.Namespace == XNamespace.Xmlns
                ? "xmlns:" + name.LocalName
                : Qualified(name, attribute: true, out declaration);
        Append(declaration);
        Append(" ");
        Append(qualified);
        Append("=\"");
    }

    protected void CloseStartTag()
    {
        if (!startTagOpen)
            return;
        startTagOpen = false;
        Append(">");
    }

    protected void Append(string text) => Encoding.UTF8.GetBytes(text, Buffer);

    protected void AppendAttributeText(string text) => Append(Escape(text, attribute: true));

    private string Qualified(XName name, bool attribute, out string declaration)
    {
        declaration = "";
        var prefix = scope.TryPrefix(name.Namespace, attribute);
        if (prefix is null)
        {
            prefix = scope.Declare(name.Namespace);
            declaration =
                $" xmlns{(prefix.Length > 0 ? ":" + prefix : "")}=\"{Escape(name.NamespaceName, attribute: true)}\"";
        }
        return prefix.Length > 0 ? prefix + ":" + name.LocalName : name.LocalName;
    }

    protected static string Escape(string value, bool attribute)
    {
        if (value.AsSpan().IndexOfAny("&<>\"\r\n\t") < 0)
            return value;
        var escaped = new StringBuilder(value.Length + 16);
        foreach (var c in value)
        {
            _ = c switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' when attribute => escaped.Append("&quot;"),
                '\r' => escaped.Append("&#xD;"),
                '\n' when attribute => escaped.Append("&#xA;"),
                '\t' when attribute => escaped.Append("&#x9;"),
                _ => escaped.Append(c),
            };
        }
        return escaped.ToString();
    }
}
