using DocumentFormat.OpenXml.Wordprocessing;

namespace SpLg.Word.Packaging;

/// <summary>
/// Makes a document open for reading only until the reader asks Word to end that; there is no password. A protection
/// that the owner of a template has set stays as it is.
/// https://learn.microsoft.com/dotnet/api/documentformat.openxml.wordprocessing.documentprotection
/// </summary>
internal static class Protection
{
    private const string RelationshipType =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings";
    private const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml";

    /// <summary>Gives the settings part as it is to be written, or null when it stays as it is.</summary>
    /// <param name="main">The relationships of the main part, to which those of new settings are added.</param>
    public static (string Part, byte[] Bytes)? Set(
        DocxPackage package,
        bool isFinal,
        ContentTypes types,
        PartRelationships main
    )
    {
        var part = main
            .All.Where(r => r.Kind == "settings" && !r.IsExternal)
            .Select(r => main.Resolve(r.Target))
            .FirstOrDefault(package.Parts.ContainsKey);
        if (!isFinal && (part is null || package.Parts[part].AsSpan().IndexOf("documentProtection"u8) < 0))
            return null;
        var settings = part is null ? new() : TypedPart.Read<Settings>(package.Parts[part]);
        var protection = settings.GetFirstChild<DocumentProtection>();
        if (isFinal ? protection is not null : protection is null || !IsOwn(protection))
            return null;
        if (isFinal)
            settings.AddChild(new DocumentProtection { Edit = DocumentProtectionValues.ReadOnly, Enforcement = true });
        else
            protection!.Remove();
        if (part is null)
        {
            part = "word/settings.xml";
            types.Set(part, ContentType);
            main.Keep("rIdSplgSettings", RelationshipType, "/" + part);
        }
        return (part, TypedPart.Write(settings));
    }

    private static bool IsOwn(DocumentProtection protection) =>
        protection.GetAttributes().Count == 2
        && protection.Edit?.Value == DocumentProtectionValues.ReadOnly
        && protection.Enforcement?.Value == true;
}
