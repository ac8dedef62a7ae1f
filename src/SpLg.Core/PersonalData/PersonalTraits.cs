using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace SpLg.Core.PersonalData;

/// <summary>What personal data a text seems to hold.</summary>
internal readonly record struct PersonalTraits(bool HasNumber, bool HasEmail, bool HasPhone)
{
    /// <summary>A text as long as this is looked at once: each edition asks for it, and it may be a megabyte.</summary>
    private const int Long = 2_000;

    private const int MostKept = 10_000;

    /// <summary>By a hash of the text, so that the text itself is not kept.</summary>
    private static readonly ConcurrentDictionary<UInt128, PersonalTraits> Known = new();

    /// <param name="isHtml">Whether it is formatted text, of which only what a reader sees counts.</param>
    public static PersonalTraits In(string text, bool isHtml)
    {
        if (text.Length < Long)
            return Look(text, isHtml);
        var hash = SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan()));
        var key = MemoryMarshal.Read<UInt128>(hash) ^ (isHtml ? UInt128.One : UInt128.Zero);
        if (Known.TryGetValue(key, out var known))
            return known;
        if (Known.Count >= MostKept)
            Known.Clear();
        return Known[key] = Look(text, isHtml);
    }

    private static PersonalTraits Look(string text, bool isHtml)
    {
        var folded = FoldedText.Of(isHtml ? string.Join('\f', HtmlText.Examined(text)) : text);
        return new(PersonalNumber.IsIn(folded), EmailAddress.IsIn(folded), PhoneNumber.IsIn(folded));
    }
}
