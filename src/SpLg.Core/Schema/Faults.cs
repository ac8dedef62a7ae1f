using System.Xml;

namespace SpLg.Core.Schema;

/// <summary>Collects what <see cref="SchemaChecks"/> finds, each with line, list and column or view.</summary>
internal sealed class Faults
{
    private readonly List<string> found = [];

    public IReadOnlyList<string> Found => found;

    public void Add(XElement at, string? list, string? part, string message)
    {
        var line = at is IXmlLineInfo info && info.HasLineInfo() ? $"line {info.LineNumber}: " : "";
        found.Add($"{line}{list ?? "template"}{(part is null ? "" : $", {part}")}: {message}");
    }
}
