using System.ComponentModel;
using System.Diagnostics;

namespace SpLg.Commands;

/// <summary>The person's web browser.</summary>
internal static class Browser
{
    /// <summary>Opens an address; a machine without a browser only gets a line that says so.</summary>
    public static void Open(Uri address, Screen screen)
    {
        try
        {
            Process.Start(new ProcessStartInfo(address.AbsoluteUri) { UseShellExecute = true })?.Dispose();
        }
        catch (Win32Exception e)
        {
            screen.Note($"No browser could be started ({e.Message}). Open {address} yourself.");
        }
    }
}
