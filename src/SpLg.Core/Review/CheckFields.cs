namespace SpLg.Core.Review;

/// <summary>A check point of a procurement as every document shows it.</summary>
internal static class CheckFields
{
    public static FieldSet Fields { get; } =
        new FieldSetBuilder<ProcurementCheck>()
            .Choice("Fas", "Fasen som punkten hör till.", c => c.Phase)
            .Text("Kontrollpunkt", "Vad som kontrolleras.", c => c.Title)
            .YesNo("Obligatorisk", "Ja när punkten är obligatorisk.", c => c.Mandatory)
            .Text("Svar", "Ja, Delvis, Nej, Ej tillämpligt eller Obesvarad.", c => c.Answer.Text ?? "Obesvarad")
            .Text("Kommentar", "Kommentaren.", c => c.Comment)
            .Text(
                "Besvarad",
                "Vem som svarade och när, det som finns av dem; i den öppna utgåvan bara dagen.",
                c => Labelled.Joined(Labelled.Name(c.AnsweredBy), Labelled.Day(c.AnsweredOn))
            )
            .Text("Besvarad av", "Namnet på den som svarade.", c => c.AnsweredBy?.Text)
            .Date("Besvarad den", "Dagen för svaret.", c => c.AnsweredOn)
            .Build();
}
