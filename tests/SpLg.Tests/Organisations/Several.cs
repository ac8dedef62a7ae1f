namespace SpLg.Tests.Organisations;

/// <summary>Commands for several organisations at once, each with a local site of its own.</summary>
internal static class Several
{
    public static string[] Options(params (string Organisation, TestSite Site)[] all) =>
        [
            .. Set("SignIn:Kind", "LocalSite"),
            .. Set("Worker:StateFolder", Path.Combine(all[0].Site.Folder, "state")),
            .. Set("Worker:PollSeconds", "0.05"),
            .. all.SelectMany(o => Set($"Sites:{o.Organisation}:Address", o.Site.Server.SiteAddress.AbsoluteUri)),
            .. all.SelectMany(o =>
                Set($"Sites:{o.Organisation}:Graph:Address", o.Site.Server.GraphAddress.AbsoluteUri)
            ),
        ];

    public static string[] Set(string key, string value) => ["--set", $"{key}={value}"];

    public static Task<SplgRun> RunAsync(string[] options, params string[] args) =>
        SplgRun.InProcessAsync([.. args, .. options]);
}
