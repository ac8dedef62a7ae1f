namespace SpLg.Core.Mail;

/// <summary>
/// The actions that a person should look at: late ones, those due within a week and those due within thirty days, in
/// that order.
/// </summary>
public static class ReminderMessage
{
    private const int Soon = 7;
    private const int Ahead = 30;

    /// <summary>
    /// The actions that somebody is reminded of: not done, not closed, and late or due within thirty days; by due day.
    /// </summary>
    public static IReadOnlyList<ActionItem> Due(IEnumerable<ActionItem> actions, DateOnly today) =>
        [
            .. actions
                .Where(a =>
                    a.DueOn.Value is { } due
                    && due <= today.AddDays(Ahead)
                    && !a.Status.Is(ActionStatus.Done)
                    && !a.Status.Is(ActionStatus.ClosedWithoutAction)
                )
                .OrderBy(a => a.DueOn.Value)
                .ThenBy(a => a.Title, StringComparer.Ordinal),
        ];

    /// <param name="name">The person's, as the site knows it.</param>
    /// <param name="place">The site's name: one person may have actions in several organisations.</param>
    /// <param name="due">Of <see cref="Due"/>, at least one.</param>
    public static Message Of(string name, string place, IReadOnlyList<ActionItem> due, DateOnly today)
    {
        (string Heading, string InSubject, IReadOnlyList<ActionItem> Actions)[] groups =
        [
            ("Försenade", "försenade", Between(null, today.AddDays(-1))),
            ("Ska vara klara inom 7 dagar", "inom 7 dagar", Between(today, today.AddDays(Soon))),
            ("Ska vara klara inom 30 dagar", "inom 30 dagar", Between(today.AddDays(Soon + 1), today.AddDays(Ahead))),
        ];
        var there = groups.Where(g => g.Actions.Count > 0).ToList();
        string[] parts =
        [
            $"Hej {name}!",
            $"Du ansvarar för {Swedish.InWords(due.Count)} {Swedish.Form(due.Count, "åtgärd", "åtgärder")} som är "
                + $"{Swedish.Form(due.Count, "försenad", "försenade")} eller snart ska vara "
                + $"{Swedish.Form(due.Count, "klar", "klara")}.",
            .. there.Select(g =>
                $"{g.Heading} ({g.Actions.Count})\n{string.Join('\n', g.Actions.Select(a => Line(a, today)))}"
            ),
            "När en åtgärd är klar: sätt status Klar på raden. Behövs mer tid: ändra dagen och skriv varför.",
            Message.Foot,
        ];
        return new(
            $"Åtgärder, {place}: {Swedish.Join([.. there.Select(g => $"{g.Actions.Count} {Word(g.InSubject, g.Actions.Count)}")])}",
            string.Join("\n\n", parts)
        );

        IReadOnlyList<ActionItem> Between(DateOnly? from, DateOnly to) =>
            [.. due.Where(a => (from is null || a.DueOn.Value >= from) && a.DueOn.Value <= to)];
    }

    /// <summary>To the coordinator: whom no mail could reach, and how many actions nobody answers for.</summary>
    /// <param name="place">The site's name: one coordinator may have several organisations.</param>
    /// <param name="withoutAddress">Names, each with the number of actions.</param>
    /// <returns>Null when there is nothing to tell.</returns>
    public static Message? OfUnreached(
        string place,
        IReadOnlyList<(string Name, int Actions)> withoutAddress,
        int withoutResponsible
    )
    {
        string[] lines =
        [
            .. withoutAddress.Select(p =>
                $"{p.Name} har ingen e-postadress på webbplatsen och fick ingen påminnelse om "
                + $"{Swedish.Count(p.Actions, "åtgärd", "åtgärder")}."
            ),
            .. withoutResponsible > 0
                ? new[]
                {
                    $"{Swedish.Count(withoutResponsible, "åtgärd", "åtgärder")} som är "
                        + $"{Swedish.Form(withoutResponsible, "försenad", "försenade")} eller snart ska vara "
                        + $"{Swedish.Form(withoutResponsible, "klar", "klara")} har ingen ansvarig.",
                }
                : [],
        ];
        return lines.Length == 0
            ? null
            : new($"Påminnelser som inte kunde skickas, {place}", $"{string.Join('\n', lines)}\n\n{Message.Foot}");
    }

    private static string Line(ActionItem action, DateOnly today)
    {
        var due = action.DueOn.Value!.Value;
        // Mail is no place for what is secret; the row itself shows it to those who may read it.
        var title = action.Origin.IsSecret
            ? $"Åtgärd {action.Origin.Id} (sekretess)"
            : action.Title ?? $"Åtgärd {action.Origin.Id}";
        var link = action.Origin.Link is { } address ? $"\n  {address.AbsoluteUri}" : "";
        return $"- {Swedish.Long(due)} ({Swedish.FromToday(due, today)}): {title}{link}";
    }

    private static string Word(string word, int count) => word == "försenade" && count == 1 ? "försenad" : word;
}
