using SpLg.Core.Choices;
using SpLg.Running;

namespace SpLg.Tests.Running;

public sealed class FaultTextTests
{
    [Fact]
    public void A_missing_list_is_told_to_staff_in_Swedish() =>
        Assert.Equal(
            "Webbplatsen saknar ”Publicerade genomgångar”. Be administratören köra ”splg doctor”. Sätt sedan status Fastställd för att försöka igen.",
            FaultText.ForStaff(new MissingListException("Publicerade genomgångar", new("https://contoso.sharepoint.com/sites/a")), ReviewStatus.Approved));
}
