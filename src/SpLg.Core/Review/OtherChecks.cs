namespace SpLg.Core.Review;

/// <summary>Rules for the lists that have only a few.</summary>
internal static class OtherChecks
{
    public static IEnumerable<Finding> Of(OrganisationLists lists, DateOnly today) =>
        new[]
        {
            lists.TrainingResults.SelectMany(r =>
                new[]
                {
                    MoreThanExpected(r),
                    WithoutNumber(r, "Antal som ska gå", r.Expected),
                    WithoutNumber(r, "Antal som gått", r.Completed),
                    r.Origin.WithoutYear(RowOrder.YearOf(r.Origin, r.CompletedOn)),
                    r.Origin.YearAgainst("Mätt den", r.CompletedOn),
                }
            ),
            lists.InternalControlResults.SelectMany(r =>
                new[] { DeviationsNotTold(r), r.Origin.WithoutYear(RowOrder.YearOf(r.Origin)) }
            ),
            lists.DpoFindings.SelectMany(r =>
                new[]
                {
                    WithoutAnswer(r),
                    r.Origin.WithoutYear(RowOrigin.YearIn(r.ReportYear) ?? RowOrder.YearOf(r.Origin)),
                }
            ),
            lists.GoverningDocuments.Select(r => ReviewOverdue(r, today)),
            lists.Audits.Select(ClosedWithoutDay),
            lists.Decisions.Select(r => r.Origin.WithoutYear(RowOrder.YearOf(r.Origin, r.DecidedOn))),
            lists.TextBlocks.SelectMany(r => new[] { UnknownKey(r), EndsBeforeItBegins(r) }),
            PreviousAgainstLastYear(lists.Objectives),
            Lookups(lists),
            Settings(lists),
        }
            .SelectMany(findings => findings)
            .OfType<Finding>();

    private static Finding? MoreThanExpected(TrainingResult row) =>
        row.Completed.Value > row.Expected.Value
            ? row.Origin.Error(
                "Antal som gått",
                $"Fler har gått utbildningen ({row.Completed.Text}) än som skulle gå ({row.Expected.Text}). Rätta det tal som är fel."
            )
            : null;

    private static Finding? WithoutNumber(TrainingResult row, string column, Entry<decimal> number) =>
        number.IsEmpty
            ? row.Origin.Warning(column, "Antalet saknas, så raden räknas inte med i andelen. Fyll i antalet.")
            : null;

    private static Finding? DeviationsNotTold(InternalControlResult row) =>
        row.Result.Is(ControlResult.Deviations) && row.Deviations is null
            ? row.Origin.Warning(
                "Avvikelser",
                "Resultatet är Avvikelser men det står inte vilka. Beskriv avvikelserna."
            )
            : null;

    private static Finding? WithoutAnswer(DpoFinding row) =>
        row.Severity.Value >= 2 && row.OurAnswer is null
            ? row.Origin.Warning(
                "Vårt svar",
                "Dataskyddsombudets rekommendation är inte besvarad. Skriv hur den tas om hand."
            )
            : null;

    private static Finding? ReviewOverdue(GoverningDocument row, DateOnly today) =>
        row.NextReviewOn.Value < today
            ? row.Origin.Warning(
                "Ses över senast",
                $"Dokumentet skulle ha setts över senast den {Swedish.Long(row.NextReviewOn.Value.Value)}. Se över det eller ändra datumet."
            )
            : null;

    private static Finding? ClosedWithoutDay(Audit row) =>
        row.Status.Is(AuditStatus.Closed) && row.CompletedOn.IsEmpty
            ? row.Origin.Warning("Genomförd", "Revisionen är avslutad men datumet saknas. Fyll i datumet.")
            : null;

