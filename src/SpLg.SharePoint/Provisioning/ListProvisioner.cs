using Microsoft.Graph.Models;
using Microsoft.Graph.Sites.Item.Lists;

namespace SpLg.SharePoint.Provisioning;

/// <summary>
/// Creates the template's lists and columns as far as Graph can, and tells the rest. May be run again at any time: what
/// is there is compared and never changed or removed. PnP.Core, which would do this work, cannot be had from nuget.org.
/// </summary>
public sealed class ListProvisioner(GraphClient graph, Reading.Site site)
{
    private readonly ListReader reader = new(graph, site);

    private ListsRequestBuilder Api => graph.Api.Sites[site.Id].Lists;

    /// <param name="begun">Told which list is being worked on.</param>
    /// <exception cref="AccessDeniedException">The application may not create lists here (it needs the role fullcontrol
    /// on the site).</exception>
    public async Task<ProvisioningReport> ApplyAsync(
        SiteSchema schema,
        Action<ListSchema>? begun,
        CancellationToken cancellationToken
    )
    {
        var run = new Run();
        var existing = await reader.ListsAsync(cancellationToken);
        var headers = new Dictionary<ListSchema, ListHeader>(ReferenceEqualityComparer.Instance);
        foreach (var list in schema.Lists)
        {
            begun?.Invoke(list);
            // The address is tried first, because staff may have given the title to a list of their own.
            if (
                (
                    existing.FirstOrDefault(header => header.Name == list.Name)
                    ?? existing.FirstOrDefault(header => header.Is(list))
                ) is
                { } there
            )
            {
                run.AlreadyThere.Add($"List '{list.Title}'.");
                CompareKind(list, there, run);
                // Only a run that was cut off leaves a list under its English name.
                headers.Add(
                    list,
                    there.Title == list.Name && list.Name != list.Title
                        ? await RenameAsync(list, there, run, cancellationToken)
                        : there
                );
            }
            else
            {
                headers.Add(list, await CreateAsync(list, run, cancellationToken));
            }
        }

        // Columns come when all lists are there, because a lookup needs the id of the list it points to.
        foreach (var list in schema.Lists)
        {
            begun?.Invoke(list);
            await CompleteColumnsAsync(
                list,
                headers[list],
                column => Target(schema, headers, column),
                run,
                cancellationToken
            );
            run.Left.Add(LeftToAdministrator.Of(list));
        }

        return new(run.Created, run.ColumnsAdded, run.AlreadyThere, run.Differs, run.Left);
    }

    /// <summary>
    /// Creates a list with all columns that point nowhere. The address of a new list is made from its title, so it is
    /// created under its English name and then given its Swedish title.
    /// https://learn.microsoft.com/graph/api/list-create
    /// </summary>
    private async Task<ListHeader> CreateAsync(ListSchema list, Run run, CancellationToken cancellationToken)
    {
        var columns = list.Columns.Where(c => c.Kind != ColumnKind.Lookup && c.Name != "Title");
        List Body() =>
            new()
            {
                DisplayName = list.Name,
                Columns = [.. columns.Select(c => ColumnWriter.Definition(c, null))],
                ListProp = new() { Template = list.IsLibrary ? "documentLibrary" : "genericList" },
            };
        var created = await graph.AskAsync(
            (call, token) => Api.PostAsync(Body(), call.On, token),
            ListHeader.Of,
            cancellationToken
        );
        run.Created.Add($"List '{list.Title}' ({list.Name}) with {list.Columns.Count} columns.");
        run.New.Add(list);
        return await RenameAsync(list, created, run, cancellationToken);
    }

