using System.Xml.Linq;
using SpLg.Core.Schema;

namespace SpLg.Running;

/// <summary>What lies beside the executable: the provisioning template and the Word template.</summary>
internal static class ShippedFiles
{
    /// <summary>Name of the shipped Word template without extension; a request that names no template gets it.</summary>
    public const string DefaultTemplate = "ledningens-genomgang";

    public static string ProvisioningPath { get; } = Path.Combine(AppContext.BaseDirectory, "provisioning", "splg.xml");

    public static string DemoFolder { get; } = Path.Combine(AppContext.BaseDirectory, "Demo");

    private static string TemplatePath { get; } = Path.Combine(AppContext.BaseDirectory, "templates", DefaultTemplate + ".docx");

    /// <summary>The only schema there is.</summary>
    public static SiteSchema Schema() => SiteSchemaReader.Read(XDocument.Load(ProvisioningPath, LoadOptions.SetLineInfo));

    public static byte[] Template() => File.ReadAllBytes(TemplatePath);
}
