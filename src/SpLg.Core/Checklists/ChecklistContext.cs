namespace SpLg.Core.Checklists;

/// <summary>Year, edition and day that all checklists of a run share.</summary>
/// <param name="Year">The year the checklists are about.</param>
/// <param name="Today">The day the lists were read, from which ages are counted.</param>
public sealed record ChecklistContext(int Year, Edition Edition, DateOnly Today);
