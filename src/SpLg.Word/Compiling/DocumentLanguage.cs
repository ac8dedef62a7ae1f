namespace SpLg.Word.Compiling;

/// <summary>The language a screen reader speaks the text in, unless a style or run says otherwise.</summary>
internal static class DocumentLanguage
{
    private const string Swedish = "sv-SE";

    /// <summary>Sets the default of styles.xml to Swedish; false when it already was.</summary>
    public static bool MakeSwedish(XElement styles)
    {
        var defaults = Child(styles, W.Main + "docDefaults", first: true);
        var properties = Child(Child(defaults, W.Main + "rPrDefault", first: true), W.RunProperties, first: true);
        var language = Child(properties, W.Language, first: false);
        if (((string?)language.Attribute(W.Value))?.StartsWith("sv", StringComparison.OrdinalIgnoreCase) == true)
            return false;
        language.SetAttributeValue(W.Value, Swedish);
        return true;
    }

    private static XElement Child(XElement parent, XName name, bool first)
    {
        if (parent.Element(name) is { } child)
            return child;
        child = new(name);
        if (first)
            parent.AddFirst(child);
        else
            parent.Add(child);
        return child;
    }
}
