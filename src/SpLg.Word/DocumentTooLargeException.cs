namespace SpLg.Word;

/// <summary>A file holds more than any document does: reading it would take too much memory or time.</summary>
public sealed class DocumentTooLargeException : IOException
{
    /// <param name="part">Where in the file; empty for the file as a whole.</param>
    /// <param name="what">What it has more of than is read, and the limit, in Swedish.</param>
    internal DocumentTooLargeException(string part, string what)
        : base(
            $"Filen är för stor eller invecklad för SpLg: {(part.Length == 0 ? "den" : part)} har {what}. Ta bort "
                + "det som inte behövs, eller dela upp den."
        ) { }

    internal static DocumentTooLargeException Nodes(string part) => new(part, "fler än 600 000 element och attribut");
}
