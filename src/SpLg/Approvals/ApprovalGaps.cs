namespace SpLg.Approvals;

/// <summary>What is missing for a review to be approved, each in Swedish without a full stop.</summary>
internal sealed record ApprovalGaps(IReadOnlyList<string> OnRow, IReadOnlyList<string> InLists)
{
    public bool IsNone => OnRow.Count == 0 && InLists.Count == 0;

    /// <param name="request">The row of the review, as it is approved.</param>
    /// <param name="review">The full edition, of the rows that it is approved of.</param>
    public static ApprovalGaps Of(ReviewRequest request, BuiltReview review)
    {
        var decisions = review.Of(NewDecisions.Section).Rows;
        return new([.. Verdicts(request), .. Row(request, decisions)], [.. Lists(review, decisions)]);
    }

    /// <summary>All that is missing and what to do about it; empty when nothing is missing.</summary>
    public string Told()
    {
        if (IsNone)
            return "";
        string[] lines =
        [
            "För att fastställas saknar genomgången:",
            .. OnRow.Concat(InLists).Select(g => $"– {g}"),
            .. OnRow.Count > 0 ? new[] { "Det som saknas på raden fylls i här, och gäller genast." } : [],
            .. InLists.Count > 0
                ? new[]
                {
                    "Det som saknas i listorna fylls i där; sätt sedan Uppdatering begärd, och lämna det nya utkastet för "
                        + "fastställande.",
                }
                : [],
            "Ska den fastställas ändå: skriv varför i Skäl trots brister, och sätt "
                + $"{Choice.Text(ReviewStatus.ApprovedDespiteGaps)}. Skälet står sedan i dokumentet.",
        ];
        return string.Join('\n', lines);
    }

    private static IEnumerable<string> Verdicts(ReviewRequest request)
    {
        foreach (
            var (name, verdict, reason) in new[]
            {
                ("Lämpligt", request.Suitable, request.SuitableReason),
                ("Tillräckligt", request.Adequate, request.AdequateReason),
                ("Verkningsfullt", request.Effective, request.EffectiveReason),
            }
        )
        {
            if (verdict.Value is null)
                yield return $"ställningstagande i kolumnen {name}";
            else if (reason is null)
                yield return $"skäl till ställningstagandet i kolumnen {name}";
        }
    }

    private static IEnumerable<string> Row(ReviewRequest request, IReadOnlyList<Decision> decisions)
    {
        if (request.RegistryNumber is null)
            yield return "diarienummer";
        if (request.MeetingOn.Value is null)
            yield return "dagen då ledningen gick igenom underlaget: kolumnen Mötesdatum";
        if (!request.NoDecisions.Is(true) && decisions.Count == 0)
            yield return "beslut: skriv dem i listan Beslut, eller välj Ja i Inga beslut";
        if (request.NoDecisions.Is(true) && decisions.Count > 0)
        {
            yield return $"besked om besluten: Inga beslut är Ja, men {Swedish.Count(decisions.Count, "beslut", "beslut")} "
                + "står i listan Beslut";
        }
    }

    private static IEnumerable<string> Lists(BuiltReview review, IReadOnlyList<Decision> decisions)
    {
        foreach (var decision in decisions)
        {
            string[] missing =
            [
                .. decision.DecidedBy is null ? new[] { "vem som har beslutat" } : [],
                .. decision.DecidedOn.Value is null ? new[] { "datum" } : [],
            ];
            if (missing.Length > 0)
                yield return $"{Swedish.Join(missing)} för beslutet på rad {decision.Origin.Id} i listan Beslut";
        }
        foreach (var input in review.Of(StandardInput.Section).Where(i => i.Coverage == Coverage.NoData))
            yield return $"underlag till punkt {input.Point} i 9.3.2: {Swedish.InSentence(input.Input)}";
        var errors = review.Of(DataFindings.Section).Rows.Count(f => f.Level == FindingLevel.Error);
        if (errors > 0)
        {
            yield return $"rättelse av {Swedish.Count(errors, "fel", "fel")} i underlaget, som Iakttagelser i "
                + "underlaget räknar upp";
        }
    }
}
