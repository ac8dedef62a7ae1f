namespace SpLg.Core.Rows;

/// <summary>Rules for Självskattning.</summary>
internal static class AssessmentChecks
{
    public static IEnumerable<Finding?> Of(IReadOnlyList<RequirementAssessment> rows, DataToCheck data)
    {
        Func<RequirementAssessment, Finding?>[] rules =
        [
            NotAnswered,
            GapWithoutAction,
            ActionWithoutResponsible,
            NoWithoutPriority,
            ActionWithoutPriority,
            ResponsibleWithoutAction,
            NotAClause,
            NotInItsEdition,
            r => r.Origin.ProseDeadline(r.DueText, r.DueOn),
            r => r.Origin.WithoutYear(RowOrder.YearOf(r.Origin)),
        ];
        return
        [
            .. rows.SelectMany(r => rules.Select(rule => rule(r))),
            .. AssessedTwice(rows),
            .. OtherEdition(rows),
            .. NotAssessed(rows, data.Years),
            .. RowChecks.Named(rows, r => r.Title ?? r.Clause, "Krav"),
        ];
    }

    private static Finding? NotAnswered(RequirementAssessment row) =>
        row.Fulfilled.IsEmpty
            ? row.Origin.Warning("Uppfyllt", "Kravet är inte besvarat. Välj Ja, Delvis eller Nej.")
            : null;

    /// <summary>
    /// A partly fulfilled clause may be accepted as it is: priority Ingen and a comment that says why.
    /// </summary>
    private static Finding? GapWithoutAction(RequirementAssessment row)
    {
        var isGap = row.Fulfilled.Is(Fulfilment.Partly) || row.Fulfilled.Is(Fulfilment.No);
        if (!isGap || row.ProposedAction is not null || (row.Priority.Is(Priority.None) && row.Comment is not null))
            return null;
        return row.Origin.Warning(
            "Föreslagen åtgärd",
            $"Svaret är {row.Fulfilled.Text} men åtgärd saknas. Föreslå en åtgärd, eller sätt prioritet Ingen och "
                + "skriv i kommentaren varför kravet får vara som det är."
        );
    }

    private static Finding? ActionWithoutResponsible(RequirementAssessment row) =>
        !row.Fulfilled.Is(Fulfilment.Yes) && row.ProposedAction is not null && row.Responsible is null
            ? row.Origin.Warning("Ansvarig", "Den föreslagna åtgärden har ingen ansvarig. Utse någon.")
            : null;

    private static Finding? NoWithoutPriority(RequirementAssessment row) =>
        row.Fulfilled.Is(Fulfilment.No) && (row.Priority.Is(Priority.None) || row.Priority.IsEmpty)
            ? row.Origin.Warning(
                "Prioritet",
                $"Svaret är Nej men prioritet är {row.Priority.Text ?? "inte angiven"}. Ett krav som inte uppfylls bör ha en prioritet."
            )
            : null;

    /// <summary>Ingen says that nothing is to be done, and the action that something is.</summary>
    private static Finding? ActionWithoutPriority(RequirementAssessment row) =>
        row.Fulfilled.Is(Fulfilment.Partly) && row.Priority.Is(Priority.None) && row.ProposedAction is not null
            ? row.Origin.Warning(
                "Prioritet",
                "Prioritet är Ingen fast en åtgärd är föreslagen. Sätt en annan prioritet, eller ta bort åtgärden."
            )
            : null;

    private static Finding? ResponsibleWithoutAction(RequirementAssessment row) =>
        row.Responsible is not null
        && row.ProposedAction is null
        && row.Priority.Is(Priority.None)
        && !row.Fulfilled.IsEmpty
        && !row.Fulfilled.Is(Fulfilment.Yes)
            ? row.Origin.Warning(
                "Föreslagen åtgärd",
                "Någon är ansvarig fast ingen åtgärd är föreslagen. Skriv åtgärden, eller ta bort den ansvariga."
            )
            : null;

