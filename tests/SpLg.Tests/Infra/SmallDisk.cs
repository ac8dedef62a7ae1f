using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace SpLg.Tests.Infra;

/// <summary>
/// A disk of its own that takes next to nothing, or that can only be read: a file system in memory, which root can
/// mount.
/// </summary>
internal sealed class SmallDisk : IDisposable
{
    private SmallDisk(string folder) => Folder = folder;

    public string Folder { get; }

    /// <summary>Why there can be none here; null when there can.</summary>
    public static string? WhyNot { get; } = Try();

    /// <param name="kibibytes">What it holds.</param>
    public static SmallDisk Of(int kibibytes)
    {
        var folder = Directory.CreateTempSubdirectory("splg-disk-").FullName;
        Mount("-t", "tmpfs", "-o", $"size={kibibytes}k", "tmpfs", folder);
        return new(folder);
    }

    /// <summary>From here on it can only be read.</summary>
    public void MakeReadOnly() => Mount("-o", "remount,ro", Folder);

    /// <summary>Leaves no room for anything.</summary>
    public string Fill()
    {
        var path = Path.Combine(Folder, "filler");
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true)
                file.Write(new byte[4096]);
        }
        catch (IOException)
        {
            return path;
        }
    }

    public void Dispose()
    {
        Run("umount", "-l", Folder);
        Directory.Delete(Folder);
    }

    private static string? Try()
    {
        if (!OperatingSystem.IsLinux())
            return "needs Linux, to mount a small disk";
        try
        {
            using var disk = Of(64);
            return null;
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return "needs the right to mount a small disk (root): " + e.Message;
        }
    }

    private static void Mount(params string[] args)
    {
        if (Run("mount", args) is { Length: > 0 } fault)
            throw new InvalidOperationException(fault);
    }

    private static string Run(string program, params string[] args)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, args) { RedirectStandardError = true, UseShellExecute = false }
        )!;
        var error = process.StandardError.ReadToEnd().Trim();
        process.WaitForExit();
        if (process.ExitCode == 0)
            return "";
        return error.Length == 0 ? $"{program} ended with {process.ExitCode}" : error;
    }
}

/// <summary>A test that needs a small disk; skipped, with the reason, where none can be had.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line)
    {
        if (SmallDisk.WhyNot is { } reason)
            Skip = reason;
    }
}
