namespace SpLg.Approvals;

/// <summary>The part of a draft that says what the head decided.</summary>
internal static class DraftVerdicts
{
    /// <summary>When a draft lacks it.</summary>
    public const string WhatToDo =
        "Byt namn på dokumentet och sätt Uppdatering begärd, så görs ett nytt med delen ur mallen; det egna kan sedan "
        + "flyttas över. En egen mall behöver först få delen Bedömning, som i mallen Ledningens genomgång.";

    /// <summary>
    /// Why the head's decisions would not stand in the document; null when they would, or when it is not known. In
    /// Swedish.
    /// </summary>
    /// <param name="draft">The draft, compiled to be filled again.</param>
    /// <param name="dataOf">The document's data for a request.</param>
    public static string? FaultOf(Template draft, ReviewRequest request, Func<ReviewRequest, object> dataOf)
    {
        if (!draft.CanFill)
            return null;
        return TextsOf("ett").SequenceEqual(TextsOf("två"))
            ? $"”{draft.Name}” saknar delen om ställningstaganden, så chefens svar skulle inte stå där. {WhatToDo}"
            : null;

        IEnumerable<string> TextsOf(string reason) =>
            ApprovalParts
                .Of(draft, dataOf(request with { SuitableReason = reason, EffectiveReason = reason }))
                .Select(p => p.Text);
    }
}
