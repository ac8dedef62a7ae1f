namespace SpLg.Core.Review;

/// <summary>
/// What an organisation calls itself and those around it, by its form: kommunallagen for committees, companies,
/// federations and regions, myndighetsförordningen for state agencies. All in lower case and definite form.
/// </summary>
/// <param name="Head">The highest officer, in indefinite form.</param>
/// <param name="TheBoard">Those above the officer who decide.</param>
/// <param name="Principal">Whose documents hold for all its organisations.</param>
/// <param name="PlanOwners">Whose verksamhetsplan the review is added to; genitive.</param>
internal sealed record FormWords(
    string Head,
    string TheHead,
    string TheOrganisation,
    string TheBoard,
    string Principal,
    string PlanOwners
)
{
    /// <summary>The principal in genitive.</summary>
    public string Principals => $"{Principal}s";

    public static FormWords Of(Setting? setting)
    {
        var city =
            setting?.CityName?.Contains("kommun", StringComparison.OrdinalIgnoreCase) == true ? "kommunen" : "staden";
        return setting?.OrganisationForm.Value switch
        {
            OrganisationForm.Committee => new(
                "förvaltningschef",
                "förvaltningschefen",
                "förvaltningen",
                "nämnden",
                city,
                "nämndens"
            ),
            OrganisationForm.Company => new("bolagschef", "bolagschefen", "bolaget", "styrelsen", city, "bolagets"),
            OrganisationForm.Federation => new(
                "förbundschef",
                "förbundschefen",
                "förbundet",
                "direktionen",
                "förbundet",
                "förbundets"
            ),
            OrganisationForm.Region => new(
                "förvaltningschef",
                "förvaltningschefen",
                "förvaltningen",
                "nämnden",
                "regionen",
                "nämndens"
            ),
            OrganisationForm.StateAgency => new(
                "generaldirektör",
                "generaldirektören",
                "myndigheten",
                "myndighetens ledning",
                "staten",
                "myndighetens"
            ),
            _ => new(
                "ansvarig chef",
                "den ansvariga chefen",
                "verksamheten",
                "ledningen",
                "huvudmannen",
                "verksamhetens"
            ),
        };
    }
}
