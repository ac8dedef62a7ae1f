namespace SpLg.Settings;

/// <summary>How a worker behaves.</summary>
/// <param name="Name">Stands in the request while the worker has it. Two processes of one name on one machine are
/// refused.</param>
/// <param name="StateFolder">Keeps the delta link and the lock; losing it costs one full read.</param>
/// <param name="Lease">A request that another worker has not touched for this long is taken over.</param>
/// <param name="FullCompare">How often all requests are read, whatever delta says.</param>
internal sealed record WorkerSettings(
    string Name,
    string StateFolder,
    TimeSpan Poll,
    TimeSpan Lease,
    TimeSpan FullCompare
);
