namespace SpLg.SharePoint.Answers;

/// <summary>
/// How much of what a server sends is taken. Each is far above what SharePoint sends for the lists of an
/// administration, and low enough that no answer exhausts the worker, on which other organisations depend.
/// </summary>
internal static class Limits
{
    /// <summary>Bytes of JSON, unpacked: a page of 2,000 rows with 30 kB of text each.</summary>
    public const long Json = 64 * Mega;

    /// <summary>
    /// Values in one answer, which each take memory however short they are: eight times a page of 2,000 rows with 60
    /// cells.
    /// </summary>
    public const int Values = 1_000_000;

    /// <summary>Bytes of JSON in all pages of one reading.</summary>
    public const long AllPages = 1024 * Mega;

    /// <summary>
    /// Bytes of a file, as many as one upload takes. https://learn.microsoft.com/graph/api/driveitem-put-content
    /// </summary>
    public const long File = 250 * Mega;

    /// <summary>Bytes of one row's cells as JSON: sixty texts of the 64,000 characters that SharePoint takes.</summary>
    public const int Cells = (int)(4 * Mega);

    /// <summary>Bytes of the body of an error.</summary>
    public const int ErrorBody = 64 * 1024;

    /// <summary>Bytes of an answer of the sign-in service.</summary>
    public const int Token = (int)Mega;

    /// <summary>Characters of an address, more than browsers and SharePoint take.</summary>
    public const int Address = 16 * 1024;

    /// <summary>Characters of an id; those of Graph have at most some 150.</summary>
    public const int Id = 512;

    /// <summary>Pages of one reading: a million rows where the service gives 200 a page, its least.</summary>
    public const int Pages = 5_000;

    /// <summary>Elements of one reading.</summary>
    public const int Elements = 500_000;

    /// <summary>Pages on end that bring nothing new. Empty ones are allowed, and an element may come twice.</summary>
    public const int IdlePages = 100;

    /// <summary>Of all pages of one reading, pauses that the service asks for included.</summary>
    public static readonly TimeSpan Reading = TimeSpan.FromHours(1);

    /// <summary>
    /// Of one attempt to get an answer that is not a file, from the first byte sent to the last received.
    /// </summary>
    public static readonly TimeSpan Answer = TimeSpan.FromSeconds(100);

    /// <summary>As <see cref="Answer"/>, for the body of an error.</summary>
    public static readonly TimeSpan ErrorAnswer = TimeSpan.FromSeconds(10);

    /// <summary>As <see cref="Answer"/>, with the content of a file one way or the other.</summary>
    public static readonly TimeSpan Content = TimeSpan.FromMinutes(5);

    private const long Mega = 1024 * 1024;

    public static string TooLarge(long most) => $"it is larger than {most / Mega} MB, the most that is read";
}
