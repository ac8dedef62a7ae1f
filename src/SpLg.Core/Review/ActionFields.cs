namespace SpLg.Core.Review;

/// <summary>An action as every section shows it, and the order actions stand in.</summary>
internal static class ActionFields
{
    public static FieldSet Fields { get; } =
        new FieldSetBuilder<ActionItem>()
            .Text("Åtgärd", "Åtgärdens rubrik.", a => a.Title)
            .Text("Beskrivning", "Åtgärdens beskrivning.", a => a.Description)
            .Text(
                "Beskrivning med punkt",
                "Beskrivningen med punkt efter, när en mening följer på den.",
                a => a.Description is { } text ? Swedish.WithStop(text) : null
            )
            .Choice("Källa", "Vad åtgärden kommer ur, till exempel VoR eller Revision.", a => a.Source)
            .Text("Källans rad", "Vilken rad hos källan.", a => a.SourceRow)
            .Text("Beslutad år", "Året då åtgärden beslutades.", a => a.DecidedInYear.Text)
            .Text("Planerade år", "Åren då åtgärden ska göras, till exempel 2026, 2027.", YearsOf)
            .Text(
                "Roller",
                "Rollerna som åtgärden ligger på, med och mellan.",
                a => RolesInWords(a.Role.Select(r => r.Text).OfType<string>())
            )
            .Text(
                "Ansvarig",
                "Namnet på den ansvariga; i den öppna utgåvan rollerna i stället.",
                a => a.Responsible is null ? null : WhoOf(a)
            )
            .Text(
                "Ansvarsmening",
                "Vem som ansvarar för att åtgärden initieras eller genomförs, i en mening; rollerna när ingen person är utsedd.",
                Responsibility
            )
            .Choice("Ansvarssätt", "Om den ansvariga initierar eller genomför.", a => a.ResponsibleMode)
            .Text(
                "Ansvar",
                "Namnet på den ansvariga, eller rollerna när inget namn är angivet, och om det är att initiera eller genomföra.",
                ResponsibilityOf
            )
            .Text(
                "Källa med rad",
                "Vad åtgärden kommer ur och vilken rad hos källan, till exempel VoR: Behörighetshantering.",
                SourceOf
            )
            .Choice("Prioritet", "Hög, Medel, Låg eller Ingen.", a => a.Priority)
            .Date("Klart senast", "Slutdatum; tomt när det bara finns i ord.", a => a.DueOn)
            .Text(
                "Tid",
                "När det ska vara klart: datumet, med ordet försenad när det har passerat, annars tidsangivelsen i ord.",
                TimeOf
            )
            .YesNo(
                "Försenad",
                "Ja när åtgärden inte är klar fast slutdatumet hade passerat när listan lästes.",
                Lateness.IsLate
            )
            .Choice("Status", "Status nu.", a => a.Status)
            .Text(
                "Läge",
                "Status med dagen då åtgärden blev klar eller hur stor del som är klar, till exempel Pågår, 60 %.",
                StateOf
            )
            .Text(
                "Läge med försening",
                "Som Läge, med ordet försenad när slutdatumet har passerat.",
                a => Lateness.Mark(StateOf(a) ?? CountPerValue.NotStated, Lateness.IsLate(a))
            )
            .Text("Skäl", "Skälet till status.", a => a.StatusReason)
            .Text(
                "Uppskjutet",
                "Att åtgärden är uppskjuten och varför, med punkt efter; tomt för andra.",
                PostponementOf
            )
            .Number("Procent klart", "Hur stor del som är klar, 0–100.", a => a.PercentDone)
            .Date("Klar den", "Dagen då åtgärden blev klar.", a => a.CompletedOn)
            .Build();

    /// <summary>The most important first, then what is due first.</summary>
    public static IReadOnlyList<ActionItem> InOrder(IEnumerable<ActionItem> actions) =>
        [
            .. actions
                .OrderBy(a => RowOrder.ByChoice(a.Priority))
                .ThenBy(a => RowOrder.ByDate(a.DueOn))
                .ThenBy(a => RowOrder.ById(a.Origin)),
        ];

    internal static string? YearsOf(ActionItem action) =>
        action.PlannedYears.Count == 0 ? null : string.Join(", ", action.PlannedYears);

    internal static string? SourceOf(ActionItem action)
    {
        if (action.Source.Text is { } source)
            return $"{source}{(action.SourceRow is { } row ? $": {row}" : "")}";
        return action.SourceRow;
    }

    /// <summary>As a list in a sentence: <c>Chefer och objektledare</c>; names in capitals such as HR stay.</summary>
    public static string RolesInWords(IEnumerable<string> roles) =>
        Swedish.Join([.. roles.Select((role, i) => i > 0 ? Swedish.InSentence(role) : role)]);

    private static string Responsibility(ActionItem action)
    {
        return WhoOf(action) is not { } who
            ? "Ansvarig är inte utsedd."
            : action.ResponsibleMode.Value switch
            {
                ResponsibleMode.Initiates => $"{Swedish.Sentence(who)} ansvarar för att åtgärden initieras.",
                ResponsibleMode.Performs => $"{Swedish.Sentence(who)} ansvarar för att åtgärden genomförs.",
                _ => $"{Swedish.Sentence(who)} ansvarar för åtgärden.",
            };
    }

    /// <summary>The person, else the roles; a name that the open edition hides says less than the roles do.</summary>
    internal static string? WhoOf(ActionItem action)
    {
        var (name, roles) = (action.Responsible?.Text, RolesInWords(action.Role.Select(r => r.Text).OfType<string>()));
        return roles.Length > 0 && (name is null or OpenCells.SomebodyNamed or OpenCells.SomebodyInWords)
            ? roles
            : name;
    }

    private static string? ResponsibilityOf(ActionItem action)
    {
        return
            string.Join(
                ", ",
                new[] { WhoOf(action), action.ResponsibleMode.Text }.Where(part => !string.IsNullOrEmpty(part))
            )
                is { Length: > 0 } words
            ? words
            : null;
    }

    private static string? TimeOf(ActionItem action) =>
        Lateness.Mark(
            action.DueOn.Value is { } due ? Swedish.Long(due) : action.DueOn.Text ?? action.DueText,
            Lateness.IsLate(action)
        );

    private static string? PostponementOf(ActionItem action) =>
        !action.Status.Is(ActionStatus.Postponed)
            ? null
            : Swedish.WithStop($"{action.Status.Text}: {action.StatusReason ?? "skälet är inte angivet"}");

    internal static string? StateOf(ActionItem action) =>
        action switch
        {
            { CompletedOn.Value: { } day } when action.Status.Is(ActionStatus.Done) =>
                $"{action.Status.Text} {day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}",
            { PercentDone.Value: > 0 and < 100 and { } percent } =>
                $"{action.Status.Text ?? CountPerValue.NotStated}, {Swedish.Number(percent)}\u00a0%",
            _ => action.Status.Text,
        };

    /// <summary>
    /// The years the action is planned for; what is not a year is left out and found by the data checks.
    /// </summary>
    public static IEnumerable<int> PlannedYears(ActionItem action) =>
        action
            .PlannedYears.Select(text =>
                int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : 0
            )
            .Where(year => year is >= 1 and <= 9999);
}
