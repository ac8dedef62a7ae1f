using System.Text.Json;
using SpLg.Core.Lists;
using SpLg.Worker;

namespace SpLg.Tests.Worker;

public class RequestStateTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    [Theory]
    [InlineData("Begärd", null, null, true)]
    [InlineData("Uppdatering begärd", "other/1", "2026-11-20T11:59:00Z", true)]
    [InlineData("Läser", "me/this-1", "2026-11-20T11:59:00Z", true)]
    [InlineData("Läser", "me/earlier-1", "2026-11-20T11:58:00Z", true)]
    [InlineData("Läser", "me/second-1", "2026-11-20T11:59:00Z", false)]
    [InlineData("Läser", "other/1", "2026-11-20T12:05:00Z", false)]
    [InlineData("Läser", "other/1", "2030-01-01T00:00:00Z", true)]
    [InlineData("Läser", "other/1", "2026-11-20T11:59:00Z", false)]
    [InlineData("Läser", "other/1", "2026-11-20T11:49:00Z", true)]
    [InlineData("Läser", "me-too/1", "2026-11-20T11:59:00Z", false)]
    [InlineData("Läser", "other/1", null, true)]
    [InlineData("Läser", null, null, true)]
    [InlineData("Utkast klart", "me/1", "2026-11-20T10:00:00Z", false)]
    [InlineData("Avbruten", "me/1", "2026-11-20T10:00:00Z", false)]
    [InlineData("Fel", "me/1", null, false)]
    [InlineData("Något annat", null, null, false)]
    [InlineData(null, null, null, false)]
    public void A_worker_takes_what_is_asked_for_what_it_or_a_killed_process_of_its_name_began_and_what_has_been_silent_too_long(
        string? status, string? runId, string? lastRunOn, bool taken)
    {
        var fields = new Dictionary<string, JsonElement>();
        Put("Status", status);
        Put("RunId", runId);
        Put("LastRunOn", lastRunOn);

        var reason = RequestState.Of(new ListRow("1", null, null, fields)).ReasonToTake("me", "me/this-", Now.AddMinutes(-2), Lease, Now);

        Assert.Equal(taken, reason is not null);

        void Put(string name, string? text)
        {
            if (text is not null)
                fields[name] = JsonSerializer.SerializeToElement(text);
        }
    }
}
