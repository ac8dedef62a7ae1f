namespace SpLg.Word.Packaging;

/// <summary>Says in Swedish what a file is that cannot be opened as a Word template.</summary>
internal static class FileKind
{
    /// <summary>A fault seen in the first bytes, or null when the file may be a zip package.</summary>
    public static string? FaultOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return "Filen är tom.";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            return OfCompound(bytes);
        if (bytes.StartsWith("%PDF"u8))
            return "Filen är en PDF, inte ett Word-dokument. Använd Word-filen som PDF:en gjordes av.";
        if (bytes.StartsWith("{\\rtf"u8))
            return "Filen är i RTF-format. Öppna den i Word och spara den som Word-dokument (.docx).";
        if (!bytes.StartsWith("PK"u8))
            return "Filen är inte ett Word-dokument (.docx). Öppna den i Word och spara om den, eller välj en annan fil.";
        return null;
    }

    /// <summary>The kind of a zip package that holds no Word document.</summary>
    public static string OfPackage(DocxPackage package)
    {
        if (package.Parts.Keys.Any(p => p.StartsWith("xl/", StringComparison.Ordinal)))
            return "Filen är en Excel-arbetsbok, inte ett Word-dokument.";
        if (package.Parts.Keys.Any(p => p.StartsWith("ppt/", StringComparison.Ordinal)))
            return "Filen är en PowerPoint-presentation, inte ett Word-dokument.";
        return "Filen är ett Office-paket men innehåller inget Word-dokument.";
    }

    public const string Zip =
        "Filen är ett zip-arkiv (eller ett OpenDocument-dokument), inte ett Word-dokument. Spara dokumentet som .docx i Word.";

    public const string Damaged =
        "Filen är skadad och går inte att läsa. Öppna den i Word, låt Word reparera den och spara om den.";

    // Encrypted packages and the old .doc share an outer format; their stream names tell them apart.
    // https://learn.microsoft.com/openspecs/office_file_formats/ms-offcrypto/
    private static string OfCompound(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf(System.Text.Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0)
            return "Filen är krypterad med lösenord. Ta bort lösenordet i Word (Arkiv, Info, Skydda dokument) och spara om den.";
        if (bytes.IndexOf(System.Text.Encoding.Unicode.GetBytes("WordDocument")) >= 0)
            return "Filen är i det gamla Word-formatet (.doc). Öppna den i Word och spara den som Word-dokument (.docx).";
        return "Filen är krypterad eller i ett gammalt Office-format. Öppna den i Word och spara den som Word-dokument "
            + "(.docx) utan lösenord.";
    }
}
