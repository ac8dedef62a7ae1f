using System.Xml.Linq;
using SpLg.Word.Markup;

namespace SpLg.Word.Packaging;

/// <summary>The parts beside the text in which Word keeps the names of people: who is responsible, and who has commented or changed.</summary>
internal static class PeopleParts
{
    private const string Application = "docProps/app.xml";
    private const string People = "/people.xml";

    public static bool HoldsNames(string part) => part == Application || part.EndsWith(People, StringComparison.Ordinal);

    public static byte[] WithoutNames(string part, byte[] bytes)
    {
        var root = XmlPart.Parse(bytes).Root!;
        if (part == Application)
            root.Elements().Where(e => e.Name.LocalName == "Manager").Remove();
        else
            root.RemoveNodes();
        return XmlOutput.Document(new(root));
    }
}
