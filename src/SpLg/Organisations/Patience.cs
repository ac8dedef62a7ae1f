namespace SpLg.Organisations;

/// <summary>How long a person waits for a site before it is told as a fault; a worker waits longer.</summary>
internal static class Patience
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    /// <exception cref="SiteFaultException">It was not done in time.</exception>
    public static async Task<T> WithinLimitAsync<T>(
        TimeProvider clock,
        Func<CancellationToken, Task<T>> work,
        CancellationToken cancellationToken
    )
    {
        using var limit = new CancellationTokenSource(Limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await work(either.Token);
        }
        catch (OperationCanceledException)
            when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new SiteFaultException(
                $"The site has not answered within {Limit.TotalSeconds:0} s. SharePoint may be busy: try again "
                    + "later. If it stays so, look at network and proxy."
            );
        }
    }
}
