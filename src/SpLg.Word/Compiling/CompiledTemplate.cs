using SpLg.Word.Comments;
using SpLg.Word.Figures;

namespace SpLg.Word.Compiling;

/// <summary>A template ready to be filled any number of times.</summary>
/// <param name="Package">The parts that are the same at every filling, made ready.</param>
/// <param name="Parts">The parts that are written anew, by name, in the order they are written; the document itself
/// first.</param>
/// <param name="Notes">The parts among them that get notes of generated content.</param>
/// <param name="Styles">The names of the styles that generated content uses, by id.</param>
/// <param name="Unfilled">Blocks of an earlier filling that stand in the document as they are, to be told of until they
/// are gone.</param>
/// <param name="Left">The same blocks, and where they stand.</param>
/// <param name="Title">Null when the title holds no expression.</param>
/// <param name="Frames">How many rows can be open at once, the data itself included.</param>
/// <param name="Names">How many different names of fields the template uses.</param>
/// <param name="LastFigure">The highest figure id the template uses.</param>
internal sealed record CompiledTemplate(
    string Name,
    DocxPackage Package,
    IReadOnlyList<KeyValuePair<string, FillNode[]>> Parts,
    IReadOnlyList<NotePart> Notes,
    IReadOnlyList<ChartSlot> Charts,
    CommentSheet Comments,
    IReadOnlyDictionary<string, string> Styles,
    IReadOnlyList<StoredBlock> Unfilled,
    IReadOnlyList<LeftPart> Left,
    MixedText? Title,
    int Frames,
    int Names,
    int LastFigure
);
