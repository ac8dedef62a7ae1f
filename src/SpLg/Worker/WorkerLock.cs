namespace SpLg.Worker;

/// <summary>
/// One process per worker name: only so may a worker take up again what stands on its own name. The operating system
/// lets go of the file when the process ends, however it ends.
/// </summary>
internal sealed class WorkerLock : IDisposable
{
    private readonly FileStream file;

    private WorkerLock(FileStream file) => this.file = file;

    /// <exception cref="SettingsException">Another process has the name, or the state folder cannot be
    /// written.</exception>
    /// <exception cref="FileFault">The disk is full.</exception>
    public static WorkerLock Take(WorkerSettings settings)
    {
        var path = Path.Combine(settings.StateFolder, settings.Name + ".lock");
        try
        {
            WholeFile.CreateFolder(settings.StateFolder);
            // Also the disk must take what the worker keeps there; the lock itself is empty.
            WholeFile.Write(Path.Combine(settings.StateFolder, settings.Name + ".probe"), new byte[1]);
            File.Delete(Path.Combine(settings.StateFolder, settings.Name + ".probe"));
            return new(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (FileFault e) when (!e.IsFull)
        {
            throw new SettingsException([$"{SettingKeys.StateFolder}: {e.Message}"]);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new SettingsException([$"{SettingKeys.StateFolder}: {new FileFault(path, e).Message}"]);
        }
        catch (IOException e) when (e is not FileFault)
        {
            if (!FileFault.IsOpenElsewhere(e))
                throw new SettingsException([$"{SettingKeys.StateFolder}: {new FileFault(path, e).Message}"]);
            throw new SettingsException([
                $"{SettingKeys.WorkerName}: another process is already the worker '{settings.Name}' ({path}: {e.Message}). "
                    + $"Stop it, or give this one another name with --set {SettingKeys.WorkerName}=...",
            ]);
        }
    }

    public void Dispose() => file.Dispose();
}
