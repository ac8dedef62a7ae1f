using SpLg.Word.Accessibility;

namespace SpLg.Word;

/// <summary>
/// A Word document with expressions such as <c>{{Fält}}</c>, compiled against the fields it may use. A document that
/// has been filled is itself a template: what was generated is made anew, what stands around it is left alone.
/// </summary>
public sealed class Template
{
    private readonly CompiledTemplate? compiled;

    private Template(
        string name,
        CompiledTemplate? compiled,
        IReadOnlyList<TemplateFinding> findings,
        IReadOnlyList<EditedBlock> edited,
        bool isTooLarge
    )
    {
        Name = name;
        IsTooLarge = isTooLarge;
        this.compiled = compiled;
        Findings = findings;
        EditedBlocks = edited;
    }

    public string Name { get; }

    /// <summary>The faults of the template, for the person who edits it.</summary>
    public IReadOnlyList<TemplateFinding> Findings { get; }

    /// <summary>
    /// False when there is an error among <see cref="Findings"/>; that nothing in the document can be filled, as when
    /// another program has dropped all that an earlier filling left, is one.
    /// </summary>
    public bool CanFill => compiled is not null;

    /// <summary>
    /// It holds more, or takes longer, than any template: reading it again would too. <see cref="Findings"/> says of
    /// what.
    /// </summary>
    public bool IsTooLarge { get; }

    /// <summary>How many different names of fields it uses; 0 when it cannot be filled.</summary>
    public int NamesUsed => compiled?.Names ?? 0;

    /// <summary>Generated blocks of an already filled document that a person has changed since.</summary>
    public IReadOnlyList<EditedBlock> EditedBlocks { get; }

    /// <summary>
    /// Generated parts of an already filled document that filling leaves as they stand; told of in
    /// <see cref="Findings"/> too.
    /// </summary>
    public IReadOnlyList<LeftPart> LeftParts => compiled?.Left ?? [];

    /// <summary>
    /// The formats that may stand after the colon in <c>{{Fält:format}}</c> for a field of this kind, in Swedish; empty
    /// when nothing may.
    /// </summary>
    public static string FormatsOf(FieldKind kind) => ValueFormat.Choices(kind);

    /// <summary>
    /// The text of a field's value in a document when the template gives no format; empty for null.
    /// </summary>
    /// <param name="value">As <see cref="Field.Read"/> gives it; no picture and no group.</param>
    public static string TextOf(FieldKind kind, object? value) => ValueFormat.DefaultOf(kind).Text(value);

    /// <summary>Never throws for what the bytes may hold: a file that is no template gives a finding.</summary>
    /// <param name="name">What findings call the template, such as its file name.</param>
    public static Template Compile(ReadOnlyMemory<byte> docx, string name, FieldSet fields)
    {
        var (compiled, findings, edited, isTooLarge) = TemplateCompiler.Compile(docx, name, fields);
        return new(name, compiled, findings, edited, isTooLarge);
    }

    /// <summary>
    /// The obstacles in documents of this template for readers with a screen reader or weak sight: for the person who
    /// edits it, and not of interest at every filling. Adds to <see cref="Findings"/>, never of level Error. Never
    /// throws for what the bytes may hold.
    /// </summary>
    /// <param name="name">What findings call the template, such as its file name.</param>
    public static IReadOnlyList<TemplateFinding> Examine(ReadOnlyMemory<byte> docx, string name) =>
        TemplateExamination.Examine(docx, name);

    /// <summary>Writes a .docx. The same template, data, properties and trace give the same bytes.</summary>
    /// <param name="data">An object of the type the field set reads.</param>
    /// <param name="output">Left open; need not be seekable.</param>
    /// <param name="trace">XML in UTF-8 of the caller's own that the document carries without showing it, for
    /// <see cref="TracePart.TryRead"/>; empty for none. That of an earlier filling is never kept. It does not count as
    /// a change of the document's text.
    /// </param>
    /// <exception cref="TemplateException">The template has errors.</exception>
    /// <exception cref="ArgumentException">The trace is not well-formed.</exception>
    public FillResult Fill(
        object data,
        Stream output,
        DocumentProperties? properties = null,
        ReadOnlyMemory<byte> trace = default
    )
    {
        if (compiled is null)
            throw new TemplateException(Name, Findings);
        if (!trace.IsEmpty)
            TracePart.Check(trace);
        // A filling takes notes in it of the names it gives out, and those of several requests may come at once.
        lock (compiled)
            return new(PackageWriter.Write(compiled, data, properties ?? new(), trace, output));
    }

    /// <inheritdoc cref="Fill(object, Stream, DocumentProperties?, ReadOnlyMemory{byte})"/>
    public byte[] Fill(object data, DocumentProperties? properties = null, ReadOnlyMemory<byte> trace = default)
    {
        using var output = new MemoryStream();
        Fill(data, output, properties, trace);
        return output.ToArray();
    }
}