    private static Finding? UnknownKey(TextBlock row) =>
        row.Key is not null && !StandingTexts.Keys.Contains(StandingTexts.Fold(row.Key))
            ? row.Origin.Warning(
                "Nyckel",
                $"Ingen plats i dokumentet heter ”{row.Key}”, så texten kommer inte med. Välj någon av: "
                    + $"{string.Join(", ", StandingTexts.Names)}."
            )
            : null;

    private static Finding? EndsBeforeItBegins(TextBlock row) =>
        row.ValidTo.Value < row.ValidFrom.Value
            ? row.Origin.Error("Gäller till", "Texten slutar gälla innan den börjar gälla. Rätta datumen.")
            : null;

    /// <summary>
    /// What the objective says its previous outcome was, against the outcome its own row of the year before has.
    /// </summary>
    private static IEnumerable<Finding?> PreviousAgainstLastYear(IReadOnlyList<Objective> rows)
    {
        var byTitleAndYear = rows.Where(r => r.Title is not null && RowOrder.YearOf(r.Origin) is not null)
            .ToLookup(r => (r.Title, RowOrder.YearOf(r.Origin)));
        foreach (var row in rows)
        {
            var outcome = byTitleAndYear[(row.Title, RowOrder.YearOf(row.Origin) - 1)].FirstOrDefault()?.Outcome;
            if (outcome?.Value is { } before && row.Previous.Value is { } previous && before != previous)
                yield return row.Origin.Warning(
                    "Föregående utfall",
                    $"Föregående utfall är {row.Previous.Text} men förra årets rad säger {outcome.Value.Text}. Rätta det tal som är fel."
                );
        }
    }

    /// <summary>What a row points to must be one row. A list that was not read is told about by itself.</summary>
    private static IEnumerable<Finding?> Lookups(OrganisationLists lists)
    {
        var activities = new RowLookup<ProcessingActivity>(lists.ProcessingActivities, r => r.Origin, r => r.Title);
        var actions = new RowLookup<ActionItem>(lists.ActionItems, r => r.Origin, r => r.Title);
        if (!lists.NotRead.Contains("Informationsbehandlingar"))
        {
            foreach (var row in lists.Incidents)
            {
                if (activities.Fault(row.ProcessingActivity, "Informationsbehandlingar") is { } fault)
                    yield return row.Origin.Warning(
                        "Informationsbehandling",
                        $"{fault}. Välj om informationsbehandlingen."
                    );
            }
            foreach (var row in lists.ActionItems)
            {
                if (activities.Fault(row.ProcessingActivity, "Informationsbehandlingar") is { } fault)
                    yield return row.Origin.Warning(
                        "Informationsbehandling",
                        $"{fault}, så åtgärden står inte i någon handlingsplan. Välj om informationsbehandlingen."
                    );
            }
        }
        if (lists.NotRead.Contains("Åtgärder"))
            yield break;
        foreach (var row in lists.Decisions)
        {
            if (actions.Fault(row.ActionItem, "Åtgärder") is { } fault)
                yield return row.Origin.Warning("Åtgärd", $"{fault}. Välj om åtgärden.");
        }
    }

    private static IEnumerable<Finding> Settings(OrganisationLists lists)
    {
        var rows = lists.Settings;
        if (rows.Count == 0)
        {
            yield return new(
                FindingLevel.Warning,
                "Inställningar",
                null,
                null,
                $"Listan Inställningar {(lists.NotRead.Contains("Inställningar") ? "har inte lästs" : "är tom")}, "
                    + "så organisationens namn saknas och standardgränser används. "
                    + $"{(lists.NotRead.Contains("Inställningar") ? "Lägg till listan i underlaget." : "Lägg till en rad.")}",
                null
            );
            yield break;
        }
        var used = rows.MinBy(r => RowOrder.ById(r.Origin))!;
        foreach (var row in rows.Where(r => r != used))
            yield return row.Origin.Warning(
                "Inställning",
                $"Listan ska ha en enda rad. Rad {used.Origin.Id} används; ta bort den här."
            );
    }
}
