using System.Text.RegularExpressions;

namespace SpLg.LocalSite.Faults;

/// <summary>
/// The faults set for the running site. A request meets the first rule that matches and is not used up. Thread-safe.
/// </summary>
public sealed class FaultRules
{
    private static readonly TimeSpan MatchLimit = TimeSpan.FromSeconds(1);
    private readonly Lock gate = new();
    private readonly List<FaultRule> rules = [];

    /// <summary>The rules that can still meet a request, with what is left of their counts.</summary>
    public IReadOnlyList<FaultRule> Active
    {
        get
        {
            lock (gate)
                return [.. rules];
        }
    }

    /// <exception cref="ArgumentException">The path is no regular expression, or the count is not positive.</exception>
    public void Add(FaultRule rule)
    {
        _ = new Regex(rule.Path, RegexOptions.None, MatchLimit);
        if (rule.Count < 1 || rule.Skip < 0)
            throw new ArgumentException(
                "A fault rule needs a count of at least 1 and a skip of at least 0.",
                nameof(rule)
            );
        if (rule.Status is < 200 or > 599 || (rule.Status < 400 && rule.Kind != FaultKind.Text))
            throw new ArgumentException(
                "The status of a fault rule must be from 400 to 599, or from 200 when it answers with a text.",
                nameof(rule)
            );
        lock (gate)
            rules.Add(rule);
    }

    public void Clear()
    {
        lock (gate)
            rules.Clear();
    }

    /// <summary>The rule this request meets, one off its count; null when there is none.</summary>
    internal FaultRule? Take(string method, string pathAndQuery)
    {
        lock (gate)
        {
            for (var i = 0; i < rules.Count; i++)
            {
                var rule = rules[i];
                if (
                    (rule.Method is not null && !rule.Method.Equals(method, StringComparison.OrdinalIgnoreCase))
                    || !Regex.IsMatch(pathAndQuery, rule.Path, RegexOptions.IgnoreCase, MatchLimit)
                )
                    continue;
                if (rule.Skip > 0)
                {
                    rules[i] = rule with { Skip = rule.Skip - 1 };
                    continue;
                }
                if (rule.Count == 1)
                    rules.RemoveAt(i);
                else
                    rules[i] = rule with { Count = rule.Count - 1 };
                return rule;
            }
            return null;
        }
    }
}
