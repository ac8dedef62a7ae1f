using System.Xml.Linq;
using SpLg.Core.Fields;
using SpLg.Core.Lists;
using SpLg.Word.Expressions;
using SpLg.Word.Figures;
using SpLg.Word.Filling;
using SpLg.Word.Markup;

namespace SpLg.Word.Compiling;

/// <summary>Compiles pictures and charts whose alternative text holds expressions.</summary>
internal sealed class FigureCompiler(PartCompiler part)
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static readonly XNamespace Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly XName Chart = XNamespace.Get("http://schemas.openxmlformats.org/drawingml/2006/chart") + "chart";
    private static readonly XName Decorative = XNamespace.Get("http://schemas.microsoft.com/office/drawing/2017/decorative") + "decorative";

    /// <summary>Whether a run shows a figure that is to be filled.</summary>
    public static bool IsFigure(XElement run) =>
        run.Name == W.Run && !run.Descendants(W.TextBoxContent).Any() && run.Descendants(W.FigureProperties).Any(f => AltText(f).Contains("{{", StringComparison.Ordinal));

    public void Compile(XElement run, Scope scope)
    {
        var properties = run.Descendants(W.FigureProperties).First(f => AltText(f).Contains("{{", StringComparison.Ordinal));
        var typed = AltText(properties);
        var text = new List<string>();
        ValueSource? picture = null;
        ValueSource? list = null;
        foreach (var (piece, isExpression) in MixedText.Split(typed))
        {
            var found = isExpression && NameReader.Read(scope, Expression.Parse(piece).Body) is { Meaning: Resolution.Found { Source: var source }, Format: null } ? source : null;
            if (found?.Field.Kind == FieldKind.Picture)
                picture = found;
            else if (found?.Field.Kind == FieldKind.List)
                list = found;
            else
                text.Add(isExpression ? "{{" + piece + "}}" : piece);
        }
        var alternative = string.Concat(text).Trim();
        if (alternative.Length == 0)
            alternative = (picture ?? list)?.Field.Description ?? "";
        if (MixedTextCompiler.TryCompile(alternative, scope, message => part.Context.Report(run, "Alternativtexten: " + message)) is not { } mixed || !Fits(run, picture, list))
        {
            part.Writer.Copy(run);
            return;
        }
        if (list is not null)
            part.Context.AddChart(run, (string)run.Descendants(Chart).First().Attribute(Relationships + "id")!, list);
        part.Unit(MixedText.Split(typed).First(p => p.IsExpression).Text, UnitLevel.Runs, [run], () =>
        {
            part.Writer.Push();
            Node(run, mixed, picture is not null);
            var content = part.Writer.Pop();
            part.Writer.Slot(picture is null ? new GroupNode(content) : new PictureNode(picture, content));
        });
    }

    /// <summary>Warns of figures nobody has described; a reader who cannot see gets nothing from them.</summary>
    public static void CheckDescribed(XElement root, CompileContext context)
    {
        foreach (var figure in root.Descendants(W.FigureProperties).Where(f => AltText(f).Length == 0 && !f.Descendants(Decorative).Any() && !f.Ancestors(W.Fallback).Any()))
        {
            context.Report(
                figure,
                $"Figuren ”{(string?)figure.Attribute("name")}” saknar alternativtext. Högerklicka på den, välj Redigera alternativtext och beskriv den, eller markera den som dekorativ.",
                FindingLevel.Warning);
        }
    }

    private static string AltText(XElement properties) => (string?)properties.Attribute("descr") ?? "";

    private bool Fits(XElement run, ValueSource? picture, ValueSource? list)
    {
        if (picture is not null && !run.Descendants(Main + "blip").Any())
        {
            part.Context.Report(run, $"”{picture.Field.Name}” är en bild, men figuren är ingen bild. Infoga en bild och skriv uttrycket i dess alternativtext.");
            return false;
        }
        if (list is null)
            return true;
        var inner = list.Field.Inner!.Fields;
        var fault = !run.Descendants(Chart).Any() ? $"”{list.Field.Name}” är en lista, men figuren är inget diagram. Infoga ett diagram och skriv uttrycket i dess alternativtext."
            : !part.IsMain || part.Writer.InRepeat ? "Ett diagram kan bara fyllas i brödtexten och utanför det som upprepas."
            : !inner.Any(f => f.Kind == FieldKind.Text) || !inner.Any(f => f.Kind == FieldKind.Number)
                ? $"Listan ”{list.Field.Name}” kan inte visas i ett diagram: den behöver ett textfält för rubrikerna och minst ett talfält."
            : null;
        if (fault is not null)
            part.Context.Report(run, fault);
        return fault is null;
    }

    private void Node(XNode node, MixedText alternative, bool isPicture)
    {
        if (node is not XElement element)
        {
            part.Writer.Copy(node);
            return;
        }
        part.Writer.Start(element, Slots(element, alternative, isPicture));
        foreach (var child in element.Nodes())
            Node(child, alternative, isPicture);
        part.Writer.End(element);
    }

    private Dictionary<XName, IReadOnlyList<object>> Slots(XElement element, MixedText alternative, bool isPicture)
    {
        var slots = new Dictionary<XName, IReadOnlyList<object>>();
        if (((string?)element.Attribute("descr"))?.Contains("{{", StringComparison.Ordinal) == true)
            slots["descr"] = [.. alternative.Pieces.Select(p => p.Source is null ? (object)p.Text : new AttributeValueNode(p.Source, p.Format!))];
        if (element.Name == W.FigureProperties && part.Writer.InRepeat)
            slots["id"] = [new FigureNumberNode()];
        if (!isPicture)
            return slots;
        if (element.Name == Main + "blip")
            slots[Relationships + "embed"] = [new PictureIdNode()];
        var isSize = element.Name == W.Drawing + "extent" || element.Name == Main + "ext";
        if (isSize && (long?)element.Attribute("cx") is { } width && (long?)element.Attribute("cy") is { } height)
        {
            slots["cx"] = [new PictureSizeNode(width, height, isWidth: true)];
            slots["cy"] = [new PictureSizeNode(width, height, isWidth: false)];
        }
        return slots;
    }
}
