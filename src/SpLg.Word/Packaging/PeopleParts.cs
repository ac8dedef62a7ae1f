using DocumentFormat.OpenXml.ExtendedProperties;
using DocumentFormat.OpenXml.Office2013.Word;

namespace SpLg.Word.Packaging;

/// <summary>
/// The parts beside the text in which Word keeps the names of people: who is responsible, and who has commented or
/// changed.
/// </summary>
internal static class PeopleParts
{
    private const string Application = "docProps/app.xml";
    private const string PeopleName = "/people.xml";

    public static bool HoldsNames(string part) =>
        part == Application || part.EndsWith(PeopleName, StringComparison.Ordinal);

    public static byte[] WithoutNames(string part, byte[] bytes)
    {
        if (part == Application)
        {
            var properties = TypedPart.Read<Properties>(bytes);
            properties.Manager = null;
            return TypedPart.Write(properties);
        }
        var people = TypedPart.Read<People>(bytes);
        people.RemoveAllChildren();
        return TypedPart.Write(people);
    }
}
