using System.Xml.Linq;

namespace SpLg.Files;

/// <summary>Files beside the executable: the provisioning template and the Word templates.</summary>
internal static class ShippedFiles
{
    public static string ProvisioningPath { get; } = Path.Combine(AppContext.BaseDirectory, "provisioning", "splg.xml");

    public static string DemoFolder { get; } = Path.Combine(AppContext.BaseDirectory, "Demo");

    private static string TemplateFolder { get; } = Path.Combine(AppContext.BaseDirectory, "templates");

    /// <summary>Names of the shipped Word templates without extension, in a fixed order.</summary>
    public static IReadOnlyList<string> Templates { get; } =
    [
        .. Directory
            .EnumerateFiles(TemplateFolder, "*.docx")
            .Select(f => Path.GetFileNameWithoutExtension(f))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The only schema there is.</summary>
    public static SiteSchema Schema() =>
        SiteSchemaReader.Read(XDocument.Load(ProvisioningPath, LoadOptions.SetLineInfo));

    /// <param name="name">One of <see cref="Templates"/>.</param>
    public static byte[] Template(string name) => File.ReadAllBytes(Path.Combine(TemplateFolder, name + ".docx"));
}
