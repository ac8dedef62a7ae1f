using System.Globalization;
using SpLg.Core.Choices;
using SpLg.Core.Lists;
using SpLg.Core.Review;
using SpLg.Core.Rollup;
using SpLg.Tracing;

namespace SpLg.Running;

/// <summary>Reads the frozen evidence of several organisations' approved reviews into one roll-up.</summary>
internal static class RollupFiles
{
    /// <param name="files">Evidence of approved reviews, each of an organisation of its own.</param>
    /// <param name="year">The reviews' year; null takes the first file's.</param>
    /// <param name="expected">Names of organisations that should be there; those without a file are named in the document.</param>
    /// <exception cref="InvalidDataException">A file is not of such a review; the message names it.</exception>
    /// <exception cref="PublicationStoppedException">A text looks like personal data that nobody has decided about.</exception>
    public static RollupReview Read(IReadOnlyList<string> files, int? year, IEnumerable<string> expected)
    {
        var schema = ShippedFiles.Schema();
        var organisations = new Dictionary<string, RollupOrganisation>(StringComparer.CurrentCultureIgnoreCase);
        foreach (var file in files)
        {
            var name = Path.GetFileName(file);
            var evidence = Evidence.Read(File.ReadAllBytes(file), schema, []);
            year ??= evidence.Order.Year;
            var approval = Check(evidence, name, year.Value);
            var open = evidence.OpenDocuments();
            // The rows have a checksum; what stands beside them has to agree.
            if (open.Request is not { } request || request.ApprovedOn.Value != approval.On || request.Approver?.Text != approval.Name)
            {
                throw new InvalidDataException($"{name} has been changed: its row of Genomgångar does not say that {approval.Name} approved it on {approval.On:yyyy-MM-dd}. "
                    + "Take the file from the library's version history.");
            }
            var organisation = new RollupOrganisation((ManagementReview)open.Documents[0].Data, approval.Name, approval.On, name);
            if (!organisations.TryAdd(organisation.Name, organisation))
                throw new InvalidDataException($"{name} and {organisations[organisation.Name].Source} are both of {organisation.Name}. Leave out the one that does not hold.");
        }
        return RollupReview.Build(
            year ?? throw new ArgumentException("There is no file.", nameof(files)),
            organisations.Values,
            expected.Where(e => !organisations.ContainsKey(e)).Distinct(StringComparer.CurrentCultureIgnoreCase));
    }

    private static Approval Check(Evidence evidence, string name, int year)
    {
        if (evidence.Order is not { Type: DocumentType.ManagementReview, Edition: Edition.Full })
            throw new InvalidDataException($"{name} is not the evidence of a management review in full but of {Choice.Text(evidence.Order.Type)}, {Choice.Text(evidence.Order.Edition)}.");
        if (evidence.Order.Year != year)
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"{name} is of {evidence.Order.Year}, not of {year}."));
        return evidence.Approval
            ?? throw new InvalidDataException($"{name} is the evidence of a draft: nobody has approved it. Give the file whose name ends in 'fastställd underlag.json'.");
    }
}
