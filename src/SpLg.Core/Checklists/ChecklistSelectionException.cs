namespace SpLg.Core.Checklists;

/// <summary>
/// The selection that was asked for does not exist, or may mean several things. The message is Swedish and names what
/// there is to choose.
/// </summary>
public sealed class ChecklistSelectionException(string message) : Exception(message);
