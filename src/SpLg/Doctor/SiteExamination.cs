using SpLg.Schedule;
using SpLg.Templates;

namespace SpLg.Doctor;

/// <summary>Looks at a site as a worker will meet it, without changing anything.</summary>
internal sealed class SiteExamination(OpenSite site, AppSettings settings, TimeProvider clock)
{
    /// <summary>
    /// No row has it, so a write that carries it is refused as outdated where writing is allowed, and as forbidden
    /// where it is not.
    /// </summary>
    private const string NoVersion = "\"00000000-0000-0000-0000-000000000000,0\"";

    private const string NotLookedAt = "Not looked at: the library is missing.";

    private const string Provision =
        "Run 'splg provision', or let an administrator apply the template with PnP PowerShell.";

    public async IAsyncEnumerable<CheckResult> RunAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        foreach (var list in site.Schema.Lists)
            yield return await CheckAsync(
                $"{(list.IsLibrary ? "Library" : "List")} {list.Title}",
                () => ListAsync(list, cancellationToken)
            );
        yield return await CheckAsync("People of the site can be read", () => PeopleAsync(cancellationToken));
        yield return await CheckAsync("Permission to write", () => WriteAsync(cancellationToken));
        await foreach (var rights in new RightsExamination(site, settings.Site?.ClientId).RunAsync(cancellationToken))
            yield return rights;
        IReadOnlyList<string> readers = [];
        var drafts = await CheckAsync(
            $"Only some may read {site.Schema.List(LibraryColumns.Library).Title}",
            async () =>
            {
                if (site.TryList(site.Schema.List(LibraryColumns.Library)) is null)
                    return [NotLookedAt];
                var library = await site.LibraryAsync(LibraryColumns.Library, cancellationToken);
                var grants = await RestrictedLibrary.TryGrantsAsync(library, cancellationToken);
                // By name, for a person to judge: Graph tells which groups of the site may read a library, and not who
                // is in them.
                readers = [.. (grants ?? []).Select(g => g.Principal).Distinct(StringComparer.Ordinal)];
                return RestrictedLibrary.FaultOf(library, grants) is { } wrong ? [wrong] : [];
            }
        );
        yield return drafts with
        {
            Hints = readers,
        };
        yield return await CheckAsync(
            $"Everyone may read {site.Schema.List(PublishedLibrary.Name).Title}",
            () => ReadersAsync(cancellationToken)
        );
        foreach (var kind in DocumentKind.All)
            yield return new(
                $"Word template {kind.Template} as shipped",
                TemplateFaults(ShippedFiles.Template(kind.Template), kind)
            );
        yield return await CheckAsync(
            $"Word templates in the library {site.Schema.List(TemplateSource.Library).Title}",
            () => TemplatesAsync(cancellationToken)
        );
        yield return new(
            "Who may approve",
            site.Approvers.Count == 0
                ? [$"Nobody: a review cannot be published until {SettingKeys.Approvers} names somebody."]
                : []
        )
        {
            Hints = site.Approvers,
        };
        yield return new("Mail", [])
        {
            Hints =
            [
                settings.Mail.From is { } from
                    ? $"Sent from {from}, which needs the application permission Mail.Send. Whether the app has it "
                        + "shows at the first mail: a refusal is in the worker's log."
                    : $"None is sent until {SettingKeys.MailFrom} names a mailbox.",
            ],
        };
        yield return Calendar();
        yield return new($"State folder {settings.Worker.StateFolder}", StateFolder());
    }

    /// <summary>
    /// A question that the site does not answer fails its own check; the others are made all the same.
    /// </summary>
    private static async Task<CheckResult> CheckAsync(string name, Func<Task<IReadOnlyList<string>>> look)
    {
        try
        {
            return new(name, await look());
        }
        catch (GraphException e)
        {
            return new(name, [e.Message]);
        }
    }

    private async Task<IReadOnlyList<string>> PeopleAsync(CancellationToken cancellationToken) =>
        await site.Reader.UserListAsync(cancellationToken) is null
            ?
            [
                "The hidden user list is not visible, so 'import' cannot find people by name. A grant on the "
                    + "site, not only on single lists, mends it.",
            ]
            : [];

    private async Task<IReadOnlyList<string>> ListAsync(ListSchema list, CancellationToken cancellationToken)
    {
        if (site.TryList(list) is not { } header)
            return [$"It is not on the site. {Provision}"];
        var there = (await site.Reader.ColumnsAsync(header, cancellationToken)).ToDictionary(
            c => c.Name,
            StringComparer.Ordinal
        );
        return [.. list.Columns.Select(c => Fault(c, there.GetValueOrDefault(c.Name))).OfType<string>()];
    }

    private static string? Fault(ColumnSchema wanted, ColumnHeader? there)
    {
        if (there is null)
            return $"Column {wanted.Name} ({wanted.DisplayName}) is missing. {Provision}";
        if (there.Kind is { } kind && kind != wanted.Kind)
            return $"Column {wanted.Name} ({wanted.DisplayName}) is {kind}, the template says {wanted.Kind}. Rename it "
                + "in the list and run 'splg provision'.";
        if (wanted.Kind == ColumnKind.Choice && wanted.Default is null && there.Default is { Length: > 0 } value)
        {
            return $"Column {wanted.Name} ({wanted.DisplayName}) has the default '{value}', so that a row says what nobody has decided. "
                + "Take it away in the list's settings, or run provisioning/apply.ps1 again.";
        }
        var missing = wanted.Choices.Except(there.Choices, StringComparer.Ordinal).ToList();
        return missing.Count == 0
            ? null
            : $"Column {wanted.Name} ({wanted.DisplayName}) lacks the choices {string.Join(", ", missing)}. Add "
                + "them in the list's settings.";
    }

    private async Task<IReadOnlyList<string>> WriteAsync(CancellationToken cancellationToken)
    {
        var schema = site.Schema.List(ReviewRequest.List);
        if (site.TryList(schema) is not { } list)
            return [$"Not tried: the list {schema.Title} is missing."];
        try
        {
            await foreach (var row in site.Reader.RowsAsync(list, schema, cancellationToken))
            {
                await site.Writer.UpdateAsync(
                    list,
                    schema,
                    row.Id,
                    new Dictionary<string, object?>(StringComparer.Ordinal) { ["Message"] = "" },
                    NoVersion,
                    cancellationToken
                );
                return
                [
                    "The site took a write that it should have refused as outdated; it does not honour If-Match, "
                        + "so two workers could collide.",
                ];
            }
            // Nothing to write over: an empty list of requests is no fault.
            return [];
        }
        catch (ChangedMeanwhileException)
        {
            return [];
        }
    }

    private async Task<IReadOnlyList<string>> ReadersAsync(CancellationToken cancellationToken)
    {
        if (site.TryList(site.Schema.List(PublishedLibrary.Name)) is null)
            return [NotLookedAt];
        return
            await PublishedLibrary.ReadersFaultAsync(
                await site.LibraryAsync(PublishedLibrary.Name, cancellationToken),
                cancellationToken
            )
                is { } wrong
            ? [wrong]
            : [];
    }

    /// <summary>Of the documents' usual templates those that lie in the library.</summary>
    private async Task<IReadOnlyList<string>> TemplatesAsync(CancellationToken cancellationToken)
    {
        if (site.TryList(site.Schema.List(TemplateSource.Library)) is null)
            return [];
        var library = await site.LibraryAsync(TemplateSource.Library, cancellationToken);
        var faults = new List<string>();
        foreach (var kind in DocumentKind.All)
        {
            if (await library.FindAsync(kind.Template + ".docx", cancellationToken) is { } file)
                faults.AddRange(TemplateFaults(await library.DownloadAsync(file, cancellationToken), kind));
        }
        return faults;
    }

    private static IReadOnlyList<string> TemplateFaults(byte[] content, DocumentKind kind) =>
        [.. Template.Compile(content, kind.Template + ".docx", kind.Fields).Findings.Select(f => f.ToString())];

    private CheckResult Calendar()
    {
        var asked = settings.Schedule.Crons.Select(c => (What: $"asks for {Choice.Text(c.Key)}", Cron: c.Value));
        var all = settings.Mail.Reminders is { } reminders
            ? asked.Append((What: "reminds of actions", Cron: reminders))
            : asked;
        var next = all.Select(a => (a.What, a.Cron, Day: CronCalendar.Next(a.Cron, settings.Zone, clock.GetUtcNow())))
            .ToList();
        return new(
            "Calendar",
            [
                .. next.Where(n => n.Day is null)
                    .Select(n => $"Never again {n.What}: '{n.Cron}' names no day to come. Change it or take it out."),
            ]
        )
        {
            Hints =
            [
                .. next.Where(n => n.Day is not null)
                    .Select(n =>
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"Next {n.What} on {n.Day:yyyy-MM-dd} at {n.Day:HH:mm}, when a worker has been started with it before."
                        )
                    ),
                .. next.Count == 0 ? ["It asks for nothing by itself: no Schedule is set."] : Array.Empty<string>(),
            ],
        };
    }

    private IReadOnlyList<string> StateFolder()
    {
        try
        {
            var probe = Path.Combine(settings.Worker.StateFolder, Path.GetRandomFileName());
            WholeFile.Write(probe, new byte[1]);
            File.Delete(probe);
            return [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return
            [
                $"The worker cannot write there: {e.Message} Or set {SettingKeys.StateFolder} to a folder its account owns.",
            ];
        }
    }
}
