namespace SpLg.Word.Compiling;

/// <summary>Finds what a document fetches, or takes in as it is, when it is opened or its fields are updated.</summary>
internal static class FetchedContent
{
    private static readonly XName Chunk = W.Main + "altChunk";
    private static readonly XName SimpleField = W.Main + "fldSimple";
    private static readonly XName FieldCharacter = W.Main + "fldChar";
    private static readonly XName Instruction = W.Main + "instrText";

    // Fields that read a file or ask another program.
    // https://support.microsoft.com/office/list-of-field-codes-in-word-1ad6d91a-55a7-4a8d-b535-cf7888659a51
    private static readonly HashSet<string> Fetching = new(StringComparer.OrdinalIgnoreCase)
    {
        "INCLUDETEXT",
        "INCLUDEPICTURE",
        "INCLUDE",
        "IMPORT",
        "LINK",
        "DDE",
        "DDEAUTO",
        "DATABASE",
        "RD",
    };

    public static void Check(XElement root, CompileContext context)
    {
        // Fields stand in one another; each has its code between its beginning and its separator or end.
        var open = new Stack<StringBuilder>();
        foreach (var element in root.Descendants())
        {
            if (element.Name == Chunk)
                context.Report(
                    element,
                    "Här är ett annat dokument infogat som en egen fil. Öppna mallen i Word och spara den, så "
                        + "blir innehållet en del av den."
                );
            else if (element.Name == SimpleField)
                CheckCode((string?)element.Attribute(W.Main + "instr") ?? "", element, context);
            else if (element.Name == Instruction && open.Count > 0)
                open.Peek().Append(element.Value);
            else if (element.Name == FieldCharacter)
                Character(element, open, context);
        }
    }

    private static void Character(XElement element, Stack<StringBuilder> open, CompileContext context)
    {
        var type = (string?)element.Attribute(W.Main + "fldCharType");
        if (type == "begin")
        {
            open.Push(new());
        }
        else if (open.Count > 0)
        {
            CheckCode(open.Peek().ToString(), element, context);
            open.Peek().Clear();
            if (type == "end")
                open.Pop();
        }
    }

    private static void CheckCode(string code, XElement at, CompileContext context)
    {
        var name = code.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "";
        // The same text box stands a second time for programs that do not know the first.
        if (Fetching.Contains(name) && !at.Ancestors(W.Fallback).Any())
            context.Report(
                at,
                $"Fältkoden {name.ToUpperInvariant()} hämtar innehåll från en annan plats. Markera fältet i Word "
                    + "och tryck Ctrl+Skift+F9, så blir det vanligt innehåll."
            );
    }
}
