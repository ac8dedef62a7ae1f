namespace SpLg.Word.Expressions;

/// <summary>Meaning of a name in the template.</summary>
internal abstract record Resolution
{
    public sealed record Found(ValueSource Source) : Resolution;

    /// <summary>The name goes through a list that nothing around it repeats yet.</summary>
    /// <param name="Fault">Set when the list has no such field, so that repeating would not help.</param>
    public sealed record NeedsList(ValueSource List, Unknown? Fault) : Resolution;

    /// <param name="Part">The part of the name that is not known.</param>
    /// <param name="Owner">The list or group it was looked for in; null for the first part.</param>
    /// <param name="OwnerPath">The names that lead to the owner and its own, with points between; empty for the first
    /// part.</param>
    public sealed record Unknown(string Part, Scope Scope, Field? Owner, string OwnerPath) : Resolution;
}
