using SpLg.Settings;

namespace SpLg.Worker;

/// <summary>
/// One process per worker name: only so may a worker take up again what stands on its own name. The operating system
/// lets go of the file when the process ends, however it ends.
/// </summary>
internal sealed class WorkerLock : IDisposable
{
    private readonly FileStream file;

    private WorkerLock(FileStream file) => this.file = file;

    /// <exception cref="SettingsException">Another process has the name.</exception>
    public static WorkerLock Take(WorkerSettings settings)
    {
        Directory.CreateDirectory(settings.StateFolder);
        var path = Path.Combine(settings.StateFolder, settings.Name + ".lock");
        try
        {
            return new(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e)
        {
            throw new SettingsException(
                [$"{SettingKeys.WorkerName}: another process is already the worker '{settings.Name}' ({path}: {e.Message}). "
                    + $"Stop it, or give this one another name with --set {SettingKeys.WorkerName}=..."]);
        }
    }

    public void Dispose() => file.Dispose();
}
