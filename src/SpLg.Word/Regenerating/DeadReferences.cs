namespace SpLg.Word.Regenerating;

/// <summary>
/// A program that saves a document leaves out the headers, footers and pictures of what the last filling did not show,
/// and gives other relationships their ids. What is shown again then points to nothing or to something else, and Word
/// opens no such file.
/// </summary>
internal static class DeadReferences
{
    private const string Told =
        "En bild som inte visades har fallit bort när ett annat program sparade dokumentet. Infoga den på nytt ur mallen om den ska visas.";

    private static readonly XName Header = W.Main + "headerReference";
    private static readonly XName Footer = W.Main + "footerReference";
    private static readonly XName Picture = XName.Get("blip", "http://schemas.openxmlformats.org/drawingml/2006/main");
    private static readonly XName Drawing = W.Main + "drawing";

    /// <param name="root">The restored part.</param>
    /// <param name="idsStand">The ids of relationships are those that the last filling wrote.</param>
    public static void Remove(XElement root, PartRelationships relationships, bool idsStand, CompileContext context)
    {
        if (idsStand)
            return;
        var kinds = relationships
            .All.DistinctBy(r => r.Id)
            .ToDictionary(r => r.Id, r => r.Kind, StringComparer.Ordinal);
        var gone = new HashSet<XNode>();
        foreach (
            var element in root.Descendants(Restorer.Block)
                .Descendants()
                .Where(e => e.Annotation<Unplaced>() is not null)
        )
        {
            // The reference is removed and not pointed at another header, which would be a wrong one: without a
            // reference a section has the headers of the section before it.
            if (element.Name == Header || element.Name == Footer)
                gone.Add(element);
            else if (
                element.Name == Picture
                && KindOf(element) != "image"
                && DrawingOf(element) is { } drawing
                && gone.Add(drawing)
            )
                context.Report(drawing, Told, FindingLevel.Warning);
        }
        Siblings.RemoveAll(gone);

        string? KindOf(XElement picture) =>
            kinds.GetValueOrDefault((string?)picture.Attribute(W.Relationships + "embed") ?? "");
    }

    /// <summary>Says of what points to a part that nothing which stands in the document now tells its id.</summary>
    internal sealed class Unplaced;

    /// <summary>The figure around a picture; null for one that a filling puts another picture in.</summary>
    private static XElement? DrawingOf(XElement picture) =>
        picture.Ancestors(Drawing).FirstOrDefault() is { } drawing
        && !drawing
            .Descendants(W.FigureProperties)
            .Attributes()
            .Any(a => a.Value.Contains("{{", StringComparison.Ordinal))
            ? drawing
            : null;
}
