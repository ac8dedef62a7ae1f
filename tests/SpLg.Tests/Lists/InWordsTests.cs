namespace SpLg.Tests.Lists;

/// <summary>Who answers for something, in words where no person can be chosen.</summary>
public sealed class InWordsTests
{
    [Theory]
    [InlineData("", "HR i samverkan med ISAM", "HR i samverkan med ISAM")]
    [InlineData("Anna Berg", "HR i samverkan med ISAM", "Anna Berg")]
    [InlineData("Anna Berg", "", "Anna Berg")]
    public void Either_the_person_or_the_words_are_enough(string person, string words, string told)
    {
        var organisation = Action(person, words);

        Assert.Equal(told, Assert.Single(organisation.Read().Of(ActionItem.AsList)).Responsible?.Text);
        organisation.Build();
        Assert.DoesNotContain(organisation.Findings, f => f.Message.Contains("ansvarig", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("HR i samverkan med ISAM", "Öppen", "HR i samverkan med ISAM")]
    [InlineData("HR i samverkan med ISAM", "", "en namngiven person")]
    [InlineData("Anna Berg på HR", "Öppen", "en namngiven person")]
    [InlineData("Berg, Anna", "Öppen", "en namngiven person")]
    [InlineData("A. Berg", "Öppen", "en namngiven person")]
    [InlineData("ANNA BERG", "Öppen", "en namngiven person")]
    [InlineData("annber01", "Öppen", "en namngiven person")]
    [InlineData("Enhetschefen på IT-avdelningen", "Öppen", "Enhetschefen på IT-avdelningen")]
    public void An_open_edition_tells_words_that_a_person_has_opened_and_no_name(
        string words,
        string publication,
        string told
    )
    {
        var open = Decision("Karin Ek", words, publication).Build(Edition.Open);

        Assert.DoesNotContain("Karin Ek", FieldText.Of(open), StringComparison.Ordinal);
        Assert.Equal(told == words, FieldText.Of(open).Contains(words, StringComparison.Ordinal));
        Assert.Contains(told, FieldText.Of(open), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Words_without_a_person_are_told_as_words_of_somebody()
    {
        var open = Decision("", "HR i samverkan med ISAM", "").Build(Edition.Open);

        Assert.DoesNotContain("HR i samverkan", FieldText.Of(open), StringComparison.Ordinal);
        Assert.Contains("en utsedd person eller funktion", FieldText.Of(open), StringComparison.OrdinalIgnoreCase);
    }

    private static Organisation Decision(string person, string words, string publication) =>
        new Organisation().Add(
            "Decisions",
            ("Title", "Övning"),
            ("DecidedOn", "2026-05-01T00:00:00Z"),
            ("Year", 2026),
            ("DecidedBy", person),
            ("DecidedByInWords", words),
            ("Publication", publication)
        );

    private static Organisation Action(string person, string words) =>
        new Organisation().Add(
            "ActionItems",
            ("Title", "Öva"),
            ("Source", "VoR"),
            ("PlannedYears", new[] { "2026" }),
            ("DecidedInYear", 2025),
            ("Status", "Pågår"),
            ("Responsible", person),
            ("ResponsibleInWords", words)
        );
}
