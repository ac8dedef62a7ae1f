using System.Text.Json;

namespace SpLg.Core.Lists;

/// <summary>
/// Reads the cells of one row by internal column name. What cannot be read becomes a finding with list, row, column
/// and link; reading always goes on. A required column that is empty is a finding too.
/// </summary>
/// <param name="siteZone">The site's time zone (site settings, regional settings): a date is midnight there.</param>
public sealed class RowReader(ListSchema list, ListRow row, TimeZoneInfo siteZone, ICollection<Finding> findings)
{
    private static readonly LongTexts<bool> Empty = new(HtmlText.ShowsNothing, _ => 0);

    /// <summary>Of a note that is formatted all the same; null for one that is not.</summary>
    private static readonly LongTexts<string?> Words = new(
        text => HtmlText.IsHtml(text) ? HtmlText.Plain(text) : null,
        words => words?.Length ?? 0
    );

    /// <summary>A personal identity number has ten digits, and few counts have.</summary>
    private const int LeastDigitsOfNumber = 10;

    private readonly List<UnreadCell> unread = [];
    private readonly List<ReadText> noted = [];
    private readonly OpenCells? open;

    /// <summary>Reads what an open edition may hold of the row.</summary>
    internal RowReader(ListSchema list, ListRow row, TimeZoneInfo siteZone, OpenCells open)
        : this(list, row, siteZone, (ICollection<Finding>)[]) => this.open = open;

    /// <summary>The columns every list carries; a list without one of them simply leaves it empty.</summary>
    public RowOrigin Origin() =>
        new(
            List: list.Title,
            Id: row.Id,
            Link: open is null ? row.WebUrl : open.Link(row.WebUrl),
            Year: list.TryColumn("Year") is null ? default : Number("Year"),
            Publication: list.TryColumn("Publication") is null ? default : Choice<Publication>("Publication"),
            SecrecyGround: list.TryColumn("SecrecyGround") is null ? null : Own("SecrecyGround"),
            PersonalDataReviewed: list.TryColumn("PersonalDataReviewed") is null
                ? default
                : YesNo("PersonalDataReviewed"),
            ExternalKey: list.TryColumn("ExternalKey") is null ? null : Own("ExternalKey")
        )
        {
            Unread = unread,
            Texts = noted,
            IsCounted = open is { IsCounted: true },
        };

    /// <summary>Text or plain note, trimmed; null when empty.</summary>
    public string? Text(string name) => Noted(name, Cell(name, ColumnKind.Text, ColumnKind.Note), isHtml: false);

    /// <summary>Formatted note as the HTML SharePoint keeps; null when empty or when it shows nothing.</summary>
    public string? Html(string name) => Noted(name, Cell(name, ColumnKind.RichText), isHtml: true);

    /// <summary>One value of the column's choices.</summary>
    public Entry<T> Choice<T>(string name)
        where T : struct, Enum => Opened(name, ReadChoice<T>(name));

    private Entry<T> ReadChoice<T>(string name)
        where T : struct, Enum
    {
        var text = Cell(name, ColumnKind.Choice);
        if (text is null)
            return default;
        var value = Lists.Choice.TryValue<T>(text);
        if (value is null)
            ReportUnread(
                name,
                text,
                $"Värdet ”{text}” finns inte bland kolumnens val. Välj något av: {string.Join(", ", Lists.Choice.Texts<T>())}."
            );
        return new(value, value is { } known ? Lists.Choice.Text(known) : text);
    }

    /// <summary>The values of a multi-choice column in the order they are kept.</summary>
    public IReadOnlyList<Entry<T>> Choices<T>(string name)
        where T : struct, Enum =>
        open is null
            ? ReadChoices<T>(name)
            : [.. ReadChoices<T>(name).Select(e => open.Entry(name, e)).Where(e => !e.IsEmpty)];

