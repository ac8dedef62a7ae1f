using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;

namespace SpLg.Tests.Review;

/// <summary>
/// The same rule counts both years, in every field of every section and both editions: fields are found by what they
/// say, so that one that is added is held to this too.
/// </summary>
public sealed partial class ComparedFiguresTests
{
    private static readonly (string Word, string Other)[] Directions =
    [
        ("fler", "färre"),
        ("högre", "lägre"),
        ("längre", "kortare"),
        ("Bättre", "Sämre"),
        ("bättre", "sämre"),
        ("en förbättring", "en försämring"),
        ("oförändrat", "oförändrat"),
        ("Oförändrat", "Oförändrat"),
        ("lika många", "lika många"),
    ];

    /// <summary>What stands beside a figure of last year, where it is not this year's name and ”förra året”.</summary>
    private static readonly string[] ThisYear = ["I år", "Antal"];

    /// <summary>Where the list has no row of last year, an objective is compared with what is written.</summary>
    private const string NoneNow = "inga uppgifter från året";

    /// <summary>Of two that may be told of one clause neither is chosen, in one year or the other.</summary>
    private const string NoClauseToCompare = "Ingen jämförelse";

    private static readonly (int Rounds, ulong[] Seeds) Tried = SampleOrAll.IsAll
        ? (60, [20261130, 7, 4711])
        : (12, [20261130]);

    [Fact]
    public void What_the_open_edition_compares_is_as_it_is_with_all_rows() =>
        Hold(
            RandomRows.Of(
                RandomRows.Loose,
                "Öppen",
                "",
                "Öppen",
                "Öppen",
                "",
                "Öppen",
                "Intern",
                "Sekretess",
                "oläsligt"
            ),
            rows => AssertAsWithAllRows(rows)
        );

    [Fact]
    public void What_the_open_edition_compares_is_as_it_is_with_all_rows_when_few_are_not_open() =>
        Hold(RandomRows.Of(0, [.. Enumerable.Repeat("Öppen", 40), "Intern"]), rows => AssertAsWithAllRows(rows));

    [Fact]
    public void With_the_years_swapped_every_comparison_is_turned_round_and_every_figure_changes_place() =>
        Hold(
            RandomRows.Of(RandomRows.Loose, "Öppen", "Intern"),
            rows =>
            {
                foreach (var edition in Enum.GetValues<Edition>())
                    AssertTurned(Read(rows, edition), Read(rows.Mirrored(), edition));
            }
        );

    [Fact]
    public void A_direction_holds_whatever_stood_in_the_cells_that_say_nothing() =>
        Hold(
            from rows in RandomRows.Of(RandomRows.Loose, "Öppen")
            from seed in Gen.Choose(0, int.MaxValue - 1)
            select (
                Rows: rows,
                Completed: rows.Completed(
                    seed,
                    ("Procurements", "HandlesInformation"),
                    ("RequirementAssessments", "Edition"),
                    ("RequirementAssessments", "Title"),
                    ("Objectives", "Follows"),
                    ("Objectives", "FollowsCourse")
                )
            ),
            both =>
            {
                var (now, completed) = (Read(both.Rows, Edition.Full), Read(both.Completed, Edition.Full));
                // More may be said when more is known, but nothing that was said is taken back.
                foreach (var (path, text) in now.Where(f => DirectionsIn(f.Value).Count > 0))
                    Assert.True(
                        !completed.TryGetValue(path, out var whole)
                            || DirectionsIn(whole).IsSupersetOf(DirectionsIn(text)),
                        $"{path}: {text}\nmen i sin helhet: {whole}"
                    );
            }
        );

