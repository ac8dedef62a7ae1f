namespace SpLg.Word;

/// <summary>The properties of the file itself; null leaves what the template has.</summary>
/// <param name="Title">What screen readers and file lists show; without one anywhere, the template's name is
/// used.</param>
/// <param name="Created">Without it the template's own; never the time of filling, so that the same data gives the same
/// bytes.</param>
/// <param name="CommentedOn">When comments are said to be written that the filling adds; without it they have no
/// date.</param>
/// <param name="IsFinal">
/// The document opens for reading only, until a person ends that in Word; filling it again without this takes that
/// away.
/// </param>
/// <param name="IsNameless">The file's properties name none of those who have written in it, as every employee may look
/// at them.</param>
public sealed record DocumentProperties(
    string? Title = null,
    string? Author = null,
    string? Subject = null,
    DateTimeOffset? Created = null,
    DateTimeOffset? Modified = null,
    DateTimeOffset? CommentedOn = null,
    bool IsFinal = false,
    bool IsNameless = false
);
