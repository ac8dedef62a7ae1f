namespace SpLg.Core.Rows;

/// <summary>Rules for Informationsbehandlingar.</summary>
internal static class ActivityChecks
{
    public static IEnumerable<Finding?> Of(IReadOnlyList<ProcessingActivity> rows, DataToCheck data)
    {
        var (limits, today) = (data.Limits, data.Today);
        var openActions = data.Links.ByActivity(data.Lists.Of(ActionItem.AsList).Where(EarlierActions.IsOpen));
        Func<ProcessingActivity, Finding?>[] rules =
        [
            r => TooOld(r, "Senaste KLASSA", r.LastClassifiedOn, limits.Classification, today),
            r => TooOld(r, "Senaste RSA", r.LastRiskAnalysedOn, limits.RiskAnalysis, today),
            r => TooOld(r, "Senaste behörighetskontroll", r.LastAccessReviewedOn, limits.AccessReview, today),
            r => r.Origin.InFuture("Senaste KLASSA", r.LastClassifiedOn, today),
            r => r.Origin.InFuture("Senaste RSA", r.LastRiskAnalysedOn, today),
            r => r.Origin.InFuture("Senaste behörighetskontroll", r.LastAccessReviewedOn, today),
            r => RedWithoutAction(r, openActions),
            ProtocolWithoutDate,
        ];
        return
        [
            .. rows.SelectMany(r => rules.Select(rule => rule(r))),
            .. rows.Count == 0 ? [] : FilledColumns.Of(rows).Empty().Select(EmptyThroughout),
            .. RowChecks.Named(rows, r => r.Title, "Informationsbehandling"),
            .. RowChecks.Different(
                rows,
                r => r.System,
                r => $"Systemet {r.System}",
                ("Nätverkszon", r => r.NetworkZone)
            ),
            // In pm3 the roles belong to the managed object, and a system may serve several.
            .. RowChecks.Different(
                rows,
                r => RowChecks.Key(r.System, r.ManagedObject),
                r => $"Systemet {r.System}",
                ("Objektägare", r => Name(r.ObjectOwner)),
                ("Objektledare", r => Name(r.ObjectManager))
            ),
        ];
    }

    private static string? Name(Reference? person) =>
        person?.Text ?? person?.Id?.ToString(CultureInfo.InvariantCulture);

    private static Finding EmptyThroughout(string column) =>
        new(
            FindingLevel.Warning,
            ProcessingActivity.AsList.Title,
            null,
            column,
            column.StartsWith("Objekt", StringComparison.Ordinal)
                ? $"Ingen {column.ToLower(Swedish.Culture)} är namngiven på någon rad. Kontrollera att kolumnen är "
                    + "med i underlaget, eller fyll i den."
                : $"Kolumnen {column} är tom på alla rader, så det går inte att säga om något saknas. Kontrollera "
                    + "att kolumnen är med i underlaget, eller fyll i den.",
            null
        );

    private static string RedPoints(decimal count) =>
        $"{Swedish.Number(count)}\u00a0{Swedish.Form(count, "röd punkt", "röda punkter")}";

    private static Finding? TooOld(
        ProcessingActivity row,
        string column,
        Entry<DateOnly> date,
        int months,
        DateOnly today
    ) =>
        date.Value is { } day && StalenessLimits.IsStale(day, months, today)
            ? row.Origin.Warning(
                column,
                $"Datumet {Swedish.Long(day)} är äldre än gränsen {Swedish.Count(months, "månad", "månader")}. "
                    + "Gör om kontrollen eller fyll i det senaste datumet."
            )
            : null;

    private static Finding? RedWithoutAction(ProcessingActivity row, ILookup<string, ActionItem> withAction) =>
        row.OpenNot.Value > 0 && !withAction.Contains(row.Origin.Id)
            ? row.Origin.Warning(
                "Öppna punkter, uppfyller inte (röda)",
                $"Det finns {RedPoints(row.OpenNot.Value.Value)} men ingen öppen åtgärd. "
                    + "Lägg en åtgärd i listan Åtgärder med den här behandlingen i kolumnen Informationsbehandling."
            )
            : null;

    private static Finding? ProtocolWithoutDate(ProcessingActivity row) =>
        row.ClassificationProtocol.Is(true) && row.LastClassifiedOn.IsEmpty
            ? row.Origin.Warning(
                "Senaste KLASSA",
                "Klassningsprotokoll finns men datum för klassningen saknas. Fyll i datumet."
            )
            : null;
}
