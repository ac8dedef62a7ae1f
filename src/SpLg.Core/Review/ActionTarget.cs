using SpLg.Core.Rows;

namespace SpLg.Core.Review;

/// <summary>What an action is about: it names a processing activity, its system or its managed object as the source's row.</summary>
internal static class ActionTarget
{
    /// <summary>The names by which actions point to the activity, however they are cased.</summary>
    public static IEnumerable<string> NamesOf(ProcessingActivity activity) => new[] { activity.Title, activity.System, activity.ManagedObject }.OfType<string>();

    /// <summary>Actions by what they name; those that name nothing are not in it.</summary>
    public static ILookup<string, ActionItem> ByName(IEnumerable<ActionItem> actions) =>
        actions.Where(a => a.SourceRow is not null).ToLookup(a => a.SourceRow!, StringComparer.OrdinalIgnoreCase);
}
