namespace SpLg.Core.Rollup;

/// <summary>The names a template of the roll-up may use.</summary>
public static class RollupDocument
{
    public static FieldSet Fields { get; } = Build();

    private static FieldSet Build()
    {
        var fields = new FieldSetBuilder<RollupReview>()
            .Group(
                "Samlad",
                "Försättsblad.",
                r => r,
                new FieldSetBuilder<RollupReview>()
                    .Text("Titel", "Dokumentets titel, till exempel Samlad genomgång 2026.", r => r.Title)
                    .Text("År", "Året som genomgångarna gäller.", r => r.YearText)
                    .Text(
                        "Stad",
                        "Stadens eller kommunens namn; tomt när organisationerna inte har angett samma.",
                        r => r.City
                    )
                    .Number("Antal", "Antal organisationer som är med.", r => r.Organisations.Count)
                    .Text("Mening", "Vilka organisationer som är med, i en mening.", r => r.Sentence)
                    .Text(
                        "Saknas",
                        "Vilka organisationer som inte har någon fastställd genomgång, i ord; tomt när ingen saknas.",
                        r => r.MissingSentence
                    )
                    .Date(
                        "Senast fastställd",
                        "Dagen då den sista av genomgångarna fastställdes.",
                        r => r.Organisations.Count == 0 ? null : r.Organisations.Max(o => (DateOnly?)o.ApprovedOn)
                    )
                    .Build()
            )
            .List(
                "Organisationer",
                "Organisationerna i bokstavsordning, med allt som en öppen genomgång innehåller.",
                r => r.Organisations,
                new FieldSetBuilder<RollupOrganisation>()
                    .Text("Organisation", "Organisationens namn.", o => o.Name)
                    .Text("Fastställd av", "Vem som fastställde genomgången.", o => o.ApprovedBy)
                    .Date("Fastställd den", "Dagen då den fastställdes.", o => (DateOnly?)o.ApprovedOn)
                    .Text("Fil", "Namnet på filen med det fastställda underlaget.", o => o.Source)
                    .Include<BuiltReview>(ReviewSections.Fields, o => o.Review)
                    .Build()
            );
        for (var i = 0; i < ComparedSection.All.Count; i++)
        {
            var at = i;
            fields.Group(
                ComparedSection.All[i].Name,
                ComparedSection.All[i].Description,
                r => r.Sections[at],
                ComparedSection.All[i].Fields()
            );
        }
        return fields.Build();
    }
}
