namespace SpLg.Approvals;

/// <summary>Something is missing that the approval needs; in Swedish, with what to do.</summary>
internal sealed class ApprovalGapsException(string message) : Exception(message);
