using SpLg.Core.Fields;
using SpLg.Core.Lists;

namespace SpLg.Core.Figures;

/// <summary>A figure that an objective follows, as its section has it.</summary>
/// <param name="Figure">The number, or words where it is not known or may not be told.</param>
/// <param name="Before">The same last year; null when it has none, or when the figure says how things are and not how a year was.</param>
public sealed record FollowedValue(
    Entry<decimal> Figure, Footing Footing, Trace Trace, Entry<decimal>? Before = null, Footing FootingBefore = default, Trace? TraceBefore = null);
