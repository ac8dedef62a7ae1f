namespace SpLg.LocalSite.Resources;

/// <summary>
/// The type facets of a column: as a client sends them, filled up with the service's defaults, and as the provisioning
/// template's kinds become. https://learn.microsoft.com/graph/api/resources/columndefinition
/// </summary>
internal static class ColumnFacets
{
    private static readonly Dictionary<string, Func<JsonObject>> Defaults = new(StringComparer.Ordinal)
    {
        ["text"] = () => Text(),
        ["choice"] = () =>
            new()
            {
                ["allowTextEntry"] = false,
                ["choices"] = new JsonArray(),
                ["displayAs"] = "dropDownMenu",
            },
        ["number"] = () => new() { ["decimalPlaces"] = "automatic", ["displayAs"] = "number" },
        ["currency"] = () => new() { ["locale"] = "sv-SE" },
        ["boolean"] = () => [],
        ["dateTime"] = () => new() { ["displayAs"] = "default", ["format"] = "dateTime" },
        ["lookup"] = () =>
            new()
            {
                ["allowMultipleValues"] = false,
                ["allowUnlimitedLength"] = false,
                ["columnName"] = "Title",
                ["listId"] = "",
            },
        ["personOrGroup"] = Person,
        ["hyperlinkOrPicture"] = () => new() { ["isPicture"] = false },
        ["term"] = () => [],
        ["calculated"] = () =>
            new()
            {
                ["format"] = "dateTime",
                ["formula"] = "",
                ["outputType"] = "text",
            },
    };

    /// <summary>Graph's words for how many decimals a number column shows.</summary>
    private static readonly string[] Decimals = ["none", "one", "two", "three", "four", "five"];

    /// <summary>The facet as stored: what was sent, over the defaults, each property of the default's type.</summary>
    public static (string Name, JsonObject Settings) Read(JsonObject column)
    {
        var names = column.Select(p => p.Key).Where(Defaults.ContainsKey).ToList();
        // Without a facet the service makes a text column; two facets are refused.
        if (names.Count > 1)
            throw GraphError.Invalid("One of the provided arguments is not acceptable.");
        var name = names.SingleOrDefault() ?? "text";
        var settings = Defaults[name]();
        if (column[name] is not (null or JsonObject))
            throw GraphError.Invalid("Invalid request");
        foreach (var (key, value) in column[name] as JsonObject ?? [])
        {
            if (settings[key] is { } usual && value?.GetValueKind() is { } sent && !Alike(usual.GetValueKind(), sent))
                throw GraphError.Invalid($"The property '{key}' is not of the expected type.");
            if (!key.StartsWith('@') && value is not null)
                settings[key] = value.DeepClone();
        }
        foreach (var limit in new[] { "minimum", "maximum" })
        {
            if (settings[limit] is { } number && number.GetValueKind() != JsonValueKind.Number)
                throw GraphError.Invalid($"The property '{limit}' is not of the expected type.");
        }
        if (name == "choice" && ((JsonArray)settings["choices"]!).Any(c => c?.GetValueKind() != JsonValueKind.String))
            throw GraphError.Invalid("The property 'choices' must hold strings.");
        return (name, settings);
    }

    public static JsonObject Text() =>
        new()
        {
            ["allowMultipleLines"] = false,
            ["appendChangesToExistingText"] = false,
            ["linesForEditing"] = 0,
            ["maxLength"] = 255,
        };

    public static JsonObject Person() =>
        new()
        {
            ["allowMultipleSelection"] = false,
            ["displayAs"] = "nameWithPresence",
            ["chooseFromType"] = "peopleAndGroups",
        };

    /// <param name="lookupList">The id of the list a lookup points to.</param>
    public static (string Name, JsonObject Settings) Of(ColumnSchema column, Guid? lookupList)
    {
        var facet = column.Kind switch
        {
            ColumnKind.Text or ColumnKind.Note or ColumnKind.RichText => "text",
            ColumnKind.Choice or ColumnKind.MultiChoice => "choice",
            ColumnKind.Number => "number",
            ColumnKind.YesNo => "boolean",
            ColumnKind.Date or ColumnKind.DateTime => "dateTime",
            ColumnKind.Person => "personOrGroup",
            ColumnKind.Lookup => "lookup",
            _ => throw new InvalidOperationException($"The local site does not know the column kind {column.Kind}."),
        };
        var settings = Defaults[facet]();
        switch (column.Kind)
        {
            case ColumnKind.Note or ColumnKind.RichText:
                settings = new()
                {
                    ["allowMultipleLines"] = true,
                    ["appendChangesToExistingText"] = false,
                    ["linesForEditing"] = 6,
                    ["textType"] = column.Kind == ColumnKind.Note ? "plain" : "richText",
                };
                break;
            case ColumnKind.Choice or ColumnKind.MultiChoice:
                settings["choices"] = new JsonArray([.. column.Choices.Select(c => (JsonNode)c)]);
                // The only sign of several values: choice has no flag for it.
                settings["displayAs"] = column.Kind == ColumnKind.MultiChoice ? "checkBoxes" : "dropDownMenu";
                break;
            case ColumnKind.Number:
                settings["decimalPlaces"] = column.Decimals is { } decimals ? Decimals[decimals] : "automatic";
                if (column.Minimum is { } least)
                    settings["minimum"] = least;
                if (column.Maximum is { } most)
                    settings["maximum"] = most;
                break;
            case ColumnKind.Date:
                settings["format"] = "dateOnly";
                break;
            case ColumnKind.Lookup:
                settings["listId"] =
                    lookupList?.ToString()
                    ?? throw new InvalidOperationException(
                        $"Column '{column.Name}' points to the list '{column.LookupList}', which the schema does not hold."
                    );
                break;
        }
        return (facet, settings);
    }

    private static bool Alike(JsonValueKind one, JsonValueKind other) =>
        one == other
        || (one is JsonValueKind.True or JsonValueKind.False && other is JsonValueKind.True or JsonValueKind.False);
}
