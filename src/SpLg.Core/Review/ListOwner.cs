namespace SpLg.Core.Review;

/// <summary>Who answers for what a list holds, by role: no person is named where data are missing.</summary>
internal static class ListOwner
{
    private const string Coordinator = "informationssäkerhetssamordnaren";

    /// <param name="list">Swedish title of the list.</param>
    public static string Of(string list) =>
        list switch
        {
            "Dataskyddsrekommendationer" => "dataskyddsombudet",
            "Upphandlingar" => "den upphandlingsansvariga",
            "Utbildningar" => "HR",
            "Internkontroll" or "Mål" => "controllern",
            _ => Coordinator,
        };
}
