namespace SpLg.Core.Language;

/// <summary>A file or folder that could not be written: which, why, and what to do, in one line of English.</summary>
public sealed class FileFault : IOException
{
    // Numbers of Linux and macOS (errno) and of Windows (the low half of HRESULT), which .NET keeps in HResult.
    // https://learn.microsoft.com/dotnet/api/system.exception.hresult
    private static readonly int[] Full = [28, 69, 122, 112, 39];
    private static readonly int[] ReadOnly = [30, 19];
    private static readonly int[] TooLong = [36, 63, 206];
    private static readonly int[] NotFolder = [20];
    private static readonly int[] IsFolder = [21];
    private static readonly int[] InUse = [11, 35, 32, 33];

    /// <param name="path">What was to be written.</param>
    /// <param name="advice">What to do besides, such as the setting that names the place; ends with a full
    /// stop.</param>
    public FileFault(string path, Exception fault, string? advice = null)
        : base($"{path} cannot be written: {Reason(fault)}{(advice is null ? "" : " " + advice)}", fault) =>
        IsFull = Is(fault, Full);

    /// <summary>The disk is full, which may pass.</summary>
    public bool IsFull { get; }

    /// <summary>Whether it is the place that cannot be written, and not the content that is wrong.</summary>
    public static bool IsOfDisk(Exception fault) =>
        Is(fault, [.. Full, .. ReadOnly, .. TooLong, .. NotFolder, .. IsFolder]) || fault is DirectoryNotFoundException;

    /// <summary>Whether somebody else has the file open.</summary>
    public static bool IsOpenElsewhere(Exception fault) => Is(fault, InUse);

    private static string Reason(Exception fault) =>
        fault switch
        {
            FileFault known => known.Message,
            _ when Is(fault, Full) => "the disk is full. Make room on it, or choose another place.",
            _ when Is(fault, ReadOnly) =>
                "it lies on a disk or in a folder that can only be read. Make that writable, or choose another place.",
            _ when Is(fault, TooLong) || fault is PathTooLongException => "its name is too long. Choose a shorter one.",
            _ when Is(fault, IsFolder) => "it is a folder. Give the name of a file.",
            _ when Is(fault, NotFolder) =>
                "something on the way to it is a file and not a folder. Choose another place.",
            _ when Is(fault, InUse) => "another program has it open. Close it there.",
            DirectoryNotFoundException =>
                "the folder it should lie in does not exist. Create it, or choose another place.",
            UnauthorizedAccessException =>
                "this account has no right to write there. Give it that right, or choose another place.",
            _ => fault.Message,
        };

    private static bool Is(Exception fault, int[] numbers)
    {
        for (var e = fault; e is not null; e = e.InnerException)
        {
            if (e is FileFault { InnerException: { } inner })
                return Is(inner, numbers);
            if (
                e is IOException
                && Array.IndexOf(numbers, e.HResult & 0xFFFF) >= 0
                && (e.HResult & unchecked((int)0xFFFF0000)) is 0 or unchecked((int)0x80070000)
            )
                return true;
        }
        return false;
    }
}
