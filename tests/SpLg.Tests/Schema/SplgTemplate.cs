using System.Xml.Linq;

namespace SpLg.Tests.Schema;

/// <summary>The project's own provisioning template, found by walking up to the solution.</summary>
internal static class SplgTemplate
{
    public static string Root { get; } = FindRoot();

    public static string File { get; } = Path.Combine(Root, "provisioning", "splg.xml");

    public static SiteSchema Schema { get; } = SiteSchemaReader.Read(Load());

    /// <summary>A fresh copy each time: tests change it.</summary>
    public static XDocument Load() => XDocument.Load(File, LoadOptions.SetLineInfo);

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!System.IO.File.Exists(Path.Combine(folder, "SpLg.sln")))
            folder =
                Path.GetDirectoryName(folder)
                ?? throw new DirectoryNotFoundException("No folder above the tests holds SpLg.sln.");
        return folder;
    }
}
