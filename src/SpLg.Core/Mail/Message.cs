namespace SpLg.Core.Mail;

/// <summary>A mail in plain text.</summary>
public sealed record Message(string Subject, string Text)
{
    /// <summary>Under every mail, so that nobody answers a mailbox that is not read.</summary>
    public const string Foot = "Det här meddelandet skickas av SpLg och kan inte besvaras.";
}
