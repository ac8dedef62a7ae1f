namespace SpLg.Core.Rows;

/// <summary>Rules for Mål. Where one follows a computed figure, what is written beside it must be the same.</summary>
internal static class ObjectiveChecks
{
    public static IEnumerable<Finding?> Of(IReadOnlyList<Objective> rows, DataToCheck data)
    {
        // Each section builds its figures when an objective follows one.
        var source = new ReviewSource(data.Lists, data.Limits, data.Years, data.Today);
        return
        [
            .. rows.Where(o => Objectives.IsOf(o, data.Years.FollowUp)).SelectMany(row => Of(row, source)),
            .. PreviousAgainstLastYear(rows),
            .. RowChecks.Named(rows, r => r.Title, "Mål"),
            .. RowChecks.Different(
                rows,
                r => RowChecks.Key(r.Title, RowChecks.Year(r.Origin)),
                r => $"Målet ”{r.Title}”",
                ("Målvärde", r => r.Target.Text),
                ("Utfall", r => r.Outcome.Text)
            ),
        ];
    }

    /// <summary>
    /// The previous outcome that the objective states, against the outcome on its own row of the year before.
    /// </summary>
    private static IEnumerable<Finding> PreviousAgainstLastYear(IReadOnlyList<Objective> rows)
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

    private static IEnumerable<Finding?> Of(Objective row, ReviewSource source)
    {
        if (row.FollowsCourse is not null && !row.Follows.Is(FollowedFigure.Trained))
            yield return row.Origin.Warning(
                "Utbildning som följs",
                $"En utbildning är angiven men målet följer inte ”{Choice.Text(FollowedFigure.Trained)}”, så den används inte. "
                    + "Välj den uppgiften under Följer uppgift eller töm rutan."
            );
        if (row.Follows.Value is not { } followed || FollowedFigures.Of(row, source) is not { } value)
            yield break;
        var (name, list) = (Choice.Text(followed), FollowedFigures.ListOf(followed));
        if (
            followed == FollowedFigure.Trained
            && row.FollowsCourse is { } course
            && source.Of(Trainings.Section).CourseNamed(course) is null
        )
            yield return row.Origin.Warning(
                "Utbildning som följs",
                $"Listan Utbildningar har ingen utbildning som heter ”{course}” för {Text(source.Years.FollowUp)}, "
                    + "så utfallet saknas i dokumentet. "
                    + "Rätta namnet eller lägg till utbildningens resultat."
            );
        else if (value.Figure.Value is null)
            yield return row.Origin.Warning(
                "Följer uppgift",
                $"Målet följer ”{name}”, som inte går att räkna för {Text(source.Years.FollowUp)}; "
                    + $"i dokumentet står ”{value.Figure.Text}”. "
                    + $"Fyll i det som saknas i listan {list}, eller välj bort uppgiften."
            );
        yield return Differs(
            row,
            column: "Utfall",
            what: "Utfallet",
            written: row.Outcome,
            computed: value.Figure,
            name: name,
            list: list
        );
        if (value.Before is { } before)
            yield return Differs(
                row,
                column: "Föregående utfall",
                what: "Föregående utfall",
                written: row.Previous,
                computed: before,
                name: name,
                list: list
            );
    }

    /// <summary>The written value may have more decimals than the figure is shown with.</summary>
    private static Finding? Differs(
        Objective row,
        string column,
        string what,
        Entry<decimal> written,
        Entry<decimal> computed,
        string name,
        string list
    )
    {
        if (written.IsEmpty || computed.Value is not { } value)
            return null;
        return written.Value is { } typed && Math.Round(typed, value.Scale, MidpointRounding.AwayFromZero) == value
            ? null
            : row.Origin.Warning(
                column,
                $"{what} är ifyllt som {written.Text}, men målet följer ”{name}”, som är {computed.Text} enligt listan {list}. "
                    + $"I dokumentet står {computed.Text}. Töm {column}, eller rätta listan {list} om {written.Text} är rätt."
            );
    }

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);
}
