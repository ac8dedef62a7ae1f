using System.Xml;

namespace SpLg.Core.Schema;

/// <summary>The provisioning template cannot be read. The message says where and what to do.</summary>
public sealed class SchemaException : Exception
{
    private SchemaException(string message, int? line, string? list, string? column)
        : base(message)
    {
        Line = line;
        List = list;
        Column = column;
    }

    /// <summary>The line in the file, from 1; null when the document was loaded without <see cref="LoadOptions.SetLineInfo"/>.</summary>
    public int? Line { get; }

    /// <summary>Title of the list at fault, or null when the fault is outside a list.</summary>
    public string? List { get; }

    /// <summary>Internal name of the column at fault, or null.</summary>
    public string? Column { get; }

    internal static SchemaException At(XElement element, string? list, string? column, string whatToDo)
    {
        int? line = element is IXmlLineInfo info && info.HasLineInfo() ? info.LineNumber : null;
        var where = string.Join(
            ", ",
            new[]
            {
                line is null ? null : $"line {line}",
                list is null ? null : $"list '{list}'",
                column is null ? null : $"column '{column}'",
            }.OfType<string>()
        );
        return new($"Provisioning template{(where.Length == 0 ? "" : $" ({where})")}: {whatToDo}", line, list, column);
    }
}
