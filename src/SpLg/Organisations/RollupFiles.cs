namespace SpLg.Organisations;

/// <summary>Reads the frozen evidence of several organisations' approved reviews, as files, into one roll-up.</summary>
internal static class RollupFiles
{
    /// <param name="files">Evidence of approved reviews, each of an organisation of its own; at least one.</param>
    /// <param name="year">The reviews' year; null takes the first file's.</param>
    /// <param name="expected">Names of organisations that should be there; those without a file are named in the
    /// document.</param>
    /// <exception cref="InvalidDataException">A file is not of such a review; the message names it.</exception>
    /// <exception cref="PublicationStoppedException">A text looks like personal data that nobody has decided
    /// about.</exception>
    public static RollupReview Read(IReadOnlyList<string> files, int? year, IEnumerable<string> expected)
    {
        var organisations = new List<RollupOrganisation>();
        foreach (var file in files)
        {
            organisations.Add(RollupEvidence.Read(File.ReadAllBytes(file), Path.GetFileName(file), year));
            year ??= organisations[0].Review.Cover.Year;
        }
        return Build(
            year ?? throw new ArgumentException("There is no file.", nameof(files)),
            organisations,
            expected,
            unread: []
        );
    }

    /// <inheritdoc cref="RollupReview"/>
    /// <exception cref="InvalidDataException">Two are of the same organisation.</exception>
    public static RollupReview Build(
        int year,
        IEnumerable<RollupOrganisation> organisations,
        IEnumerable<string> expected,
        IEnumerable<string> unread
    )
    {
        var byName = new Dictionary<string, RollupOrganisation>(StringComparer.CurrentCultureIgnoreCase);
        foreach (var organisation in organisations)
        {
            if (!byName.TryAdd(organisation.Name, organisation))
                throw new InvalidDataException(
                    $"{organisation.Source} and {byName[organisation.Name].Source} are both of "
                        + $"{organisation.Name}. Leave out the one that does not hold."
                );
        }
        return RollupReview.Build(
            year,
            byName.Values,
            expected.Where(e => !byName.ContainsKey(e)).Distinct(StringComparer.CurrentCultureIgnoreCase),
            unread
        );
    }
}
