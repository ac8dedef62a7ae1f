using SpLg.Core.Checklists;
using SpLg.SharePoint;
using SpLg.Word;

namespace SpLg.Running;

/// <summary>A run fault in Swedish, for the request that staff look at: what happened and who does what.</summary>
internal static class FaultText
{
    private const string Again = " Sätt sedan status Begärd för att försöka igen.";

    public static string ForStaff(Exception fault) => fault switch
    {
        SiteFaultException or ChecklistSelectionException or TemplateException => fault.Message + Again,
        PublicationStoppedException => fault.Message + " Vilka det är och vad som behövs står i Iakttagelser i underlaget." + Again,
        ChangedMeanwhileException => "Dokumentet eller begäran ändrades gång på gång under körningen. Vänta tills ingen skriver i dem." + Again,
        AccessDeniedException => "SpLg saknar behörighet till något på webbplatsen. Be administratören köra ”splg doctor”. Teknisk uppgift: " + fault.Message,
        NotFoundException => "Något som behövs finns inte på webbplatsen. Be administratören köra ”splg doctor”. Teknisk uppgift: " + fault.Message,
        ThrottledException => "SharePoint är hårt belastat och svarade inte i tid. Vänta en stund." + Again,
        GraphException or HttpRequestException => "SharePoint svarade inte som väntat." + Again + " Teknisk uppgift: " + fault.Message,
        _ => "Ett oväntat fel inträffade. Be administratören läsa arbetarens logg. Teknisk uppgift: " + fault.Message,
    };
}
