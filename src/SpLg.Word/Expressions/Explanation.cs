namespace SpLg.Word.Expressions;

/// <summary>Says in Swedish why a name cannot be used where it stands, and what to write instead.</summary>
internal static class Explanation
{
    public static string Of(Resolution meaning) =>
        meaning switch
        {
            Resolution.Unknown unknown => OfUnknown(unknown),
            Resolution.NeedsList { Fault: { } fault } => OfUnknown(fault),
            Resolution.NeedsList { List.Name: var list } =>
                $"Listan ”{list}” används utanför sina rader. Lägg uttrycket i en tabellrad eller ett eget "
                    + $"stycke, eller mellan {{{{#{list}}}}} och {{{{/{list}}}}}.",
            Resolution.Found found => OfKind(found.Source.Field, found.Source.Name),
            _ => throw new InvalidOperationException("A kind of resolution without explanation."),
        };

    private static string OfUnknown(Resolution.Unknown unknown)
    {
        var place = unknown.Owner switch
        {
            null => "Det finns inget fält",
            { Kind: FieldKind.List } list => $"Listan ”{list.Name}” har inget fält",
            { Kind: FieldKind.Group } group => $"Gruppen ”{group.Name}” har inget fält",
            var field => $"Fältet ”{field.Name}” har inga delar, alltså inget",
        };
        var meant = Suggestion.TryFor(unknown) is { } name ? $" – menade du ”{name}”?" : ".";
        return $"{place} ”{unknown.Part}”{meant}";
    }

    private static string OfKind(Field field, string written) =>
        field.Kind switch
        {
            FieldKind.List => $"”{field.Name}” är en lista. Skriv vilket fält som ska visas, till exempel "
                + $"{{{{{written}.{field.Inner!.Fields[0].Name}}}}}, eller {{{{{written}:antal}}}}.",
            FieldKind.Group => $"”{field.Name}” är en grupp. Skriv vilket fält som ska visas, till exempel "
                + $"{{{{{written}.{field.Inner!.Fields[0].Name}}}}}.",
            FieldKind.Picture =>
                $"”{field.Name}” är en bild. Skriv uttrycket i alternativtexten till en bild, inte i löpande text.",
            _ => $"”{field.Name}” kan inte användas här.",
        };
}