    /// <summary>
    /// What happened last year after the day of this year that the lists were read on changes no comparison.
    /// </summary>
    [Fact]
    public void Of_a_year_that_is_not_over_only_the_same_part_of_last_year_is_compared() =>
        Hold(
            RandomRows.Of(RandomRows.Loose, [.. Enumerable.Repeat("Öppen", 40), "Intern"]),
            rows =>
            {
                var day = new DateOnly(Organisation.Year, 5, 20);
                foreach (var edition in Enum.GetValues<Edition>())
                {
                    var (all, part) = (
                        Read(rows, edition, day),
                        Read(rows.WithoutIncidentsAfter(day.AddYears(-1)), edition, day)
                    );
                    foreach (var (path, text) in all.Where(f => DirectionsIn(f.Value).Count > 0))
                        Assert.True(
                            !part.TryGetValue(path, out var ofPart)
                                || DirectionsIn(ofPart).SetEquals(DirectionsIn(text))
                                || DirectionsIn(ofPart).Count == 0,
                            $"{path}: {text}\nmen utan resten av förra året: {ofPart}"
                        );
                }
            }
        );

    /// <summary>A law over no comparisons would hold too.</summary>
    [Fact]
    public void Many_fields_compare()
    {
        var rows = RandomRows.Of(0, "Öppen").Sample(8, 100);
        var found = rows.SelectMany(r => Read(r, Edition.Full))
            .Where(f => DirectionsIn(f.Value).Count > 0)
            .Select(f => Row().Replace(f.Key, ""))
            .ToHashSet(StringComparer.Ordinal);
        Assert.Empty(
            new HashSet<string>(StringComparer.Ordinal)
            {
                "Incidenter.Trend",
                "Incidenter.Mening",
                "Incidenter.Per orsak.Trend",
                "Incidenter.Per enhet.Riktning",
                "Incidenter.Tid trend",
                "Incidenter.Per månad.Trend",
                "Utbildningar.Mening",
                "Utbildningar.Per utbildning.Trend",
                "Internkontroll.Per resultat.Trend",
                "Upphandlingar.Trend",
                "Mål.Rader.Trend",
                "Självskattning.Krav.Förändring",
                "Sammanfattning.Nyckeltal.Trend",
            }.Except(found)
        );
    }

    private static void AssertAsWithAllRows(RandomRows rows)
    {
        var (open, full) = (Read(rows, Edition.Open), Read(rows, Edition.Full));
        foreach (var (path, text) in open.Where(f => DirectionsIn(f.Value).Count > 0))
        {
            if (!full.TryGetValue(path, out var whole))
                continue;
            var isTrend = Directions.Any(d => text.StartsWith(d.Word, StringComparison.Ordinal));
            Assert.True(
                isTrend ? text == whole : DirectionsIn(text).SetEquals(DirectionsIn(whole)),
                $"{path}: {text}\nmen med alla rader: {whole}"
            );
        }
    }

    private static void AssertTurned(Dictionary<string, string> fields, Dictionary<string, string> mirrored)
    {
        foreach (var (path, text) in fields)
        {
            // What is written on an objective as its outcome before is of that row, whatever its year.
            if (
                !mirrored.TryGetValue(path, out var turned)
                || (path.StartsWith("Mål.Rader", StringComparison.Ordinal) && !ChangesPlace(path, fields, mirrored))
                // A clause's number is another requirement's in the other edition.
                || (
                    path.StartsWith("Självskattning.Krav", StringComparison.Ordinal)
                    && fields["Självskattning.Utgåva"] != mirrored["Självskattning.Utgåva"]
                )
            )
                continue;
            var directions = DirectionsIn(text);
            Assert.True(
                directions.Count == 0
                    || turned == SpLg.Core.Language.Trend.NoComparison
                    || turned == NoneNow
                    || turned == NoClauseToCompare
                    || turned.Contains("visas inte", StringComparison.Ordinal)
                    || DirectionsIn(turned).SetEquals(directions.Select(Turned)),
                $"{path}: {text}\nmen med åren omkastade: {turned}"
            );
            if (BesideOf(path, mirrored) is { } now)
                Assert.True(text == now || IsWords(text), $"{path}: {text}\nmen samma år som årets: {now}");
        }
    }