    private Entry<T>[] ReadChoices<T>(string name)
        where T : struct, Enum
    {
        var texts = Several(name, text => Lists.Choice.TryValue<T>(text) is not null);
        var entries = new Entry<T>[texts.Count];
        for (var i = 0; i < texts.Count; i++)
        {
            var value = Lists.Choice.TryValue<T>(texts[i]);
            entries[i] = new(value, value is { } known ? Lists.Choice.Text(known) : texts[i]);
            if (value is null)
                ReportUnread(
                    name,
                    texts[i],
                    $"Värdet ”{texts[i]}” finns inte bland kolumnens val. Välj bland: {string.Join(", ", Lists.Choice.Texts<T>())}."
                );
        }
        return entries;
    }

    /// <summary>The texts of a multi-choice column whose choices are not a closed set in code, such as years.</summary>
    public IReadOnlyList<string> Texts(string name)
    {
        var several = Several(name, list.Column(name).Choices.Contains);
        if (open is not null)
            several = open.Texts(name, several);
        foreach (var text in several)
            Note(name, text, isHtml: false);
        return several;
    }

    /// <summary>
    /// A number within the column's limits; outside them it counts as unreadable, because no figure could use it.
    /// </summary>
    public Entry<decimal> Number(string name) => Opened(name, ReadNumber(name));

    private Entry<decimal> ReadNumber(string name)
    {
        var text = Cell(name, ColumnKind.Number);
        if (text is null)
            return default;
        var column = list.Column(name);
        var cell = row.Fields[name];
        if (CellNumber.IsAmbiguous(cell, column))
        {
            ReportUnread(
                name,
                text,
                $"”{text}” kan betyda både tusental och decimaler, så värdet räknas inte. Skriv talet utan "
                    + "tusentalsavgränsare, till exempel 1000 eller 1,5."
            );
            return new(null, text);
        }
        if (CellNumber.TryRead(cell, column) is not { } value)
        {
            ReportUnread(
                name,
                text,
                cell.ValueKind == JsonValueKind.Number
                    ? $"”{text}” är ett tal som är för stort för att räkna med. Rätta det."
                    : $"”{text}” är inte ett tal. Skriv siffror, till exempel 12 eller 12,5."
            );
            return new(null, text);
        }
        if (value < column.Minimum || value > column.Maximum)
        {
            ReportUnread(name, text, $"”{text}” är utanför det som kolumnen tillåter: {Limits(column)}.");
            return new(null, text);
        }
        if (text.Count(char.IsAsciiDigit) >= LeastDigitsOfNumber)
            Note(name, text, isHtml: false);
        // Swedish decimals whatever the source wrote; without culture data, which a small machine may lack.
        return new(value, value.ToString("0.##########", CultureInfo.InvariantCulture).Replace('.', ','));
    }

    public Entry<bool> YesNo(string name) => Opened(name, ReadYesNo(name));

    private Entry<bool> ReadYesNo(string name)
    {
        var text = Cell(name, ColumnKind.YesNo);
        if (text is null)
            return default;
        var value = CellText.TryYesNo(text);
        if (value is null)
            ReportUnread(name, text, $"”{text}” kan inte läsas som ja eller nej.");
        return new(
            value,
            value switch
            {
                true => "Ja",
                false => "Nej",
                null => text,
            }
        );
    }

    /// <summary>A date, also from a column that carries time of day: the day it was in the site's time zone.</summary>
    public Entry<DateOnly> Date(string name) => Opened(name, ReadDate(name));

    private Entry<DateOnly> ReadDate(string name)
    {
        var text = Cell(name, ColumnKind.Date, ColumnKind.DateTime);
        if (text is null)
            return default;
        var value = DayText.TryRead(text, siteZone);
        if (value is { } day && NoValue.IsDay(day))
        {
            ReportNothing(name, text);
            return default;
        }
        if (value is null)
            ReportUnread(
                name,
                text,
                $"”{text}” kan inte läsas som ett datum. Skriv år-månad-dag, till exempel 2026-03-01."
            );
        return new(value, value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? text);
    }