    private async Task<ListHeader> RenameAsync(
        ListSchema list,
        ListHeader header,
        Run run,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await graph.AskAsync(
                (call, token) => Api[header.Id].PatchAsync(new() { DisplayName = list.Title }, call.On, token),
                ListHeader.Of,
                cancellationToken
            );
        }
        catch (GraphException refused)
            when (refused is not (AccessDeniedException or ThrottledException) && refused.Status is not null)
        {
            run.Left.Add($"List '{list.Name}': its title must be changed to '{list.Title}'. {refused.Message}");
            return header;
        }
    }

    private async Task CompleteColumnsAsync(
        ListSchema list,
        ListHeader header,
        Func<ColumnSchema, string?> target,
        Run run,
        CancellationToken cancellationToken
    )
    {
        var found = (await reader.ColumnsAsync(header, cancellationToken)).ToDictionary(
            c => c.Name,
            StringComparer.Ordinal
        );
        foreach (var column in list.Columns)
        {
            var lookup = target(column);
            if (!found.TryGetValue(column.Name, out var there))
            {
                await AddAsync(list, header, column, lookup, run, cancellationToken);
            }
            else if (IsUnnamedTitle(there) && column.DisplayName != there.DisplayName)
            {
                await SetTitleAsync(header, column, there, cancellationToken);
            }
            else
            {
                var before = run.Differs.Count;
                run.Differs.AddRange(
                    ColumnComparison
                        .Differences(column, there, lookup)
                        .Select(difference => $"List '{list.Title}', column '{column.Name}' {difference}.")
                );
                if (run.Differs.Count == before && !run.New.Contains(list))
                    run.AlreadyThere.Add($"List '{list.Title}', column '{column.Name}'.");
            }
        }
    }

    private async Task AddAsync(
        ListSchema list,
        ListHeader header,
        ColumnSchema column,
        string? lookup,
        Run run,
        CancellationToken cancellationToken
    )
    {
        if (column.Kind == ColumnKind.Lookup && lookup is null)
        {
            run.Left.Add(
                $"List '{list.Title}', column '{column.Name}': it looks up in the list '{column.LookupList}', "
                    + "which the template does not declare."
            );
            return;
        }

        await graph.DoAsync(
            (call, token) => Api[header.Id].Columns.PostAsync(ColumnWriter.Definition(column, lookup), call.On, token),
            cancellationToken
        );
        run.ColumnsAdded.Add($"List '{list.Title}', column '{column.Name}'.");
    }

    // The names SharePoint itself gives, in English and in Swedish.
    private static bool IsUnnamedTitle(ColumnHeader column) =>
        column is { Name: "Title", DisplayName: "Title" or "Rubrik" };

    // Every list is born with a Title column; only its Swedish name and its rules are ours.
    private Task SetTitleAsync(
        ListHeader header,
        ColumnSchema column,
        ColumnHeader title,
        CancellationToken cancellationToken
    ) =>
        graph.DoAsync(
            (call, token) =>
                Api[header.Id]
                    .Columns[title.Id]
                    .PatchAsync(
                        new()
                        {
                            DisplayName = column.DisplayName,
                            Required = column.Required,
                            Indexed = column.Indexed || column.EnforceUnique,
                            EnforceUniqueValues = column.EnforceUnique,
                        },
                        call.On,
                        token
                    ),
            cancellationToken
        );

    private static void CompareKind(ListSchema list, ListHeader there, Run run)
    {
        if (there.IsLibrary != list.IsLibrary)
            run.Differs.Add(
                $"List '{list.Title}' should be a {(list.IsLibrary ? "document library" : "list")}, is not."
            );
    }

    private static string? Target(SiteSchema schema, Dictionary<ListSchema, ListHeader> headers, ColumnSchema column) =>
        column.LookupList is { } title && schema.TryFind(title) is { } target ? headers[target].Id : null;

    private sealed class Run
    {
        public List<string> Created { get; } = [];

        public List<string> ColumnsAdded { get; } = [];

        public List<string> AlreadyThere { get; } = [];

        public List<string> Differs { get; } = [];

        public List<string> Left { get; } = [];

        public HashSet<ListSchema> New { get; } = new(ReferenceEqualityComparer.Instance);
    }
}
