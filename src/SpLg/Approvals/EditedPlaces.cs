namespace SpLg.Approvals;

internal static class EditedPlaces
{
    /// <summary>Where the first of them are, in Swedish.</summary>
    public static string Places(this IReadOnlyList<EditedBlock> blocks) =>
        Swedish.Join([.. blocks.Select(b => b.Where).Distinct().Take(5)]);
}
