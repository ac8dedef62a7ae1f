namespace SpLg.Core.Lists;

/// <summary>
/// What other programs write where they have no value: the name of a type, an error of a formula, their own word for
/// nothing, the first day of their calendar.
/// </summary>
internal static partial class NoValue
{
    /// <summary>What they write is short; a text is not looked through.</summary>
    private const int Longest = 200;

    /// <summary>Without the names of types, which are too many to list.</summary>
    internal static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "null",
        "(null)",
        "<null>",
        "\\N",
        "NaN",
        "undefined",
        "[]",
        "{}",
        "[object Object]",
        "System.__ComObject",
        // Excel's, in English and in Swedish.
        // https://support.microsoft.com/office/error-type-function-10958677-7c8d-44f7-ae77-b9a9ee6eefaa
        "#N/A",
        "#NAME?",
        "#REF!",
        "#VALUE!",
        "#DIV/0!",
        "#NULL!",
        "#NUM!",
        "#SPILL!",
        "#CALC!",
        "#FIELD!",
        "#BLOCKED!",
        "#CONNECT!",
        "#BUSY!",
        "#UNKNOWN!",
        "#GETTING_DATA",
        "#SAKNAS!",
        "#SAKNAS",
        "#NAMN?",
        "#REFERENS!",
        "#VÄRDEFEL!",
        "#VÄRDE!",
        "#DIVISION/0!",
        "#SKÄRNING!",
        "#OGILTIGT!",
        "#EXPANSION!",
        "#BERÄKNING!",
        "#FÄLT!",
        "#BLOCKERAD!",
        "#BLOCKERAT!",
        "#ANSLUT!",
        "#UPPTAGEN!",
        "#OKÄNT!",
        "#HÄMTAR_DATA",
        // LibreOffice's.
        "Err:502",
        "Err:504",
        "Err:508",
        "Err:509",
        "Err:511",
        "Err:519",
        "Err:522",
    };

    /// <summary>
    /// The first days of Excel's, .NET's, Unix', Windows' and SQL Server's calendars, as days of the zone they are read
    /// in.
    /// </summary>
    private static readonly HashSet<DateOnly> Days =
    [
        new(1899, 12, 30),
        new(1899, 12, 31),
        new(1900, 1, 1),
        new(1, 1, 1),
        new(1, 1, 2),
        new(1970, 1, 1),
        new(1601, 1, 1),
        new(1753, 1, 1),
    ];

    public static bool IsWord(string text) =>
        text.Length <= Longest && (Words.Contains(text) || TypeName().IsMatch(text));

    public static bool IsDay(DateOnly day) => Days.Contains(day);

    /// <summary>As Export-Csv writes a cell that holds several values or an object, and a cell that is too narrow.</summary>
    [GeneratedRegex(
        @"^(System\.(Object|String|Char|S?Byte|U?Int(16|32|64)|Single|Double|Decimal|Boolean|DateTime|DateTimeOffset|DBNull|"
            + @"Guid|Uri)|"
            // A product or a library may bear the name of a namespace; only what ends as types do is one.
            + @"(System\.(Collections|Management\.Automation|Data|Xml|Text)|Microsoft\.(SharePoint|Graph|Office|PowerShell|Online)|PnP)"
            + @"(\.\w+)*\.(\w+`[0-9]+|\w*(Values?|Collection|Object|Item|Info|Row|RowView|Table|Element|Attribute|Node|Document|"
            + @"List|Dictionary|Enumerator|Builder|Hashtable|Reference)|MicrosoftGraph\w+))(\[[^\]]*\]+)*$|^\#{3,}$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex TypeName();
}
