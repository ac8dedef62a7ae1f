namespace SpLg.Tests.Settings;

public sealed class SettingsReaderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("splg-settings-").FullName;

    [Fact]
    public void The_command_line_wins_over_the_environment_and_that_over_the_file()
    {
        var file = Write(
            """
            { "Site": { "Address": "https://file.example/sites/a", "TimeZone": "Europe/Helsinki" },
              "Worker": { "PollSeconds": 3, "LeaseMinutes": 4 } }
            """
        );
        var environment = new Dictionary<string, string>
        {
            ["SPLG__Site__Address"] = "https://environment.example/sites/a",
            ["splg__worker__pollseconds"] = "7",
        };

        var settings = SettingsReader.Read(
            file,
            environment,
            ["Worker:PollSeconds=9", "SignIn:Kind=ManagedIdentity"],
            siteNeeded: true
        );

        Assert.Equal("Europe/Helsinki", settings.Zone.Id);
        Assert.Equal(new Uri("https://environment.example/sites/a"), settings.Site!.Address);
        Assert.Equal(SignInKind.ManagedIdentity, settings.Site.SignIn);
        Assert.Equal(TimeSpan.FromSeconds(9), settings.Worker.Poll);
        Assert.Equal(TimeSpan.FromMinutes(4), settings.Worker.Lease);
    }

    [Theory]
    [InlineData("WorkloadIdentity", null, "aaaaaaaa-0000-0000-0000-000000000001")]
    [InlineData("WorkloadIdentity", "bbbbbbbb-0000-0000-0000-000000000002", "bbbbbbbb-0000-0000-0000-000000000002")]
    [InlineData("ManagedIdentity", null, null)]
    public void A_workload_identity_has_the_id_that_Kubernetes_gives_where_the_settings_have_none(
        string kind,
        string? set,
        string? expected
    )
    {
        var environment = new Dictionary<string, string>
        {
            ["AZURE_CLIENT_ID"] = "aaaaaaaa-0000-0000-0000-000000000001",
        };
        string[] sets =
        [
            "Site:Address=https://a.example/sites/a",
            $"SignIn:Kind={kind}",
            .. set is null ? [] : new[] { $"SignIn:ClientId={set}" },
            "SignIn:EarlierClientIds=cccccccc-0000-0000-0000-000000000003; dddddddd-0000-0000-0000-000000000004",
        ];

        var settings = SettingsReader.Read(null, environment, sets, siteNeeded: true);

        Assert.Equal(expected, settings.Site!.ClientId);
        Assert.Equal(
            ["cccccccc-0000-0000-0000-000000000003", "dddddddd-0000-0000-0000-000000000004"],
            settings.Site.EarlierClientIds
        );
        Assert.Throws<SettingsException>(() =>
            SettingsReader.Read(null, environment, [.. sets, "SignIn:EarlierClientIds=x"], siteNeeded: true)
        );
    }

    [Fact]
    public void The_later_of_two_settings_wins_whatever_their_case()
    {
        var environment = new Dictionary<string, string>
        {
            ["SPLG__Worker__LeaseMinutes"] = "7",
            ["SPLG__WORKER__LEASEMINUTES"] = "7",
        };

        var settings = SettingsReader.Read(null, environment, ["Worker:Name=a", "worker:name=b"], siteNeeded: false);

        Assert.Equal("b", settings.Worker.Name);
        Assert.Equal(TimeSpan.FromMinutes(7), settings.Worker.Lease);
    }

    [Theory]
    [InlineData("..")]
    [InlineData("- -")]
    [InlineData("a/b")]
    public void A_worker_name_that_is_no_file_name_is_refused(string name) =>
        Assert.Throws<SettingsException>(() =>
            SettingsReader.Read(null, new Dictionary<string, string>(), [$"Worker:Name={name}"], siteNeeded: false)
        );

    [Fact]
    public void Every_fault_is_told_at_once_with_its_key_and_an_example()
    {
        var fault = Assert.Throws<SettingsException>(() =>
            SettingsReader.Read(
                null,
                new Dictionary<string, string>(),
                ["Site:Address=intranet", "Worker:PollSeconds=often", "Nonsense=1", "no equals sign"],
                siteNeeded: true
            )
        );

        Assert.Contains(
            fault.Faults,
            f =>
                f.StartsWith("Site:Address: 'intranet' is not an https address", StringComparison.Ordinal)
                && f.Contains("Example: https://", StringComparison.Ordinal)
        );
        Assert.Contains(fault.Faults, f => f.StartsWith("Worker:PollSeconds:", StringComparison.Ordinal));
        Assert.Contains(
            fault.Faults,
            f => f.StartsWith("Nonsense: there is no such setting", StringComparison.Ordinal)
        );
        Assert.Contains(fault.Faults, f => f.StartsWith("--set no equals sign:", StringComparison.Ordinal));
        Assert.Contains(fault.Faults, f => f.StartsWith("SignIn:TenantId: is not set", StringComparison.Ordinal));
        Assert.Contains(fault.Faults, f => f.StartsWith("SignIn:CertificatePath:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{\n  \"Site\": {\n    \"Address\": \"https://x.se\",,\n  }\n}", "line 3, column 31: ")]
    [InlineData("{\n  \"Site\": {", "line 2, column 12: ")]
    [InlineData("", "line 1, column 1: ")]
    [InlineData("[]", "Top-level JSON element must be an object")]
    [InlineData(
        "{\"Worker\":{\"Name\":\"a\"},\"worker\":{\"name\":\"b\"}}",
        "A duplicate key 'worker:name' was found."
    )]
    public void A_file_that_is_not_JSON_is_told_with_the_place_in_it(string text, string expected)
    {
        var file = Write(text);

        var fault = Assert.Throws<SettingsException>(() =>
            SettingsReader.Read(file, new Dictionary<string, string>(), [], siteNeeded: false)
        );

        Assert.StartsWith($"{file}: is not JSON as it should be", fault.Faults.Single(), StringComparison.Ordinal);
        Assert.Contains(expected, fault.Faults.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_in_place_of_a_file_is_told_as_what_it_is() =>
        Assert.Contains(
            "is a folder",
            Assert
                .Throws<SettingsException>(() =>
                    SettingsReader.Read(folder, new Dictionary<string, string>(), [], siteNeeded: false)
                )
                .Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("Worker:PolSeconds=9", "Did you mean Worker:PollSeconds?")]
    [InlineData("SingIn:Kind=Certificate", "Did you mean SignIn:Kind?")]
    [InlineData("Sites:kultur:Adress=https://x.se", "Did you mean Sites:kultur:Address?")]
    [InlineData("Färg=blå", "There are Site:Address")]
    public void A_key_that_is_not_known_is_told_with_the_one_that_was_meant(string set, string expected) =>
        Assert.Contains(
            expected,
            Assert
                .Throws<SettingsException>(() =>
                    SettingsReader.Read(null, new Dictionary<string, string>(), [set], siteNeeded: false)
                )
                .Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("every year", "is not a cron expression of Quartz")]
    [InlineData("0 0 6 30 2 ?", "names a day that never comes")]
    public void A_calendar_that_never_asks_is_refused(string cron, string why)
    {
        var fault = Assert.Throws<SettingsException>(() =>
            SettingsReader.Read(null, new Dictionary<string, string>(), [$"Schedule:review={cron}"], siteNeeded: false)
        );

        Assert.StartsWith($"Schedule:review: '{cron}' {why}", Assert.Single(fault.Faults), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SignIn:ClientSecret")]
    [InlineData("SignIn:Password")]
    [InlineData("SignIn:CertificatePassword")]
    public void A_secret_is_refused_by_the_look_of_its_key_and_never_repeated(string key)
    {
        var fault = Assert.Throws<SettingsException>(() =>
            SettingsReader.Read(null, new Dictionary<string, string>(), [$"{key}=hunter2"], siteNeeded: false)
        );

        Assert.Contains("settings hold no secrets", Assert.Single(fault.Faults), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_local_sites_sign_in_is_refused_for_any_other_address()
    {
        var fault = Assert.Throws<SettingsException>(() =>
            SettingsReader.Read(
                null,
                new Dictionary<string, string>(),
                ["Site:Address=https://contoso.sharepoint.com/sites/a", "SignIn:Kind=LocalSite"],
                siteNeeded: true
            )
        );

        Assert.Contains("only for a site on this machine", Assert.Single(fault.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public void A_settings_file_that_is_named_must_be_there()
    {
        var fault = Assert.Throws<SettingsException>(() =>
            SettingsReader.Read(
                Path.Combine(folder, "gone.json"),
                new Dictionary<string, string>(),
                [],
                siteNeeded: false
            )
        );

        Assert.Contains("gone.json", Assert.Single(fault.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public void A_settings_file_that_is_not_JSON_is_told_by_name()
    {
        var file = Write("{ \"Site\": ");

        var fault = Assert.Throws<SettingsException>(() =>
            SettingsReader.Read(file, new Dictionary<string, string>(), [], siteNeeded: false)
        );

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

    [Fact]
    public void Each_of_several_organisations_has_what_is_set_for_all_with_its_own_over_it()
    {
        var file = Write(
            """
            {
              "SignIn": { "Kind": "ManagedIdentity" }, "Site": { "TimeZone": "Europe/Helsinki" },
              "Worker": { "StateFolder": "/state", "PollSeconds": 3 },
              "Sites": {
                "Skola": { "Address": "https://a.example/sites/skola", "TimeZone": "Europe/Stockholm", "Approvers": "chef@a.example" },
                "kultur": { "Address": "https://a.example/sites/kultur" }
              }
            }
            """
        );
        var environment = new Dictionary<string, string>
        {
            ["SPLG__Sites__kultur__SignIn__Kind"] = "LocalSite",
            ["SPLG__SITES__SKOLA__APPROVERS"] = "ny@a.example",
        };

        var all = SettingsReader.ReadAll(
            file,
            environment,
            ["Sites:kultur:Graph:Address=http://127.0.0.1:9/v1.0"],
            siteNeeded: true
        );

        Assert.Equal(["kultur", "skola"], all.Select(s => s.Organisation));
        Assert.Equal([SignInKind.LocalSite, SignInKind.ManagedIdentity], all.Select(s => s.Site!.SignIn));
        Assert.Equal(["Europe/Helsinki", "Europe/Stockholm"], all.Select(s => s.Zone.Id));
        Assert.Equal(new Uri("http://127.0.0.1:9/v1.0/"), all[0].Site!.Graph);
        Assert.Equal(new Uri("https://graph.microsoft.com/v1.0/"), all[1].Site!.Graph);
        Assert.Empty(all[0].Site!.Approvers);
        Assert.Equal(["ny@a.example"], all[1].Site!.Approvers);
        Assert.Equal(["kultur", "skola"], all.Select(s => Path.GetFileName(s.Worker.StateFolder)));
        Assert.All(all, s => Assert.Equal(TimeSpan.FromSeconds(3), s.Worker.Poll));
    }

    [Fact]
    public void A_command_for_one_site_is_told_which_or_says_what_there_is()
    {
        string[] sets =
        [
            "SignIn:Kind=ManagedIdentity",
            "Sites:a:Address=https://a.example/sites/a",
            "Sites:b:Address=https://a.example/sites/b",
        ];

        Assert.Equal("b", Read("B").Organisation);
        Assert.Contains(
            "Give one of a, b.",
            Assert.Throws<SettingsException>(() => Read(null)).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Give one of a, b.",
            Assert.Throws<SettingsException>(() => Read("c")).Message,
            StringComparison.Ordinal
        );

        AppSettings Read(string? organisation) =>
            SettingsReader.Read(null, new Dictionary<string, string>(), sets, siteNeeded: true, organisation);
    }

    [Fact]
    public void Every_fault_of_every_organisation_is_told_at_once_by_its_own_key()
    {
        var fault = Assert.Throws<SettingsException>(() =>
            SettingsReader.ReadAll(
                null,
                new Dictionary<string, string>(),
                [
                    "Sites:a:Address=intranet",
                    "Sites:b:TimeZone=Europe/Here",
                    "Sites:c d:Address=https://a.example",
                    "Sites:a:Worker:PollSeconds=3",
                    "Sites:e:Address=https://a.example/sites/e",
                    "Sites:f:Address=https://a.example/sites/E/",
                    "Sites:f:SignIn:CertificatePath=/gone.pem",
                    "Approval:Approvers=a@b.se",
                ],
                siteNeeded: true
            )
        );

        Assert.Contains(
            fault.Faults,
            f => f.StartsWith("Sites:a:Address: 'intranet' is not an https address", StringComparison.Ordinal)
        );
        Assert.Contains(fault.Faults, f => f.StartsWith("Sites:b:TimeZone: 'Europe/Here'", StringComparison.Ordinal));
        Assert.Contains(fault.Faults, f => f.StartsWith("Sites:b:Address: is not set", StringComparison.Ordinal));
        Assert.Contains(
            fault.Faults,
            f => f.StartsWith("Sites:c d:Address: there is no such setting", StringComparison.Ordinal)
        );
        Assert.Contains(
            fault.Faults,
            f => f.StartsWith("Sites:a:Worker:PollSeconds: there is no such setting", StringComparison.Ordinal)
        );
        Assert.Contains(
            fault.Faults,
            f => f.StartsWith("Sites:f:Address: is the site of e already", StringComparison.Ordinal)
        );
        Assert.Contains(
            fault.Faults,
            f => f.StartsWith("Sites:f:SignIn:CertificatePath: there is no file", StringComparison.Ordinal)
        );
        Assert.Contains(
            fault.Faults,
            f => f.StartsWith("Approval:Approvers: each organisation has its own", StringComparison.Ordinal)
        );
        Assert.Single(fault.Faults, f => f.StartsWith("SignIn:TenantId: is not set", StringComparison.Ordinal));
    }

    [Fact]
    public void One_sites_settings_know_no_organisation() =>
        Assert.Contains(
            "one site only",
            Assert
                .Throws<SettingsException>(() =>
                    SettingsReader.Read(
                        null,
                        new Dictionary<string, string>(),
                        ["SignIn:Kind=ManagedIdentity", "Site:Address=https://a.example/sites/a"],
                        siteNeeded: true,
                        "a"
                    )
                )
                .Message,
            StringComparison.Ordinal
        );

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Write(string json)
    {
        var path = Path.Combine(folder, "splg.json");
        File.WriteAllText(path, json);
        return path;
    }
}
