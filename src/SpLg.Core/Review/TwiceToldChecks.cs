namespace SpLg.Core.Review;

/// <summary>One fact told in two rows with two values, and rows that would be counted twice.</summary>
internal static class TwiceToldChecks
{
    public static IEnumerable<Finding> Of(OrganisationLists lists) =>
        new[]
        {
            Different(
                lists.Incidents,
                r => r.Origin,
                r => r.IaId,
                r => $"Incident {r.IaId}",
                ("Inträffade", r => r.OccurredOn.Text),
                ("Upptäcktes", r => r.DiscoveredOn.Text),
                ("Typ", r => r.Kind.Text),
                ("Allvarlighetsgrad", r => r.Severity.Text)
            ),
            Different(
                lists.UndesiredEvents,
                r => r.Origin,
                r => Key(r.Title, Year(r.Origin)),
                r => $"Händelsen ”{r.Title}”",
                ("Sannolikhet (1–5)", r => r.Likelihood.Text),
                ("Konsekvens (1–5)", r => r.Impact.Text),
                ("Bedömning", r => r.Assessment.Text)
            ),
            Different(
                lists.InternalControlResults,
                r => r.Origin,
                r => Key(r.Title, Year(r.Origin), r.Period.Text),
                r => $"Kontrollen ”{r.Title}”",
                ("Resultat", r => r.Result.Text)
            ),
            Different(
                lists.ProcessingActivities,
                r => r.Origin,
                r => r.System,
                r => $"Systemet {r.System}",
                ("Nätverkszon", r => r.NetworkZone)
            ),
            // In pm3 the roles belong to the managed object, and a system may serve several.
            Different(
                lists.ProcessingActivities,
                r => r.Origin,
                r => Key(r.System, r.ManagedObject),
                r => $"Systemet {r.System}",
                ("Objektägare", r => Name(r.ObjectOwner)),
                ("Objektledare", r => Name(r.ObjectManager))
            ),
            Different(
                lists.ActionItems,
                r => r.Origin,
                r => Key(r.Title, r.DecidedInYear.Text, r.SourceRow),
                r => $"Åtgärden ”{r.Title}”",
                ("Status", r => r.Status.Text),
                ("Klart senast", r => r.DueOn.Text)
            ),
            Different(
                lists.DpoFindings,
                r => r.Origin,
                r => Key(r.Title, r.Area.Text, r.ReportYear.Text),
                r => $"Rekommendationen ”{r.Title}”",
                ("Allvar (1–4)", r => r.Severity.Text)
            ),
            Different(
                lists.Audits,
                r => r.Origin,
                r => Key(r.Title, Year(r.Origin)),
                r => $"Revisionen ”{r.Title}”",
                ("Genomförd", r => r.CompletedOn.Text)
            ),
            Different(
                lists.GoverningDocuments,
                r => r.Origin,
                r => Key(r.Title, r.Level.Text),
                r => $"Dokumentet ”{r.Title}”",
                ("Fastställt", r => r.AdoptedOn.Text)
            ),
            Different(
                lists.TrainingResults,
                r => r.Origin,
                r => Key(r.Title, r.Unit, r.Audience, Year(r.Origin, r.CompletedOn)),
                r => $"Utbildningen ”{r.Title}”",
                ("Antal som ska gå", r => r.Expected.Text),
                ("Antal som gått", r => r.Completed.Text)
            ),
            Different(
                lists.Objectives,
                r => r.Origin,
                r => Key(r.Title, Year(r.Origin)),
                r => $"Målet ”{r.Title}”",
                ("Målvärde", r => r.Target.Text),
                ("Utfall", r => r.Outcome.Text)
            ),
            Different(
                lists.Decisions,
                r => r.Origin,
                r => Key(r.Title, Year(r.Origin)),
                r => $"Beslutet ”{r.Title}”",
                ("Beslutat", r => r.DecidedOn.Text)
            ),
            Twice(
                lists.Procurements,
                r => r.Origin,
                r => r.RegistryNumber,
                "Diarienummer",
                "Rad {0} har samma diarienummer. Samma upphandling kan redovisas två gånger: ta bort den ena raden eller rätta numret."
            ),
            Twice(
                lists.TrainingResults,
                r => r.Origin,
                r => Key(r.Title, r.Unit, r.Audience, Year(r.Origin, r.CompletedOn)),
                "Utbildning",
                "Rad {0} gäller samma utbildning, enhet, målgrupp och år, och båda räknas. Behåll den som gäller."
            ),
        }.SelectMany(findings => findings);

    /// <param name="key">What the fact is about; null where the row does not say.</param>
    /// <param name="what">The same in Swedish, as the beginning of a sentence.</param>
    /// <param name="columns">Column names and the values that should be the same; an empty cell says nothing against
    /// another.</param>
    private static IEnumerable<Finding> Different<T>(
        IReadOnlyList<T> rows,
        Func<T, RowOrigin> origin,
        Func<T, string?> key,
        Func<T, string> what,
        params (string Name, Func<T, string?> Value)[] columns
    )
    {
        foreach (var (name, valueOf) in columns)
        {
            var first = new Dictionary<string, (string Id, string Value)>(StringComparer.OrdinalIgnoreCase);
            foreach (var row in rows)
            {
                if (
                    key(row) is not { } of
                    || valueOf(row) is not { } value
                    || first.TryAdd(of, (origin(row).Id, value))
                )
                    continue;
                var other = first[of];
                if (!string.Equals(other.Value, value, StringComparison.OrdinalIgnoreCase))
                    yield return origin(row)
                        .Warning(
                            name,
                            $"{what(row)} har två olika uppgifter om {name}: ”{value}” på den här raden och "
                                + $"”{other.Value}” på rad {other.Id}. Rätta den som är fel."
                        );
            }
        }
    }

    /// <param name="message">Swedish, with the id of the first row in the place of {0}.</param>
    private static IEnumerable<Finding> Twice<T>(
        IReadOnlyList<T> rows,
        Func<T, RowOrigin> origin,
        Func<T, string?> key,
        string column,
        string message
    )
    {
        var first = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in rows)
        {
            if (key(row) is { } of && !first.TryAdd(of, origin(row).Id))
                yield return origin(row)
                    .Warning(column, string.Format(CultureInfo.InvariantCulture, message, first[of]));
        }
    }

    /// <summary>Null when the first part, the name, is empty.</summary>
    private static string? Key(string? name, params ReadOnlySpan<string?> parts) =>
        name is null ? null : $"{name}\u001f{string.Join('\u001f', parts)}";

    private static string? Year(RowOrigin origin, params ReadOnlySpan<Entry<DateOnly>> dates) =>
        RowOrder.YearOf(origin, dates)?.ToString(CultureInfo.InvariantCulture);

    private static string? Name(Reference? person) =>
        person?.Text ?? person?.Id?.ToString(CultureInfo.InvariantCulture);
}
