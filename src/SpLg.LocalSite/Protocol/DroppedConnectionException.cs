namespace SpLg.LocalSite.Protocol;

/// <summary>A fault rule asks for the connection to break here.</summary>
internal sealed class DroppedConnectionException : Exception;
