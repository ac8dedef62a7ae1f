namespace SpLg.Commands;

/// <summary>A command that stays up: Ctrl+C is its ordinary end and no fault.</summary>
internal static class UntilStopped
{
    public static async Task WaitAsync(CancellationToken cancellationToken)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = cancellationToken.Register(stopped.SetResult);
        await stopped.Task;
    }
}
