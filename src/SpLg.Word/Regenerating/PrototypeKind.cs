namespace SpLg.Word.Regenerating;

internal enum PrototypeKind
{
    Block,
    TableOfContents,
}