    /// <summary>
    /// A moment, of a column that carries time of day, told by the site's wall clock.
    /// </summary>
    public Entry<DateTimeOffset> Moment(string name) => Opened(name, ReadMoment(name));

    private Entry<DateTimeOffset> ReadMoment(string name)
    {
        var text = Cell(name, ColumnKind.DateTime);
        if (text is null)
            return default;
        if (DayText.TryReadMoment(text, siteZone) is { } moment)
        {
            if (!NoValue.IsDay(DateOnly.FromDateTime(moment.DateTime)))
                return new(moment, text);
            ReportNothing(name, text);
            return default;
        }
        ReportUnread(
            name,
            text,
            DayText.TryRead(text, siteZone) is null
                ? $"”{text}” kan inte läsas som en tidpunkt."
                : $"”{text}” har inget klockslag. Skriv som 2026-03-09 14:30."
        );
        return new(null, text);
    }

    /// <summary>
    /// A person or a row of another list; null when empty. Where a list has a column of words beside that of the person,
    /// either is enough: the words stand where no person is chosen, and in an open edition in place of the name.
    /// </summary>
    public Reference? Reference(string name)
    {
        var column = Expect(name, ColumnKind.Person, ColumnKind.Lookup);
        var chosen = Chosen(name);
        var words = list.WordsBeside(column)?.Name;
        var said = words is null ? null : Cell(words, ColumnKind.Text);
        if (chosen is null && said is not null && open is null)
            chosen = new(null, said);
        var told = open is null ? chosen : open.Reference(column, chosen, said);
        if (words is not null && said is not null && told?.Text == said)
            noted.Add(new(words, list.Column(words).DisplayName, said, IsHtml: false));
        return told;
    }

    /// <summary>The person or row that is chosen in the column, without the words beside a person.</summary>
    public Reference? Chosen(string name)
    {
        var column = Expect(name, ColumnKind.Person, ColumnKind.Lookup);
        var (id, text) = row.Fields.TryGetValue(name, out var cell) ? CellText.Pair(cell) : new Reference(null, null);
        if (row.Fields.TryGetValue(name + "LookupId", out var idCell) && CellText.One(idCell) is { } idText)
        {
            id = CellText.TryId(idText);
            if (id is null && NoValue.IsWord(idText))
                ReportNothing(name, idText);
            else if (id is null)
                Report(name, $"Hänvisningen ”{idText}” är inte ett radnummer. Välj om värdet i listan.");
        }
        text = text is null ? null : Value(name, Letters.Seen(text));
        if (id is null && text is not null && column.Kind == ColumnKind.Person && CellText.IsNobody(text))
        {
            Tell(
                name,
                $"”{text}” är inget namn och läses som att ingen är utsedd. Lämna cellen tom, eller skriv ett namn."
            );
            text = null;
        }
        if (id is null && text is null)
        {
            if (column.Required)
                ReportMissing(name);
            return null;
        }
        return new(id, text);
    }

    private Entry<T> Opened<T>(string name, Entry<T> entry)
        where T : struct => open is null ? entry : open.Entry(name, entry);

    private string? Noted(string name, string? text, bool isHtml)
    {
        var shown = open is null ? text : open.Text(name, text, isHtml);
        if (shown is not null)
            Note(name, shown, isHtml);
        return shown;
    }

    private void Note(string name, string text, bool isHtml)
    {
        if (open is null || open.Shows(name))
            noted.Add(new(name, list.Column(name).DisplayName, text, isHtml));
    }

    /// <summary>A text that says how the row may be used; it stands in no document.</summary>
    private string? Own(string name) =>
        Cell(name, ColumnKind.Text, ColumnKind.Note) is { } text
        && open is null
        && Letters.Seen(text) is { Length: > 0 } seen
            ? seen
            : null;

