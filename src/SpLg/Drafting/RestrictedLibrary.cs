namespace SpLg.Drafting;

/// <summary>
/// The library for drafts and full editions, which hold what only a few may read. It is opened for writing only when it
/// is known that others cannot read it: a right that cannot be seen is not taken to be missing.
/// </summary>
internal static class RestrictedLibrary
{
    /// <exception cref="SiteFaultException">Others can read it, or it cannot be known who can; in Swedish.</exception>
    public static async Task<DocumentLibrary> OpenAsync(OpenSite site, CancellationToken cancellationToken)
    {
        var library = await site.LibraryAsync(LibraryColumns.Library, cancellationToken);
        await CheckAsync(library, cancellationToken);
        return library;
    }

    /// <summary>
    /// As <see cref="DocumentLibrary.WriteAsync"/>, unless the library has been opened to others since, or the file
    /// itself has been shared with everyone.
    /// </summary>
    /// <exception cref="SiteFaultException">It has; in Swedish.</exception>
    public static async Task WriteAsync(
        OpenSite site,
        DocumentLibrary library,
        string name,
        byte[] content,
        LibraryFile? existing,
        IReadOnlyDictionary<string, object?> columns,
        string comment,
        bool publish,
        CancellationToken cancellationToken
    )
    {
        await CheckAsync(library, cancellationToken);
        if (existing is not null && Everyone(await library.GrantsAsync(existing, cancellationToken)) is { } everyone)
        {
            throw new SiteFaultException(
                $"Alla kan läsa ”{name}” i biblioteket {library.List.Title}, genom {everyone}. Därför skrivs ingenting i filen. "
                    + "Ta bort den delningen från filen, under Hantera åtkomst."
            );
        }
        await library.WriteAsync(
            name,
            content,
            existing,
            schema: site.Schema.List(LibraryColumns.Library),
            columns: columns,
            comment: comment,
            publish: publish,
            cancellationToken: cancellationToken
        );
    }

    private static async Task CheckAsync(DocumentLibrary library, CancellationToken cancellationToken)
    {
        if (FaultOf(library, await TryGrantsAsync(library, cancellationToken)) is { } fault)
            throw new SiteFaultException(fault);
    }

    /// <summary>
    /// Why nothing may be written there, and what the administrator does, in Swedish; null when all is well.
    /// </summary>
    /// <param name="grants">All rights to the library; null when they cannot be seen.</param>
    public static string? FaultOf(DocumentLibrary library, IReadOnlyList<LibraryGrant>? grants)
    {
        if (grants is null)
        {
            return $"SpLg får inte se vilka som kan läsa biblioteket {library.List.Title}, och skriver därför ingenting där. "
                + "Programmet ska ha rollen fullcontrol på webbplatsen, och har mindre. Den som får ge den gör det "
                + "med Grant-PnPAzureADAppSitePermission.";
        }
        if (Everyone(grants) is { } everyone)
        {
            return $"Alla kan läsa biblioteket {library.List.Title}, genom {everyone}. Därför skrivs ingenting där. "
                + "Den som administrerar webbplatsen tar bort den rättigheten från biblioteket.";
        }
        return grants.Any(g => g.IsInherited)
            ? $"Alla som kan läsa webbplatsen kan läsa biblioteket {library.List.Title}, eftersom det ärver "
                + "webbplatsens rättigheter. Därför skrivs ingenting där. "
                + "Den som administrerar webbplatsen ger biblioteket egna rättigheter: bara samordnaren, de som fastställer och SpLg. "
                + "Webbplatsens medlemmar och besökare följer med när arvet bryts, och tas bort."
            : null;
    }

    /// <summary>All rights to the library; null when the application may not see them all.</summary>
    public static async Task<IReadOnlyList<LibraryGrant>?> TryGrantsAsync(
        DocumentLibrary library,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var grants = await library.GrantsAsync(cancellationToken);
            // Whoever is not an owner is told of no rights but his own, and a library without an owner there is not.
            // https://learn.microsoft.com/graph/api/driveitem-list-permissions
            return grants.Any(g => g.Roles.Contains("owner", StringComparer.OrdinalIgnoreCase)) ? grants : null;
        }
        catch (AccessDeniedException)
        {
            return null;
        }
    }

    /// <summary>By what everyone may read; null when not everyone may.</summary>
    private static string? Everyone(IReadOnlyList<LibraryGrant> grants) =>
        grants.Where(g => g.IsEveryone).Select(g => g.Principal).Distinct(StringComparer.Ordinal).ToList()
            is { Count: > 0 } everyone
            ? Swedish.Join(everyone)
            : null;
}
