using System.Net;
using System.Text.RegularExpressions;

namespace SpLg.Requests;

/// <summary>A run fault in Swedish, for the request that staff look at: what happened and who does what.</summary>
internal static partial class FaultText
{
    /// <param name="again">The status that has it tried again.</param>
    public static string ForStaff(Exception fault, ReviewStatus again)
    {
        if (again == ReviewStatus.Approved && fault is SiteFaultException { NeedsNewDraft: true })
            again = ReviewStatus.ForApproval;
        var text = fault switch
        {
            MissingListException missing => Administrator($"Webbplatsen saknar ”{missing.Title}”."),
            SiteFaultException or ChecklistSelectionException or TemplateException or DocumentTooLargeException =>
                fault.Message,
            PublicationStoppedException => fault.Message + " Vad som behöver göras står i Iakttagelser i underlaget.",
            GraphException page when IsOfPage(page) && IsBusy(page) =>
                "Webbsidan var öppen hos någon vid alla försök. Stäng den, och spara eller ta bort utkastet till den om det finns ett.",
            ChangedMeanwhileException =>
                "Dokumentet eller begäran ändrades gång på gång under körningen. Vänta tills ingen skriver i dem.",
            AccessDeniedException => Administrator("SpLg saknar behörighet till något på webbplatsen."),
            NotFoundException => Administrator("Något som behövs finns inte på webbplatsen."),
            ThrottledException => "SharePoint är hårt belastat och svarade inte i tid. Vänta en stund.",
            GraphException { Status: HttpStatusCode.Locked } =>
                "Dokumentet, eller en fil som hör till det, var öppet hos någon vid alla försök. Stäng det, och "
                    + "checka in det om det är utcheckat.",
            GraphException or HttpRequestException => "SharePoint svarade inte som väntat.",
            _ => "Ett oväntat fel inträffade. Be administratören läsa programmets logg.",
        };
        var isTold =
            fault
                is SiteFaultException
                    or ChecklistSelectionException
                    or TemplateException
                    or DocumentTooLargeException
                    or PublicationStoppedException
                    or ChangedMeanwhileException
                    or ThrottledException
            || fault is GraphException { Status: HttpStatusCode.Locked };
        return $"{text} Sätt sedan status {Choice.Text(again)} för att försöka igen."
            + (isTold ? "" : " Teknisk uppgift: " + fault.Message);
    }

    /// <summary>
    /// A fault in the words of its message, without what stands between quotation marks: that may be what rows and
    /// people say, which is no business of a log.
    /// </summary>
    public static string ForLog(Exception fault) => Quoted.Replace(fault.Message, "”…”");

    [GeneratedRegex("”[^”]*”", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted { get; }

    /// <summary>
    /// A document or page that somebody has open, or a document or request that somebody writes in all the time, comes
    /// to rest too.
    /// </summary>
    public static bool IsBusy(GraphException fault) =>
        fault is ChangedMeanwhileException || fault.Status == HttpStatusCode.Locked;

    /// <summary>
    /// True when it was a site page that could not be written, and not a document.
    /// https://learn.microsoft.com/graph/api/sitepage-update
    /// </summary>
    public static bool IsOfPage(GraphException fault) => fault.Url.Contains("/pages", StringComparison.Ordinal);

    private static string Administrator(string what) => what + " Be administratören köra ”splg doctor”.";
}
