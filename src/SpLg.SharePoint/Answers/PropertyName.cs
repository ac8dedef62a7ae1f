using System.Runtime.CompilerServices;

namespace SpLg.SharePoint.Answers;

internal static class PropertyName
{
    /// <summary>
    /// As <see cref="Utf8JsonReader.ValueTextEquals(ReadOnlySpan{byte})"/>, which is a call and several questions for
    /// each name, and a row has some thirty.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Is(this ref Utf8JsonReader reader, ReadOnlySpan<byte> name) =>
        reader.ValueIsEscaped ? reader.ValueTextEquals(name) : reader.ValueSpan.SequenceEqual(name);
}
