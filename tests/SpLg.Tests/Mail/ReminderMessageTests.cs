using SpLg.Core.Mail;

namespace SpLg.Tests.Mail;

public class ReminderMessageTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Fact]
    public void Only_what_is_open_and_late_or_due_within_thirty_days_is_reminded_of_by_due_day()
    {
        ActionItem[] actions =
        [
            Action("far", "2026-12-22"),
            Action("thirty", "2026-12-21"),
            Action("done", "2026-11-01", "Klar"),
            Action("closed", "2026-11-01", "Avslutad utan åtgärd"),
            Action("late", "2026-10-01", "Pågår"),
            Action("no day", null),
            Action("postponed", "2026-11-22", "Uppskjuten"),
        ];

        Assert.Equal(["late", "postponed", "thirty"], ReminderMessage.Due(actions, Today).Select(a => a.Title));
    }

    [Fact]
    public void The_mail_has_the_groups_in_order_with_links_and_how_long_there_is()
    {
        var due = ReminderMessage.Due(
            [
                Action("Inför MFA", "2026-11-01"),
                Action("Öva", "2026-11-20"),
                Action("I dag", "2026-11-21"),
                Action("Sju", "2026-11-28"),
                Action("Åtta", "2026-11-29"),
            ],
            Today
        );

        var message = ReminderMessage.Of("Anna Ek", "Kulturnämnden", due, Today);

        Assert.Equal("Åtgärder, Kulturnämnden: 2 försenade, 2 inom 7 dagar och 1 inom 30 dagar", message.Subject);
        Assert.Equal(
            """
            Hej Anna Ek!

            Du ansvarar för fem åtgärder som är försenade eller snart ska vara klara.

            Försenade (2)
            - 1 november 2026 (för 20 dagar sedan): Inför MFA
              https://a.example/Inf%C3%B6r%20MFA
            - 20 november 2026 (i går): Öva
              https://a.example/%C3%96va

            Ska vara klara inom 7 dagar (2)
            - 21 november 2026 (i dag): I dag
              https://a.example/I%20dag
            - 28 november 2026 (om 7 dagar): Sju
              https://a.example/Sju

            Ska vara klara inom 30 dagar (1)
            - 29 november 2026 (om 8 dagar): Åtta
              https://a.example/%C3%85tta

            När en åtgärd är klar: sätt status Klar på raden. Behövs mer tid: ändra dagen och skriv varför.

            Det här meddelandet skickas av SpLg och kan inte besvaras.
            """.ReplaceLineEndings("\n"),
            message.Text
        );
    }

    [Fact]
    public void One_action_is_written_in_the_singular_and_a_secret_one_without_its_title()
    {
        var message = ReminderMessage.Of(
            "Anna Ek",
            "Kulturnämnden",
            [Action("Byt lås i arkivet", "2026-11-20", publication: "Sekretess")],
            Today
        );

        Assert.Equal("Åtgärder, Kulturnämnden: 1 försenad", message.Subject);
        Assert.Contains(
            "Du ansvarar för en åtgärd som är försenad eller snart ska vara klar.",
            message.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("Åtgärd 7 (sekretess)", message.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Byt lås",
            message.Text.Replace("Byt%20l%C3%A5s", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_action_with_a_ground_for_secrecy_and_no_word_of_it_is_told_without_its_title()
    {
        var action = Action("Byt lås i arkivet", "2026-11-20");
        action = action with { Origin = action.Origin with { Publication = default, SecrecyGround = "18 kap. 8 §" } };

        Assert.Contains(
            "Åtgärd 7 (sekretess)",
            ReminderMessage.Of("Anna Ek", "Kulturnämnden", [action], Today).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_coordinator_is_told_whom_no_mail_reaches_and_nothing_when_all_are_reached()
    {
        Assert.Null(ReminderMessage.OfUnreached("Kulturnämnden", [], 0));
        var message = ReminderMessage.OfUnreached("Kulturnämnden", [("Bo Al", 1), ("Eva Ek", 2)], 1)!;

        Assert.Equal("Påminnelser som inte kunde skickas, Kulturnämnden", message.Subject);
        Assert.Contains(
            "Bo Al har ingen e-postadress på webbplatsen och fick ingen påminnelse om 1\u00a0åtgärd.",
            message.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("påminnelse om 2\u00a0åtgärder.", message.Text, StringComparison.Ordinal);
        Assert.Contains(
            "1\u00a0åtgärd som är försenad eller snart ska vara klar har ingen ansvarig.",
            message.Text,
            StringComparison.Ordinal
        );
    }

    private static ActionItem Action(
        string title,
        string? due,
        string status = "Ej påbörjad",
        string publication = "Öppen"
    )
    {
        var fields = new Dictionary<string, string?>
        {
            ["Title"] = title,
            ["DueOn"] = due,
            ["Status"] = status,
            ["Publication"] = publication,
        }
            .Where(f => f.Value is not null)
            .ToDictionary(f => f.Key, f => JsonSerializer.SerializeToElement(f.Value));
        var row = new ListRow("7", null, new Uri("https://a.example/" + Uri.EscapeDataString(title)), fields);
        return ActionItem.Read(new RowReader(ShippedFiles.Schema().List(ActionItem.List), row, TimeZoneInfo.Utc, []));
    }
}
