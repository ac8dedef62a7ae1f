namespace SpLg.Worker;

/// <summary>The request is no longer this run's: a person has changed its status, or another worker has it.</summary>
internal sealed class ClaimLostException(string message) : Exception(message);
