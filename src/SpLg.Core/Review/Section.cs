namespace SpLg.Core.Review;

/// <summary>A section of the review, with all that other parts of the program take from it.</summary>
/// <param name="name">Its group's name in templates.</param>
/// <param name="description">Swedish, for whoever writes a template.</param>
public abstract class Section(string name, string description)
{
    public string Name { get; } = name;

    public string Description { get; } = description;

    /// <summary>The places in it where an organisation may have a text of its own.</summary>
    public IReadOnlyList<TextPlace> Texts { get; init; } = [];

    internal abstract object Build(ReviewSource source);

    /// <summary>Declares its names for templates.</summary>
    /// <param name="isShown">False for a review that has nothing of it.</param>
    internal abstract void AddTo(FieldSetBuilder<BuiltReview> fields, Func<BuiltReview, bool> isShown);

    /// <summary>The inputs that ISO/IEC 27001 9.3.2 asks for and that it covers, or covers a part of.</summary>
    internal abstract IEnumerable<CoveredPart> CoveredIn(ReviewSource source);

    /// <summary>Its figures in the summary, with their place there.</summary>
    internal abstract (int Place, IEnumerable<KeyFigure> Figures)? KeyFiguresIn(ReviewSource source);

    /// <summary>How organisations are compared by it, with its place in the roll-up; null when they are not.</summary>
    internal abstract (int Place, ComparedSection Section)? Compared { get; }
}

/// <inheritdoc/>
/// <param name="fields">Its names for templates.</param>
public class Section<T>(string name, string description, Func<FieldSet> fields, Func<ReviewSource, T> build)
    : Section(name, description)
    where T : class
{
    internal IReadOnlyList<Covered<T>> Covers { get; init; } = [];

    internal Summarised<T>? Summarises { get; init; }

    internal Compared<T>? Compares { get; init; }

    private protected FieldSet Fields => fields();

    internal override object Build(ReviewSource source) => build(source);

    internal override void AddTo(FieldSetBuilder<BuiltReview> fields, Func<BuiltReview, bool> isShown) =>
        fields.Group(Name, Description, r => isShown(r) ? r.Of(this) : null, Fields);

    internal override IEnumerable<CoveredPart> CoveredIn(ReviewSource source) =>
        Covers.Select(c => new CoveredPart(c.Point, c.Place, c.What, c.Source(source.Of(this))));

    internal override (int Place, IEnumerable<KeyFigure> Figures)? KeyFiguresIn(ReviewSource source) =>
        Summarises is { } figures ? (figures.Place, figures.Of(source.Of(this), source)) : null;

    internal override (int Place, ComparedSection Section)? Compared =>
        Compares is { } compared ? (compared.Place, compared.Of(this)) : null;
}

/// <summary>A section that is lines and nothing else.</summary>
internal sealed class LinesSection<TLine>(
    string name,
    string description,
    Func<FieldSet> fields,
    Func<ReviewSource, IReadOnlyList<TLine>> build
) : Section<IReadOnlyList<TLine>>(name, description, fields, build)
    where TLine : class
{
    internal override void AddTo(FieldSetBuilder<BuiltReview> fields, Func<BuiltReview, bool> isShown) =>
        fields.List(Name, Description, r => isShown(r) ? r.Of(this) : [], Fields);
}

/// <summary>A place where an organisation may have a text of its own.</summary>
/// <param name="Place">Its number among all of them.</param>
/// <param name="Name">Its name in templates, and folded its key in the list Textblock.</param>
/// <param name="About">Swedish, after "om".</param>
public sealed record TextPlace(int Place, string Name, string About);

/// <summary>A section's figures in the summary.</summary>
/// <param name="Place">Where they stand among those of other sections.</param>
internal sealed record Summarised<T>(int Place, Func<T, ReviewSource, IEnumerable<KeyFigure>> Of);

/// <summary>What of a section is an input, or a part of one.</summary>
/// <param name="Point">The input in 9.3.2: a to g, or d1 to d4.</param>
/// <param name="Place">Where the section stands among those that cover the same.</param>
/// <param name="What">What the section is about, as a reader finds it; templates choose their own headings.</param>
internal sealed record Covered<T>(string Point, int Place, string What, Func<T, SectionSource> Source);

/// <inheritdoc cref="Covered{T}"/>
internal sealed record CoveredPart(string Point, int Place, string What, SectionSource Source);
