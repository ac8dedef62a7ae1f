using System.Runtime.InteropServices;

namespace SpLg;

/// <summary>
/// Ctrl+C and SIGTERM as the end of a token. Not System.CommandLine's own, because that cancels on the thread of the
/// signal whatever has ended meanwhile: a signal during the last moments of a run, or a second one, met what was
/// disposed of already, and the process ended with a stack trace.
/// </summary>
internal static class StopSignals
{
    /// <summary>How long a run may take to come to rest.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Kept for the life of the process, because a second signal in its last moments would change its exit code.
    /// </summary>
    private static readonly List<PosixSignalRegistration> Kept = [];

    /// <returns>What the run returns; <see cref="ExitCode.Cancelled"/> when it does not come to rest in time.</returns>
    public static async Task<int> RunAsync(Func<CancellationToken, Task<int>> run)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var stop = new CancellationTokenSource();
        // Before the signals are taken: a run that never waits is ended by them at once.
        var running = run(stop.Token);
        Kept.AddRange(
            new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM }.Select(s => PosixSignalRegistration.Create(s, Stop))
        );
        await Task.WhenAny(running, stopped.Task);
        if (!running.IsCompleted)
        {
            await stop.CancelAsync();
            await Task.WhenAny(running, Task.Delay(Rest, CancellationToken.None));
        }
        return running.IsCompleted ? await running : ExitCode.Cancelled;

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stopped.TrySetResult();
        }
    }
}
