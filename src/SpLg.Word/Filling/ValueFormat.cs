using System.Runtime.CompilerServices;

namespace SpLg.Word.Filling;

/// <summary>
/// Formats that may stand after the colon in <c>{{Fält:format}}</c>. Number: <c>0</c>, <c>0,0</c>, <c>0,00</c>,
/// <c>procent</c> (0,25 is 25 %). Date: <c>datum</c> (2026-03-01, the default), <c>långt</c> (1 mars 2026), <c>månad
/// år</c>, <c>år</c>. Yes/no: two words with a slash between, such as <c>finns/saknas</c>. Text: <c>versal</c> (first
/// letter), <c>versaler</c>, <c>gemener</c>. List: <c>antal</c>.
/// </summary>
internal sealed class ValueFormat
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;
    private readonly string numberFormat;
    private readonly Func<DateOnly, string>? date;
    private readonly Func<string, string>? text;
    private readonly string yes;
    private readonly string no;

    private ValueFormat(
        string numberFormat = "#,0.############",
        Func<DateOnly, string>? date = null,
        Func<string, string>? text = null,
        string yes = "Ja",
        string no = "Nej"
    )
    {
        this.numberFormat = numberFormat;
        this.date = date;
        this.text = text;
        this.yes = yes;
        this.no = no;
    }

    public static ValueFormat Default { get; } = new();

    /// <summary>Formatted text shown among other text: its words, without formatting.</summary>
    public static ValueFormat PlainHtml { get; } = new(text: HtmlText.Plain);

    public static ValueFormat DefaultOf(FieldKind kind) => kind == FieldKind.RichText ? PlainHtml : Default;

    /// <summary>Says in Swedish that a field has no such format, and which it has.</summary>
    public static string Fault(Field field, string typed)
    {
        var choices = Choices(field.Kind);
        return choices.Length > 0
            ? $"Formatet ”{typed}” finns inte för fältet ”{field.Name}”. Välj {choices}."
            : $"Fältet ”{field.Name}” tar inget format: skriv {{{{{field.Name}}}}}.";
    }

    /// <summary>
    /// The formats of a kind, in Swedish, for a finding or a catalogue; empty when the kind takes none.
    /// </summary>
    public static string Choices(FieldKind kind) =>
        kind switch
        {
            FieldKind.Number => "0, 0,0, 0,00 eller procent",
            FieldKind.Date => "datum, långt, månad år eller år",
            FieldKind.YesNo => "två ord med snedstreck emellan, till exempel finns/saknas",
            FieldKind.Text => "versal, versaler eller gemener",
            FieldKind.List => "antal",
            _ => "",
        };

    /// <summary>The format as typed, or null when the kind has none of that name.</summary>
    public static ValueFormat? TryParse(FieldKind kind, string typed)
    {
        var folded = FieldName.Fold(typed);
        return (kind, folded) switch
        {
            (FieldKind.Number, "0") => new("#,0"),
            (FieldKind.Number, "0,0") => new("#,0.0"),
            (FieldKind.Number, "0,00") => new("#,0.00"),
            (FieldKind.Number, "procent") => new("#,0.## %"),
            (FieldKind.Date, "datum") => Default,
            (FieldKind.Date, "långt") => new(date: Swedish.Long),
            (FieldKind.Date, "månadår") => new(date: SwedishFormat.MonthAndYear),
            (FieldKind.Date, "år") => new(date: d => d.Year.ToString(Invariant)),
            (FieldKind.Text, "versal") => new(text: t => t.Length == 0 ? t : char.ToUpperInvariant(t[0]) + t[1..]),
            (FieldKind.Text, "versaler") => new(text: t => t.ToUpperInvariant()),
            (FieldKind.Text, "gemener") => new(text: t => t.ToLowerInvariant()),
            (FieldKind.List, "antal") => Default,
            (FieldKind.YesNo, _) => TryParsePair(typed),
            _ => null,
        };
    }

    [MethodImpl(Hot.Path)]
    public string Text(object? value) =>
        value switch
        {
            null => "",
            string s => text is null ? s : text(s),
            decimal number => Number(number),
            DateOnly day => date is null ? day.ToString("yyyy-MM-dd", Invariant) : date(day),
            bool answer => answer ? yes : no,
            IReadOnlyList<object> rows => rows.Count.ToString(Invariant),
            _ => throw new InvalidOperationException(
                $"A field gave a {value.GetType().Name}, which no field kind allows here."
            ),
        };

    /// <summary>
    /// The value in UTF-8 where that needs no string and no escaping; false when <see cref="Text"/> is needed.
    /// </summary>
    [MethodImpl(Hot.Path)]
    public bool TryFormat(object? value, Span<byte> utf8, out int written)
    {
        written = 0;
        return value switch
        {
            decimal number => TryFormatNumber(number, utf8, out written),
            DateOnly day when date is null => day.TryFormat(utf8, out written, "yyyy-MM-dd", Invariant),
            _ => false,
        };
    }

    // The space before the per cent sign must not break either.
    private string Number(decimal number) =>
        numberFormat.EndsWith('%')
            ? number.ToString(numberFormat, SwedishFormat.Numbers).Replace(' ', '\u00a0')
            : number.ToString(numberFormat, SwedishFormat.Numbers);

    private bool TryFormatNumber(decimal number, Span<byte> utf8, out int written)
    {
        written = 0;
        return !numberFormat.EndsWith('%') && number.TryFormat(utf8, out written, numberFormat, SwedishFormat.Numbers);
    }

    private static ValueFormat? TryParsePair(string typed)
    {
        var slash = typed.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 || typed.IndexOf('/', slash + 1) >= 0
            ? null
            : new(yes: typed[..slash].Trim(), no: typed[(slash + 1)..].Trim());
    }
}
