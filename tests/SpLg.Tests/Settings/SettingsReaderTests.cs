using SpLg.Settings;

namespace SpLg.Tests.Settings;

public sealed class SettingsReaderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("splg-settings-").FullName;

    [Fact]
    public void The_command_line_wins_over_the_environment_and_that_over_the_file()
    {
        var file = Write("""{ "Site": { "Address": "https://file.example/sites/a", "TimeZone": "Europe/Helsinki" }, "Worker": { "PollSeconds": 3, "LeaseMinutes": 4 } }""");
        var environment = new Dictionary<string, string> { ["SPLG__Site__Address"] = "https://environment.example/sites/a", ["splg__worker__pollseconds"] = "7" };

        var settings = SettingsReader.Read(file, environment, ["Worker:PollSeconds=9", "SignIn:Kind=ManagedIdentity"], siteNeeded: true);

        Assert.Equal("Europe/Helsinki", settings.Zone.Id);
        Assert.Equal(new Uri("https://environment.example/sites/a"), settings.Site!.Address);
        Assert.Equal(SignInKind.ManagedIdentity, settings.Site.SignIn);
        Assert.Equal(TimeSpan.FromSeconds(9), settings.Worker.Poll);
        Assert.Equal(TimeSpan.FromMinutes(4), settings.Worker.Lease);
    }

    [Fact]
    public void The_later_of_two_settings_wins_whatever_their_case()
    {
        var environment = new Dictionary<string, string> { ["SPLG__Worker__LeaseMinutes"] = "7", ["SPLG__WORKER__LEASEMINUTES"] = "7" };

        var settings = SettingsReader.Read(null, environment, ["Worker:Name=a", "worker:name=b"], siteNeeded: false);

        Assert.Equal("b", settings.Worker.Name);
        Assert.Equal(TimeSpan.FromMinutes(7), settings.Worker.Lease);
    }

    [Theory]
    [InlineData("..")]
    [InlineData("- -")]
    [InlineData("a/b")]
    public void A_worker_name_that_is_no_file_name_is_refused(string name) =>
        Assert.Throws<SettingsException>(() => SettingsReader.Read(null, new Dictionary<string, string>(), [$"Worker:Name={name}"], siteNeeded: false));

    [Fact]
    public void Every_fault_is_told_at_once_with_its_key_and_an_example()
    {
        var fault = Assert.Throws<SettingsException>(() => SettingsReader.Read(
            null, new Dictionary<string, string>(), ["Site:Address=intranet", "Worker:PollSeconds=often", "Nonsense=1", "no equals sign"], siteNeeded: true));

        Assert.Contains(fault.Faults, f => f.StartsWith("Site:Address: 'intranet' is not an https address", StringComparison.Ordinal) && f.Contains("Example: https://", StringComparison.Ordinal));
        Assert.Contains(fault.Faults, f => f.StartsWith("Worker:PollSeconds:", StringComparison.Ordinal));
        Assert.Contains(fault.Faults, f => f.StartsWith("Nonsense: there is no such setting", StringComparison.Ordinal));
        Assert.Contains(fault.Faults, f => f.StartsWith("--set no equals sign:", StringComparison.Ordinal));
        Assert.Contains(fault.Faults, f => f.StartsWith("SignIn:TenantId: is not set", StringComparison.Ordinal));
        Assert.Contains(fault.Faults, f => f.StartsWith("SignIn:CertificatePath:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("SignIn:ClientSecret")]
    [InlineData("SignIn:Password")]
    [InlineData("SignIn:CertificatePassword")]
    public void A_secret_is_refused_by_the_look_of_its_key_and_never_repeated(string key)
    {
        var fault = Assert.Throws<SettingsException>(() => SettingsReader.Read(null, new Dictionary<string, string>(), [$"{key}=hunter2"], siteNeeded: false));

        Assert.Contains("settings hold no secrets", Assert.Single(fault.Faults), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_local_sites_sign_in_is_refused_for_any_other_address()
    {
        var fault = Assert.Throws<SettingsException>(() => SettingsReader.Read(
            null, new Dictionary<string, string>(), ["Site:Address=https://contoso.sharepoint.com/sites/a", "SignIn:Kind=LocalSite"], siteNeeded: true));

        Assert.Contains("only for a site on this machine", Assert.Single(fault.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public void A_settings_file_that_is_named_must_be_there()
    {
        var fault = Assert.Throws<SettingsException>(() => SettingsReader.Read(Path.Combine(folder, "gone.json"), new Dictionary<string, string>(), [], siteNeeded: false));

        Assert.Contains("gone.json", Assert.Single(fault.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public void A_settings_file_that_is_not_JSON_is_told_by_name()
    {
        var file = Write("{ \"Site\": ");

        var fault = Assert.Throws<SettingsException>(() => SettingsReader.Read(file, new Dictionary<string, string>(), [], siteNeeded: false));

        Assert.Contains(file, Assert.Single(fault.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public void The_example_and_the_default_of_every_setting_are_accepted()
    {
        foreach (var key in SettingKeys.All)
        {
            Assert.Null(key.Fault(key.Example));
            if (key.Default is not null)
                Assert.Null(key.Fault(key.Default));
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Write(string json)
    {
        var path = Path.Combine(folder, "splg.json");
        File.WriteAllText(path, json);
        return path;
    }
}
