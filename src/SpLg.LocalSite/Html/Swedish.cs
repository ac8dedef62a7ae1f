using System.Globalization;

namespace SpLg.LocalSite.Html;

/// <summary>Swedish sorting, asked for by name: å, ä and ö come last.</summary>
internal static class Swedish
{
    public static CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("sv-SE");
}
