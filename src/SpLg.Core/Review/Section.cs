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

    /// <summary>Its figures in the summary; null when it has none there.</summary>
    internal abstract SummarisedPart? SummarisedIn(ReviewSource source);

    /// <summary>How organisations are compared by it in the roll-up; null when they are not.</summary>
    internal abstract ComparedSection? Compared { get; }

    /// <summary>How it counts a figure that an objective may follow; null when the figure is not one of its.</summary>
    internal abstract FollowedPart? Followed(FollowedFigure figure);
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

    /// <summary>The figures of it that objectives may follow.</summary>
    internal IReadOnlyList<Followed<T>> Follows { get; init; } = [];

    private protected FieldSet Fields => fields();

    internal override object Build(ReviewSource source) => build(source);

    internal override void AddTo(FieldSetBuilder<BuiltReview> fields, Func<BuiltReview, bool> isShown) =>
        fields.Group(Name, Description, r => isShown(r) ? r.Of(this) : null, Fields);

    internal override IEnumerable<CoveredPart> CoveredIn(ReviewSource source) =>
        Covers.Select(c => new CoveredPart(Name, c.After, c.Point, c.What, c.Source(source.Of(this))));

    internal override SummarisedPart? SummarisedIn(ReviewSource source) =>
        Summarises is { } figures ? new(Name, figures.After, figures.Of(source.Of(this), source)) : null;

    internal override ComparedSection? Compared => Compares?.Of(this);

    internal override FollowedPart? Followed(FollowedFigure figure) =>
        Follows.FirstOrDefault(f => f.Figure == figure) is { } followed
            ? new(followed.List, (objective, source) => followed.Value(source.Of(this), source, objective))
            : null;
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
/// <param name="Name">Its name in templates, and folded its key in the list Textblock.</param>
/// <param name="About">Swedish, after "om".</param>
public sealed record TextPlace(string Name, string About)
{
    /// <summary>The place it comes after; null where the order of the sections says so.</summary>
    internal string? After { get; init; }
}

/// <summary>A section's figures in the summary.</summary>
internal sealed record Summarised<T>(Func<T, ReviewSource, IEnumerable<KeyFigure>> Of)
{
    /// <summary>The section whose figures they come after; null where the order of the sections says so.</summary>
    public string? After { get; init; }
}

/// <inheritdoc cref="Summarised{T}"/>
internal sealed record SummarisedPart(string Section, string? After, IEnumerable<KeyFigure> Figures);

/// <summary>A section, or a part of it, that is one of the standard's inputs or belongs to one.</summary>
/// <param name="Point">The input in 9.3.2: a to g, or d1 to d4.</param>
/// <param name="What">What the section is about, as a reader finds it; templates choose their own headings.</param>
internal sealed record Covered<T>(string Point, string What, Func<T, SectionSource> Source)
{
    /// <summary>The section it comes after in the same input; null where the order of the sections says so.</summary>
    public string? After { get; init; }
}

/// <inheritdoc cref="Covered{T}"/>
internal sealed record CoveredPart(string Section, string? After, string Point, string What, SectionSource Source);

/// <summary>A figure of a section that an objective may follow.</summary>
/// <param name="List">The list that it is counted in.</param>
/// <param name="Value">Of the section and the objective, which may say more closely what it follows.</param>
internal sealed record Followed<T>(
    FollowedFigure Figure,
    ListOf List,
    Func<T, ReviewSource, Objective, FollowedValue?> Value
);

/// <inheritdoc cref="Followed{T}"/>
internal sealed record FollowedPart(ListOf List, Func<Objective, ReviewSource, FollowedValue?> Value);
