namespace SpLg.Word.Figures;

/// <summary>Data of a list in a chart: a category for each row, and a series for each number field.</summary>
internal sealed record ChartBinding(ValueSource List, Field Category, IReadOnlyList<Field> Series)
{
    /// <param name="chosen">The fields that the template names; without any all number fields are shown, by the first
    /// text field.</param>
    /// <param name="fault">Swedish: why it cannot be done; null when it can.</param>
    public static ChartBinding? TryBind(ValueSource list, IReadOnlyList<Field> chosen, out string? fault)
    {
        var inner = list.Field.Inner!.Fields;
        var unfit = chosen.FirstOrDefault(f => f.Kind is not (FieldKind.Text or FieldKind.Number));
        var category =
            chosen.FirstOrDefault(f => f.Kind == FieldKind.Text) ?? inner.FirstOrDefault(f => f.Kind == FieldKind.Text);
        var series = chosen.Where(f => f.Kind == FieldKind.Number).ToList();
        if (series.Count == 0)
            series = [.. inner.Where(f => f.Kind == FieldKind.Number)];
        fault = null;
        if (unfit is not null)
            fault =
                $"Fältet ”{unfit.Name}” i listan ”{list.Field.Name}” kan inte visas i ett diagram: välj talfält, "
                + "och ett textfält för rubrikerna.";
        else if (category is null || series.Count == 0)
            fault =
                $"Listan ”{list.Field.Name}” kan inte visas i ett diagram: den behöver ett textfält för rubrikerna "
                + "och minst ett talfält.";
        return fault is null ? new(list, category!, series) : null;
    }
}
