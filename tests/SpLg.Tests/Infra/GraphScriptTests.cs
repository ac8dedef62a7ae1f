namespace SpLg.Tests.Infra;

public sealed class GraphScriptTests(ITestOutputHelper output)
{
    [Fact]
    public async Task What_is_never_asked_for_and_what_is_not_expected_fails_the_test_beside_its_own_failure()
    {
        var own = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await using var script = await GraphScript.StartAsync(output);
            script.On("GET /v1.0/sites/a", GraphAnswer.Json(200, "{}"));
            using var http = new HttpClient();
            using var answer = await http.GetAsync(new Uri(script.Origin, "/v1.0/sites/b"));
            throw new InvalidOperationException("The test's own failure.");
        });

        Assert.Equal("The test's own failure.", own.Message);
        var faults = GraphFaultsAttribute.Take(TestContext.Current.Test!.UniqueID);
        Assert.Contains("Not expected: GET /v1.0/sites/b", faults);
        Assert.Contains("Never asked for: GET /v1.0/sites/a", faults);
    }
}
