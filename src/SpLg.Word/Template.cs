using SpLg.Core.Fields;
using SpLg.Word.Compiling;
using SpLg.Word.Filling;

namespace SpLg.Word;

/// <summary>
/// A Word document with expressions such as <c>{{Fält}}</c>, compiled against the fields it may use. A document that
/// has been filled is itself a template: what was generated is made anew, what stands around it is left alone.
/// </summary>
public sealed class Template
{
    private readonly CompiledTemplate? compiled;

    private Template(string name, CompiledTemplate? compiled, IReadOnlyList<TemplateFinding> findings, IReadOnlyList<EditedBlock> edited)
    {
        Name = name;
        this.compiled = compiled;
        Findings = findings;
        EditedBlocks = edited;
    }

    public string Name { get; }

    /// <summary>What is wrong with the template, for the person who edits it.</summary>
    public IReadOnlyList<TemplateFinding> Findings { get; }

    /// <summary>
    /// False when there is an error among <see cref="Findings"/>; that nothing in the document can be filled, as when another
    /// program has dropped all that an earlier filling left, is one.
    /// </summary>
    public bool CanFill => compiled is not null;

    /// <summary>Generated blocks of an already filled document that a person has changed since.</summary>
    public IReadOnlyList<EditedBlock> EditedBlocks { get; }

    /// <summary>What may stand after the colon in <c>{{Fält:format}}</c> for a field of this kind, in Swedish; empty when nothing may.</summary>
    public static string FormatsOf(FieldKind kind) => ValueFormat.Choices(kind);

    /// <summary>Never throws for what the bytes may hold: a file that is no template gives a finding.</summary>
    /// <param name="name">What findings call the template, such as its file name.</param>
    public static Template Compile(ReadOnlyMemory<byte> docx, string name, FieldSet fields)
    {
        var (compiled, findings, edited) = TemplateCompiler.Compile(docx, name, fields);
        return new(name, compiled, findings, edited);
    }

    /// <summary>Writes a .docx. The same template, data and properties give the same bytes.</summary>
    /// <param name="data">An object of the type the field set reads.</param>
    /// <param name="output">Left open; need not be seekable.</param>
    /// <exception cref="TemplateException">The template has errors.</exception>
    public FillResult Fill(object data, Stream output, DocumentProperties? properties = null)
    {
        if (compiled is null)
            throw new TemplateException(Name, Findings);
        PackageWriter.Write(compiled, data, properties ?? new(), output);
        return new(EditedBlocks);
    }

    /// <inheritdoc cref="Fill(object, Stream, DocumentProperties?)"/>
    public byte[] Fill(object data, DocumentProperties? properties = null)
    {
        using var output = new MemoryStream();
        Fill(data, output, properties);
        return output.ToArray();
    }
}
