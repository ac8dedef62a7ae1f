namespace SpLg.Requests;

/// <summary>The request is no longer this run's: a person has changed its status, or another worker has it.</summary>
internal sealed class LeaseLostException(string message) : Exception(message);
