namespace SpLg.Core.Review;

/// <summary>One course as a chart shows it: whole per cent this year and last; null where there is none.</summary>
public sealed record TrainingBar(string Course, decimal? Now, decimal? Before)
{
    public static FieldSet Fields { get; } =
        new FieldSetBuilder<TrainingBar>()
            .Text("Utbildning", "Utbildningens namn.", b => b.Course)
            .Number("Procent i år", "Hur många procent som har gått i år.", b => b.Now)
            .Number(
                "Procent förra året",
                "Samma uppgift förra året; tomt när uppgifter saknas eller åren inte går att jämföra.",
                b => b.Before
            )
            .Build();
}
