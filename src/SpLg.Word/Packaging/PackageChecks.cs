namespace SpLg.Word.Packaging;

/// <summary>
/// Content that a template must not carry: code, and things fetched from elsewhere when it is opened.
/// </summary>
internal static class PackageChecks
{
    // A hyperlink is followed only when a reader asks for it.
    private static readonly string[] HarmlessWhenExternal = ["hyperlink"];

    // The most that are told at a time.
    private const int Most = 20;

    /// <summary>Faults in Swedish, none when the package is fit to be a template.</summary>
    public static IEnumerable<string> Faults(DocxPackage package)
    {
        var relationships = package
            .Parts.Keys.Where(p => p.EndsWith(".rels", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .SelectMany(p => new PartRelationships(p, package.Open(p).Root).All)
            .ToList();
        var type = package.Types.TypeOf(package.MainPart) ?? "";
        if (
            type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)
            || relationships.Exists(r => r.Kind == "vbaProject")
        )
            yield return "Filen innehåller makron. Spara den som Word-dokument utan makron (.docx).";
        else if (
            !type.Contains("wordprocessingml.document.main", StringComparison.Ordinal)
            && !type.Contains("wordprocessingml.template.main", StringComparison.Ordinal)
        )
            yield return "Filens huvuddel är inte ett Word-dokument. Öppna den i Word och spara den som Word-dokument (.docx).";
        var externals = relationships
            .Where(r => r.IsExternal && !HarmlessWhenExternal.Contains(r.Kind))
            .DistinctBy(r => (r.Kind, r.Target))
            .Take(Most);
        foreach (var external in externals)
            yield return Fault(external);
    }

    private static string Fault(Relationship external) =>
        external.Kind switch
        {
            "attachedTemplate" =>
                $"Dokumentet är kopplat till en mall på en annan plats ({external.Target}). Koppla loss den under "
                    + "Utvecklare, Dokumentmall.",
            "image" =>
                $"En bild är länkad från en annan plats ({external.Target}). Infoga bilden i dokumentet i stället.",
            "oleObject" or "package" =>
                $"Ett inbäddat objekt är länkat från en annan plats ({external.Target}). Bryt länken eller klistra in innehållet.",
            "subDocument" =>
                $"Dokumentet hämtar ett deldokument från en annan plats ({external.Target}). Infoga innehållet i stället.",
            _ => $"Dokumentet hämtar innehåll från en annan plats ({external.Target}). Ta bort länken.",
        };
}
