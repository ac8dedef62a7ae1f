using System.Globalization;
using SpLg.Core.Choices;
using SpLg.Core.Lists;
using SpLg.Core.Rows;
using SpLg.Files;
using SpLg.Import;
using SpLg.Running;
using SpLg.Settings;
using SpLg.SharePoint.Publishing;
using SpLg.Worker;

namespace SpLg.Demo;

/// <summary>Plays the organisation's part on the local site: fills the lists, asks for a review, and lets the real worker make it.</summary>
internal sealed class DemoRun(OpenSite site, WorkerSettings worker, TimeProvider clock)
{
    /// <returns>The request as the worker left it, and the document.</returns>
    public async Task<(ReviewRequest Request, string FileName, byte[] Document)> RunAsync(IProgress<string> progress, CancellationToken cancellationToken)
    {
        var findings = new FileFindings();
        await FolderImport.RunAsync(site, DemoData.Files(site.Schema), dryRun: false, [], findings, progress, cancellationToken);
        foreach (var finding in findings.Where(f => f.Level == FindingLevel.Error))
            progress.Report(FindingsText.Line(finding));

        await UploadTemplatesAsync(cancellationToken);
        progress.Report("uploaded the Word templates to the library Mallar");
        var id = await RequestAsync(cancellationToken);
        progress.Report($"request {id} stands on '{Choice.Text(ReviewStatus.Requested)}'; the worker takes it from here");

        using var onlyOne = WorkerLock.Take(worker);
        await new RequestWorker(site, worker, clock, progress).RunAsync(untilIdle: true, cancellationToken);

        var row = await site.Reader.RowAsync(site.List(ReviewRequest.List), site.Schema.List(ReviewRequest.List), id, cancellationToken);
        var request = ReviewRequest.Read(new RowReader(site.Schema.List(ReviewRequest.List), row, site.Zone, []));
        if (!request.Status.Is(ReviewStatus.DraftReady))
            throw new SiteFaultException($"The request ended on '{request.Status}': {request.Message}");
        var library = await DocumentLibrary.OpenAsync(site.Graph, site.Site, site.List(LibraryColumns.Library).Title, cancellationToken);
        var name = $"Ledningens genomgång {DemoData.Year}.docx";
        var file = await library.FindAsync(name, cancellationToken) ?? throw new SiteFaultException($"'{name}' is not in the library.");
        return (request, name, await library.DownloadAsync(file, cancellationToken));
    }

    private async Task UploadTemplatesAsync(CancellationToken cancellationToken)
    {
        var library = await DocumentLibrary.OpenAsync(site.Graph, site.Site, site.List(TemplateSource.Library).Title, cancellationToken);
        foreach (var name in ShippedFiles.Templates)
        {
            // A folder that is used again may hold a template somebody has edited.
            if (await library.FindAsync(name + ".docx", cancellationToken) is null)
                await library.UploadAsync(name + ".docx", ShippedFiles.Template(name), ifMatch: null, progress: null, cancellationToken);
        }
    }

    /// <summary>As a coordinator does: a new row the first time, the status set to "update requested" after that.</summary>
    private async Task<string> RequestAsync(CancellationToken cancellationToken)
    {
        var list = site.List(ReviewRequest.List);
        var schema = site.Schema.List(ReviewRequest.List);
        await foreach (var row in site.Reader.RowsAsync(list, schema, cancellationToken))
        {
            if (!ReviewRequest.Read(new RowReader(schema, row, site.Zone, [])).Origin.IsOf(DemoData.Year))
                continue;
            await site.Writer.UpdateAsync(list, schema, row.Id, Status(ReviewStatus.UpdateRequested), row.ETag, cancellationToken);
            return row.Id;
        }
        var values = Status(ReviewStatus.Requested);
        values["Title"] = string.Create(CultureInfo.InvariantCulture, $"Ledningens genomgång {DemoData.Year}");
        values["Year"] = DemoData.Year;
        values["Template"] = DocumentKind.All[0].Template;
        values["RegistryNumber"] = string.Create(CultureInfo.InvariantCulture, $"KFN {DemoData.Year}/0117");
        return (await site.Writer.CreateAsync(list, schema, values, cancellationToken)).Id;
    }

    private static Dictionary<string, object?> Status(ReviewStatus status) => new(StringComparer.Ordinal) { ["Status"] = Choice.Text(status) };
}