    private IReadOnlyList<string> Several(string name, Func<string, bool> isKnown)
    {
        var column = Expect(name, ColumnKind.MultiChoice);
        var texts = row.Fields.TryGetValue(name, out var cell)
            ? CellText.SplitKnown(
                [.. CellText.Several(cell).Select(t => Value(name, Letters.Seen(t))).OfType<string>()],
                isKnown
            )
            : [];
        if (texts.Count == 0 && column.Required)
            ReportMissing(name);
        return texts;
    }

    private string? Cell(string name, params ReadOnlySpan<ColumnKind> kinds)
    {
        var column = Expect(name, kinds);
        var text = row.Fields.TryGetValue(name, out var cell) ? CellText.One(cell) : null;
        if (column.Kind == ColumnKind.RichText && text is not null && Empty.In(text))
            text = null;
        // The cell decides, not the column: a plain column holds HTML when it was a formatted one before, or when the
        // file is another list's export.
        else if (column.Kind == ColumnKind.Note && text is not null && Words.In(text) is { } words)
        {
            text = words.Length > 0 ? words : null;
            if (text is not null)
                Tell(
                    name,
                    "Cellen innehåller formaterad text (HTML) och läses som den text den visar. Skriv den som ren text."
                );
        }
        else if (column.Kind is not (ColumnKind.Text or ColumnKind.Note or ColumnKind.RichText) && text is not null)
        {
            text = Letters.Seen(text);
        }
        text = text is null ? null : Value(name, text);
        if (text is null && column.Required)
            ReportMissing(name);
        return text;
    }

    /// <summary>
    /// The text of a cell; null when another program says with it that there is none. Of what may close a row it stays,
    /// because the value that is lost may have been the one that closed it.
    /// </summary>
    private string? Value(string name, string text)
    {
        if (!NoValue.IsWord(text) || name == "Publication")
            return text.Length > 0 ? text : null;
        if (name == "SecrecyGround")
        {
            Report(
                name,
                $"”{text}” är vad ett annat program skriver när värdet saknas. Cellen räknas som ifylld, eftersom den kan ha "
                    + "angett sekretess. Skriv rätt värde, eller töm cellen."
            );
            return text;
        }
        ReportNothing(name, text);
        return null;
    }

    private ColumnSchema Expect(string name, params ReadOnlySpan<ColumnKind> kinds)
    {
        var column = list.Column(name);
        if (!kinds.Contains(column.Kind))
            throw new InvalidOperationException(
                $"Column '{name}' of '{list.Title}' is {column.Kind} in the template, read as {kinds[0]}."
            );
        return column;
    }

    private static string Limits(ColumnSchema column) =>
        (column.Minimum, column.Maximum) switch
        {
            ({ } least, { } most) => $"{least}–{most}",
            ({ } least, null) => $"minst {least}",
            (null, { } most) => $"högst {most}",
            _ => "alla tal",
        };

    private void ReportMissing(string name) =>
        Report(name, $"Kolumnen ”{list.Column(name).DisplayName}” är tom men måste fyllas i.");

    /// <summary>Of something that is read as nothing, so that nothing is told of it but this.</summary>
    private void ReportNothing(string name, string text) =>
        Report(
            name,
            $"”{text}” är vad ett annat program skriver när värdet saknas. Cellen läses som tom. Skriv rätt värde, eller töm cellen."
        );

    private void Tell(string name, string message) =>
        findings.Add(new(FindingLevel.Info, list.Title, row.Id, list.Column(name).DisplayName, message, row.WebUrl));

    private void ReportUnread(string name, string text, string message)
    {
        if (open is null || open.Shows(name))
            unread.Add(new(list.Column(name).DisplayName, open is null ? text : open.Written(text)));
        Report(name, message);
    }

    private void Report(string name, string message) =>
        findings.Add(new(FindingLevel.Warning, list.Title, row.Id, list.Column(name).DisplayName, message, row.WebUrl));
}
