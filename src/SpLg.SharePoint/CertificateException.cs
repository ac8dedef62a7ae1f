namespace SpLg.SharePoint;

/// <summary>The application's certificate cannot be used; the message says why and what to do.</summary>
public sealed class CertificateException(string message, Exception? cause) : Exception(message, cause);
