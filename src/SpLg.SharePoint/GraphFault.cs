using System.Net;

namespace SpLg.SharePoint;

/// <summary>Which exception an error becomes, and the advice that goes with it.</summary>
internal static class GraphFault
{
    private const string NotNow =
        "Microsoft Graph could not do this. Try again later; if it goes on, give the request id to Microsoft's support.";

    public static GraphException ToException(GraphError error, Exception? cause = null) =>
        error.Status switch
        {
            HttpStatusCode.Unauthorized => new AccessDeniedException(
                error,
                "Microsoft Graph did not accept the sign-in. Check tenant id, client id and certificate, and "
                    + "that the certificate is registered on the application and still valid.",
                cause
            ),
            HttpStatusCode.Forbidden => new AccessDeniedException(
                error,
                "The application has no right to this. Consent to Sites.Selected is not enough: grant it the "
                    + "role 'fullcontrol' on the site "
                    + "(Grant-PnPAzureADAppSitePermission, or POST /sites/{site-id}/permissions). With less it "
                    + "sees neither who may read what nor every row.",
                cause
            ),
            HttpStatusCode.NotFound => new NotFoundException(
                error,
                "Nothing is at this address. Check the site address, and that the list, row or file has not been removed.",
                cause
            ),
            HttpStatusCode.PreconditionFailed => new ChangedMeanwhileException(
                error,
                "Someone else changed this after it was read. Read it again and decide anew.",
                cause
            ),
            HttpStatusCode.Locked => new GraphException(
                error,
                "The file is locked or checked out by someone. Ask them to close it or check it in, then try again.",
                cause
            ),
            // SharePoint also answers 409 to one of two simultaneous saves, as its own interfaces do (Graph documents
            // 409 for names only), so a 409 that is not a name clash may be repeated.
            HttpStatusCode.Conflict => new GraphException(
                error,
                "Something with the same name or state is already there.",
                cause
            )
            {
                MayPass = error.Code != "nameAlreadyExists",
            },
            HttpStatusCode.InsufficientStorage => new GraphException(
                error,
                "The site has no room left. Ask the SharePoint administrator for a larger quota.",
                cause
            ),
            HttpStatusCode.BadRequest => new GraphException(
                error,
                "SharePoint did not understand the request. Check that lists and columns are as the provisioning "
                    + "template says (the doctor command compares them).",
                cause
            ),
            >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest => new GraphException(
                error,
                "An unexpected redirection: check the Graph address.",
                cause
            )
            {
                MayPass = true,
            },
            _ => new GraphException(error, NotNow, cause)
            {
                // Such an answer is no refusal of the request, because it does not come from the service.
                MayPass = (int?)error.Status is null or < 400 or >= 500,
            },
        };

    /// <param name="wait">How long the service asks us to wait.</param>
    public static ThrottledException Throttled(GraphError error, TimeSpan wait) =>
        new(
            error,
            wait,
            "SharePoint has asked us to slow down for longer than one call may take. "
                + "Try again later, and let fewer programs use the site at the same time."
        )
        {
            MayPass = true,
        };

    /// <summary>No answer, and it is certain that the request never arrived.</summary>
    public static GraphException Unreachable(GraphError error, Exception cause) =>
        new(
            error,
            "Microsoft Graph could not be reached. Check network, proxy and firewall (https to "
                + "graph.microsoft.com and to the tenant's sharepoint.com).",
            cause
        )
        {
            MayPass = true,
        };

    /// <summary>An answer that says the service has a fault of its own.</summary>
    public static GraphException OfTheMoment(GraphError error, Exception? cause) =>
        new(error, NotNow, cause) { MayPass = true };

    /// <summary>No answer, and the service may have done what was asked; repeating could do it twice.</summary>
    public static GraphException Unclear(GraphError error, Exception? cause) =>
        new(
            error,
            "The answer was lost, so this may or may not have been carried out. It was not repeated; look before doing it again.",
            cause
        )
        {
            MayPass = true,
        };

    /// <summary>
    /// An answer that is none. Whatever stands between us and the service may be mended, so it may pass.
    /// </summary>
    /// <param name="error">Its message says what is odd.</param>
    public static GraphException Odd(GraphError error, Exception? cause = null) =>
        new(
            error,
            "The answer is not what Microsoft Graph sends. Check the Graph address and whether a proxy answers in its place.",
            cause
        )
        {
            MayPass = true,
        };

    /// <param name="what">What is odd about the answer of this address.</param>
    public static GraphException Odd(Uri address, string what) =>
        Odd(new(HttpMethod.Get, SafeUrl.Of(address), HttpStatusCode.OK, null, what, null));

    public static GraphException Foreign(GraphError error) =>
        new(error, "An answer pointed to an address outside Microsoft Graph, which was not followed.")
        {
            MayPass = true,
        };

    public static GraphException Unencrypted(GraphError error) =>
        new(error, "An answer pointed to an address without encryption, which was not followed.") { MayPass = true };

    /// <param name="mayPass">As <see cref="SignInFault.MayPass"/> tells.</param>
    public static AccessDeniedException NoToken(GraphError error, Exception cause, bool mayPass) =>
        new(
            error,
            "Signing in to Microsoft Entra failed. Check tenant id, client id, certificate (file readable, "
                + "private key included, not expired) "
                + "or managed identity.",
            cause
        )
        {
            MayPass = mayPass,
        };
}