    private static Finding? NotAClause(RequirementAssessment row) =>
        row.Clause is not null && Clause.Chapter(row.Clause) is null
            ? row.Origin.Warning(
                "Avsnitt",
                $"”{row.Clause}” är inte ett avsnitt i kapitel 4–10 och räknas inte i något kapitel. Skriv numret, till exempel 9.3."
            )
            : null;

    /// <summary>The older edition has neither 6.3 nor numbered parts of 9.2 and 9.3.</summary>
    private static Finding? NotInItsEdition(RequirementAssessment row) =>
        row.Edition.Is(ClauseEdition.Edition2013)
        && row.Clause is { } clause
        && (
            clause == "6.3"
            || clause.StartsWith("9.2.", StringComparison.Ordinal)
            || clause.StartsWith("9.3.", StringComparison.Ordinal)
        )
            ? row.Origin.Warning(
                "Avsnitt",
                $"Avsnitt {clause} finns inte i utgåva 2013 utan i utgåva 2022. Rätta avsnittet eller utgåvan."
            )
            : null;

    /// <summary>The document shows one edition a year, so the rows of the others are in no table and no sum.</summary>
    private static IEnumerable<Finding> OtherEdition(IReadOnlyList<RequirementAssessment> rows)
    {
        foreach (var year in rows.Select(r => RowOrder.YearOf(r.Origin)).OfType<int>().Distinct().Order())
        {
            var (edition, shown) = SelfAssessment.OfYear(rows, year);
            var said = edition is { } known ? Choice.Text(known) : "ej angiven";
            foreach (var row in rows.Where(r => RowOrder.YearOf(r.Origin) == year).Except(shown))
                yield return row.Origin.Warning(
                    "Utgåva",
                    $"Självskattningen för {year} redovisas med utgåva {said}, men den här raden har "
                        + $"{(row.Edition.Text is { } own ? $"utgåva {own}" : "ingen utgåva")} och räknas inte. Rätta "
                        + "utgåvan."
                );
        }
    }

    /// <summary>Of the years that a review tells of, whole clauses that nobody has a row for.</summary>
    private static IEnumerable<Finding> NotAssessed(IReadOnlyList<RequirementAssessment> rows, ReviewYears years)
    {
        foreach (var year in years.Standing)
        {
            if (SelfAssessment.OfYear(rows, year) is not ({ } edition, { Count: > 0 } shown))
                continue;
            IReadOnlyList<string> missing = [.. ClauseList.NotAssessed(edition, shown).Select(r => r.Clause!)];
            if (missing.Count > 0)
                yield return new(
                    FindingLevel.Warning,
                    RequirementAssessment.AsList.Title,
                    null,
                    "Avsnitt",
                    $"Självskattningen för {year} har ingen rad för avsnitt {Swedish.Join(missing)} i utgåva "
                        + $"{Choice.Text(edition)}, så {(missing.Count == 1 ? "det räknas som obesvarat" : "de räknas som obesvarade")}. "
                        + $"Lägg till {(missing.Count == 1 ? "det" : "dem")}.",
                    null
                );
        }
    }

    private static IEnumerable<Finding> AssessedTwice(IReadOnlyList<RequirementAssessment> rows)
    {
        var first = new Dictionary<(int?, ClauseEdition?, string), RequirementAssessment>();
        foreach (var row in rows)
        {
            if (
                row.Clause is not { } clause
                || first.TryAdd((RowOrder.YearOf(row.Origin), row.Edition.Value, clause), row)
            )
                continue;
            yield return row.Origin.Error(
                "Avsnitt",
                $"Avsnitt {clause} är skattat två gånger samma år, även på rad "
                    + $"{first[(RowOrder.YearOf(row.Origin), row.Edition.Value, clause)].Origin.Id}. Båda räknas: ta "
                    + "bort den ena."
            );
        }
    }
}