    /// <summary>
    /// An objective's outcome and the one before are computed of both years, and neither is what is written.
    /// </summary>
    private static bool ChangesPlace(
        string path,
        Dictionary<string, string> fields,
        Dictionary<string, string> mirrored
    )
    {
        var place = path[..(path.LastIndexOf('.') + 1)];
        return fields[place + "Utfall"] == mirrored[place + "Föregående utfall"]
            && fields[place + "Föregående utfall"] == mirrored[place + "Utfall"];
    }

    /// <summary>This year's figure beside last year's.</summary>
    private static string? BesideOf(string path, Dictionary<string, string> fields)
    {
        const string Before = "förra året";
        var at = path.LastIndexOf('.') + 1;
        var (place, name) = (path[..at], path[at..]);
        if (
            !name.EndsWith(Before, StringComparison.OrdinalIgnoreCase)
            || name.EndsWith("mot förra året", StringComparison.Ordinal)
        )
            return null;
        return name.Length > Before.Length
            ? fields.GetValueOrDefault(place + name[..^(Before.Length + 1)])
            : ThisYear.Select(n => fields.GetValueOrDefault(place + n)).FirstOrDefault(v => v is not null);
    }

    private static bool IsWords(string text) => text.Length == 0 || !char.IsAsciiDigit(text[0]);

    private static HashSet<string> DirectionsIn(string text) =>
        Directions
            .SelectMany(d => new[] { d.Word, d.Other })
            .Where(word =>
                Regex.IsMatch(
                    text.Replace("oförändrade", "oförändrat", StringComparison.Ordinal),
                    $@"\b{word}\b(?! än [0-9])",
                    RegexOptions.None,
                    TimeSpan.FromSeconds(1)
                )
            )
            .ToHashSet(StringComparer.Ordinal);

    private static string Turned(string word) =>
        Directions.First(d => d.Word == word || d.Other == word) is var pair && pair.Word == word
            ? pair.Other
            : pair.Word;

    private static Dictionary<string, string> Read(RandomRows rows, Edition edition, DateOnly? today = null)
    {
        var organisation = rows.Organisation();
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        Read(
            fields,
            ReviewSections.Fields,
            BuiltReview.Build(
                organisation.Read(),
                null,
                Organisation.Years,
                edition,
                today ?? Organisation.EndOfYear,
                organisation.Findings
            ),
            ""
        );
        return fields;
    }

    /// <summary>Rows of a list by their first field, so that the same row is found in another review.</summary>
    private static void Read(Dictionary<string, string> found, FieldSet fields, object of, string path)
    {
        foreach (var field in fields.Fields)
        {
            var value = field.Read(of);
            var name = path + field.Name;
            switch (field.Kind)
            {
                case FieldKind.Group:
                    Read(found, field.Inner!, value!, name + ".");
                    break;
                case FieldKind.List:
                    foreach (
                        var row in ((IReadOnlyList<object>)value!)
                            .GroupBy(r =>
                                Convert.ToString(field.Inner!.Fields[0].Read(r), CultureInfo.InvariantCulture)
                            )
                            .Where(g => g.Count() == 1)
                    )
                        Read(found, field.Inner!, row.Single(), $"{name}[{row.Key}].");
                    break;
                default:
                    found[name] = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
                    break;
            }
        }
    }

    private static void Hold<T>(Gen<T> rows, Action<T> law)
    {
        foreach (var seed in Tried.Seeds)
            Check.One(
                Config.QuickThrowOnFailure.WithMaxTest(Tried.Rounds).WithReplay(seed, 23),
                Prop.ForAll(rows.ToArbitrary(), law)
            );
    }

    [GeneratedRegex(@"\[[^\]]*\]", RegexOptions.None, 1000)]
    private static partial Regex Row();
}
