using SpLg.Word.Figures;

namespace SpLg.Word.Compiling;

/// <summary>Compiles pictures and charts whose alternative text holds expressions.</summary>
internal sealed class FigureCompiler(PartCompiler part)
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static readonly XName Decorative =
        XNamespace.Get("http://schemas.microsoft.com/office/drawing/2017/decorative") + "decorative";

    /// <summary>Whether a run shows a figure that is to be filled.</summary>
    public static bool IsFigure(XElement run) =>
        run.Name == W.Run
        && !run.Descendants(W.TextBoxContent).Any()
        && run.Descendants(W.FigureProperties).Any(f => AltText(f).Contains("{{", StringComparison.Ordinal));

    public void Compile(XElement run, Scope scope)
    {
        part.Context.TakeExpressions(1);
        var properties = run.Descendants(W.FigureProperties)
            .First(f => AltText(f).Contains("{{", StringComparison.Ordinal));
        var typed = AltText(properties);
        var isChart = run.Descendants(KeptCharts.Chart).Any();
        var text = new List<string>();
        var chosen = new List<Field>();
        ValueSource? picture = null;
        ValueSource? list = null;
        foreach (var (piece, isExpression) in MixedText.Split(typed))
        {
            var body = isExpression ? Expression.Parse(piece).Body : null;
            var (meaning, format) = body is null ? (null, null) : NameReader.Read(scope, body);
            if (format is null && meaning is Resolution.Found { Source: { Field.Kind: FieldKind.Picture } found })
            {
                picture = found;
            }
            else if (format is null && meaning is Resolution.Found { Source: { Field.Kind: FieldKind.List } rows })
            {
                list = rows;
            }
            else if (
                format is null
                && isChart
                && meaning is Resolution.NeedsList { Fault: null, List: var column }
                && (list is null || list.Equals(column))
                && NameReader.Read(scope.Into(column), body!).Meaning is Resolution.Found { Source.Field: var field }
            )
            {
                list = column;
                chosen.Add(field);
            }
            else
            {
                text.Add(isExpression ? "{{" + piece + "}}" : piece);
            }
        }
        var alternative = string.Concat(text).Trim();
        if (alternative.Length == 0 && list is null)
            alternative = picture?.Field.Description ?? "";
        if (
            MixedTextCompiler.TryCompile(
                alternative,
                scope,
                message => part.Context.Report(run, "Alternativtexten: " + message)
            )
                is not { } mixed
            || !Fits(run, picture, list, chosen, out var chart)
        )
        {
            part.Writer.Copy(run);
            return;
        }
        var id = (string?)run.Descendants(KeptCharts.Chart).FirstOrDefault()?.Attribute(W.RelationshipId) ?? "";
        if (chart is not null)
            part.Context.Charts.Add((run, id, chart));
        part.Unit(
            MixedText.Split(typed).First(p => p.IsExpression).Text,
            UnitLevel.Runs,
            [run],
            () =>
            {
                part.Writer.Push();
                Node(run, mixed, picture is not null);
                var content = part.Writer.Pop();
                part.Writer.Slot(
                    (picture, chart) switch
                    {
                        ({ }, _) => new PictureNode(picture, content),
                        (_, { }) => new ChartNode(id, chart, content),
                        _ => new GroupNode(content),
                    }
                );
            }
        );
    }

    /// <summary>Warns of figures nobody has described; a reader who cannot see gets nothing from them.</summary>
    public static void CheckDescribed(XElement root, CompileContext context)
    {
        foreach (
            var figure in root.Descendants(W.FigureProperties)
                .Where(f =>
                    AltText(f).Length == 0 && !f.Descendants(Decorative).Any() && !f.Ancestors(W.Fallback).Any()
                )
        )
        {
            context.Report(
                figure,
                $"Figuren ”{(string?)figure.Attribute("name")}” saknar alternativtext. Högerklicka på den, välj "
                    + "Redigera alternativtext och beskriv den, eller markera den som dekorativ.",
                FindingLevel.Warning
            );
        }
    }

    private static string AltText(XElement properties) => (string?)properties.Attribute("descr") ?? "";

    private bool Fits(
        XElement run,
        ValueSource? picture,
        ValueSource? list,
        IReadOnlyList<Field> chosen,
        out ChartBinding? chart
    )
    {
        chart = null;
        if (picture is not null && !run.Descendants(Main + "blip").Any())
        {
            part.Context.Report(
                run,
                $"”{picture.Field.Name}” är en bild, men figuren är ingen bild. Infoga en bild och skriv uttrycket i dess alternativtext."
            );
            return false;
        }
        if (list is null)
            return true;
        string? fault;
        if (!run.Descendants(KeptCharts.Chart).Any())
            fault =
                $"”{list.Field.Name}” är en lista, men figuren är inget diagram. Infoga ett diagram och skriv "
                + "uttrycket i dess alternativtext.";
        else if (!part.IsMain || part.Writer.InRepeat)
            fault = "Ett diagram kan bara fyllas i brödtexten och utanför det som upprepas.";
        else
            chart = ChartBinding.TryBind(list, chosen, out fault);
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
            slots["descr"] =
                alternative.Pieces.Count == 0
                    ? [new ChartDescriptionNode()]
                    :
                    [
                        .. alternative.Pieces.Select(p =>
                            p.Source is null ? (object)p.Text : new AttributeValueNode(p.Source, p.Format!)
                        ),
                    ];
        if (!isPicture)
            return slots;
        if (element.Name == Main + "blip")
            slots[W.Relationships + "embed"] = [new PictureIdNode()];
        var isSize = element.Name == W.Drawing + "extent" || element.Name == Main + "ext";
        if (isSize && (long?)element.Attribute("cx") is { } width && (long?)element.Attribute("cy") is { } height)
        {
            slots["cx"] = [new PictureSizeNode(width, height, isWidth: true)];
            slots["cy"] = [new PictureSizeNode(width, height, isWidth: false)];
        }
        return slots;
    }
}
