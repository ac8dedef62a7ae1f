using SpLg.Core.Pages;

namespace SpLg.Publishing;

/// <summary>
/// Puts an approved review where every employee finds it: the parts that all may read, with their PDFs, and last a page
/// of the site that leads to them. Each step sees whether it has been done already, so a run that was cut off is simply made again.
/// </summary>
/// <param name="runId">Kept with each file, so that an administrator can tell which run wrote it.</param>
internal sealed class PublicationRun(OpenSite site, string runId, RunProgress progress)
{
    /// <summary>The page's file name: one a year, and the same each time.</summary>
    public static string PageNameOf(int year) =>
        string.Create(CultureInfo.InvariantCulture, $"ledningens-genomgang-{year}.aspx");

    /// <param name="confirm">Asked before each thing is written, and throws when the run is to end.</param>
    public async Task<PublishedReview> PublishAsync(
        ApprovedReview review,
        Func<CancellationToken, Task> confirm,
        CancellationToken cancellationToken
    )
    {
        var told = review.Published[0].Review;
        var year = told.Cover.Year;
        var library = await PublishedLibrary.OpenAsync(site, cancellationToken);
        var parts = new List<PublishedPart>();
        foreach (var part in review.Published)
            parts.Add(await PublishPartAsync(library, part, review.Approval, confirm, cancellationToken));
        var otherYears = new OtherYearsPages(site, library, confirm, progress);
        var others = await otherYears.ReadAsync(year, cancellationToken);
        var links = new ReviewLinks(
            parts[0].Document,
            parts[0].Pdf,
            library.Library.List.WebUrl,
            [.. others.Select(o => o.Review)]
        );
        // Last of all: it leads to the files, so nobody is led to what is not there.
        var page = await PublishPageAsync(PageNameOf(year), ReviewPage.Of(told, links), confirm, cancellationToken);
        var notLeading = await otherYears.LeadToAsync(new(year, links.Document, page), others, cancellationToken);
        return new(
            parts,
            page,
            notLeading,
            await PublishedLibrary.ReadersFaultAsync(library.Library, cancellationToken)
        );
    }

    private async Task<PublishedPart> PublishPartAsync(
        PublishedLibrary library,
        ApprovedPart part,
        Approval approval,
        Func<CancellationToken, Task> confirm,
        CancellationToken cancellationToken
    )
    {
        var cover = part.Review.Cover;
        var columns = new PublishedColumns(
            Title: part.Part.PublishedNameOf(cover.Year),
            Year: cover.Year,
            Organisation: cover.Organisation,
            RegistryNumber: cover.RegistryNumber,
            ApprovedOn: approval.On,
            ApprovedBy: cover.Officer,
            Hash: Fingerprint.HashOf(part.Content)
        );
        var comment =
            $"{part.Part.Title}. Fastställd den {Swedish.Long(approval.On)} av {Swedish.InSentence(cover.Officer)}.";
        var steps = new Steps(library, columns, comment, confirm);
        var document = await PublishDocumentAsync(steps, part.Content, cancellationToken);
        var (pdf, noPdf) = await PublishPdfAsync(steps, document, cancellationToken);
        return new(library.Library.AddressOf(document.Name), pdf, noPdf);
    }

    private async Task<LibraryFile> PublishDocumentAsync(
        Steps steps,
        byte[] content,
        CancellationToken cancellationToken
    )
    {
        var name = steps.Columns.Title + ".docx";
        var there = await steps.Library.Library.FindAsync(name, cancellationToken);
        if (await steps.Library.HasAsync(there, steps.Columns, cancellationToken))
        {
            progress.Say($"published already: {name}");
            return there!;
        }
        await steps.Confirm(cancellationToken);
        progress.At(RunStep.Publish, $"publishing {name}");
        return await steps.Library.WriteAsync(
            fileName: name,
            content: content,
            existing: there,
            columns: steps.Columns,
            comment: steps.Comment,
            runId: runId,
            cancellationToken: cancellationToken
        );
    }

    /// <returns>Where it is opened, or why there is none.</returns>
    private async Task<(Uri? Address, string? Missing)> PublishPdfAsync(
        Steps steps,
        LibraryFile document,
        CancellationToken cancellationToken
    )
    {
        var name = steps.Columns.Title + ".pdf";
        var columns = steps.Columns with { Title = steps.Columns.Title + " (PDF)" };
        var there = await steps.Library.Library.FindAsync(name, cancellationToken);
        if (await steps.Library.HasAsync(there, columns, cancellationToken))
            return (steps.Library.Library.AddressOf(name), null);
        progress.At(RunStep.Convert, $"converting {document.Name} to PDF");
        if (await steps.Library.Library.PdfAsync(document, cancellationToken) is not { } pdf)
        {
            return (
                null,
                "SharePoint kunde inte göra någon PDF av dokumentet, så sidan leder bara till Word-dokumentet."
                    + (
                        there is null
                            ? ""
                            : $" Filen ”{name}” i biblioteket {steps.Library.Library.List.Title} är av en tidigare version: ta bort den."
                    )
            );
        }
        await steps.Confirm(cancellationToken);
        progress.At(RunStep.Publish, $"publishing {name}");
        await steps.Library.WriteAsync(
            fileName: name,
            content: pdf,
            existing: there,
            columns: columns,
            comment: steps.Comment,
            runId: runId,
            cancellationToken: cancellationToken
        );
        return (steps.Library.Library.AddressOf(name), null);
    }

    private async Task<Uri> PublishPageAsync(
        string name,
        ReviewPage wanted,
        Func<CancellationToken, Task> confirm,
        CancellationToken cancellationToken
    )
    {
        var pages = new SitePages(site.Graph, site.Site);
        var content = new SitePageContent(wanted.Title, wanted.Description, wanted.Sections);
        var page = await pages.FindAsync(name, cancellationToken);
        var isChanged = page?.Text?.Contains(wanted.Mark, StringComparison.Ordinal) != true;
        if (page is null || isChanged)
        {
            await confirm(cancellationToken);
            progress.At(RunStep.WritePage, $"{(page is null ? "creating" : "updating")} the page {name}");
            page = page is null
                ? await pages.CreateAsync(name, content, cancellationToken)
                : await pages.UpdateAsync(page, content, cancellationToken);
        }
        // What the service says of a page it has just changed, and whether it is the new or the old that is published,
        // is not documented.
        if (isChanged || !page.IsPublished)
        {
            await confirm(cancellationToken);
            progress.At(RunStep.WritePage, $"publishing the page {name}");
            await pages.PublishAsync(page, cancellationToken);
        }
        return page.WebUrl;
    }

    /// <summary>What the steps on files share.</summary>
    private sealed record Steps(
        PublishedLibrary Library,
        PublishedColumns Columns,
        string Comment,
        Func<CancellationToken, Task> Confirm
    );
}
