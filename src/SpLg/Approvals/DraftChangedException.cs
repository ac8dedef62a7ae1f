namespace SpLg.Approvals;

/// <summary>
/// The draft in the library is not the one that was approved: somebody else has saved it since it was handed over. The
/// message says who, and that it has to be approved anew; in Swedish.
/// </summary>
internal sealed class DraftChangedException(string message) : Exception(message);
