namespace SpLg.Tests.EndToEnd;

public class ProvisioningTests
{
    [Fact]
    public async Task An_empty_site_is_provisioned_once_and_then_lacks_only_what_Graph_cannot_do()
    {
        await using var test = await TestSite.StartAsync(empty: true);
        var before = await test.RunAsync("doctor");
        Assert.Equal(ExitCode.Fault, before.Code);
        Assert.Contains("✗ List Incidenter", before.Output, StringComparison.Ordinal);

        var first = await test.RunAsync("provision");
        Assert.True(first.Code == ExitCode.Ok, first.ToString());
        Assert.Contains("Invoke-PnPSiteTemplate", first.Output, StringComparison.Ordinal);
        var second = await test.RunAsync("provision");
        Assert.DoesNotContain("Created:", second.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Columns added:", second.Output, StringComparison.Ordinal);

        var after = await test.RunAsync("doctor");
        Assert.DoesNotContain("✗ List ", after.Output, StringComparison.Ordinal);
        Assert.Contains(
            "kan läsa biblioteket Arbetsdokument, eftersom det ärver webbplatsens rättigheter.",
            after.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_site_that_is_as_the_template_says_pleases_the_doctor_who_changes_nothing()
    {
        await using var test = await TestSite.WithFewRowsAsync();
        using var site = await test.OpenAsync();
        var id = await test.RequestAsync(site);
        var before = (await test.RowAsync(site, id)).ETag;

        var run = await test.RunAsync("doctor", "--set", "Approval:Approvers=chef@lindo.example");

        Assert.True(run.Code == ExitCode.Ok, run.ToString());
        Assert.Equal(before, (await test.RowAsync(site, id)).ETag);
    }

    [Fact]
    public async Task A_site_where_nobody_may_approve_and_a_calendar_that_is_over_are_faults_to_the_doctor()
    {
        await using var test = await TestSite.WithFewRowsAsync();

        var run = await test.RunAsync("doctor", "--set", "Schedule:review=0 0 6 15 1 ? 2020");

        Assert.Equal(ExitCode.Fault, run.Code);
        Assert.Contains("✗ Who may approve\n    Nobody", run.Output, StringComparison.Ordinal);
        Assert.Contains("✗ Calendar\n    Never again asks for", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_on_a_site_without_lists_says_what_to_run()
    {
        await using var test = await TestSite.StartAsync(empty: true);

        var run = await test.RunAsync("worker", "--once");

        Assert.Equal(ExitCode.Fault, run.Code);
        Assert.Contains("splg provision", run.Error, StringComparison.Ordinal);
    }
}
