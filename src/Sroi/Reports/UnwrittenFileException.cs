namespace Sroi.Reports;

/// <summary>A file could not be written. The message says which and why; what was there before is as it was.</summary>
public sealed class UnwrittenFileException : IOException
{
    // Windows says the same in numbers of its own.
    private const int Windows = unchecked((int)0x80070000);

    /// <summary>A file that could not be written.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cause">What the system said.</param>
    public UnwrittenFileException(string path, Exception cause)
        : base($"Nothing was written to {path}: {InWords(cause)}.", cause) { }

    /// <summary>Why the system refuses to write, in words: <c>the disk is full</c>, <c>permission is denied</c>.</summary>
    /// <returns>Null if that is no fault of a disk and no matter of permission.</returns>
    public static string? Reason(Exception error) =>
        error switch
        {
            UnauthorizedAccessException => OfCode(error.InnerException?.HResult) ?? "permission is denied",
            IOException => OfCode(error.HResult),
            // So the runtime says what the system calls a file too large.
            ArgumentOutOfRangeException { ParamName: "value", Source: "System.Private.CoreLib" } => OfCode(27),
            _ => null,
        };

    /// <summary>Whether the system refused, for whatever reason.</summary>
    internal static bool IsRefusal(Exception error) => error is IOException or UnauthorizedAccessException || Reason(error) is not null;

    /// <summary>The reason, or what the system said where we have no words for it.</summary>
    internal static string InWords(Exception error) => Reason(error) ?? error.Message.TrimEnd('.');

    private static string? OfCode(int? code) =>
        code switch
        {
            28 or Windows + 0x27 or Windows + 0x70 => "the disk is full",
            122 or 69 or Windows + 0x50F => "the quota of this user is used up",
            30 or Windows + 0x13 => "the disk is read-only",
            27 or Windows + 0xDF => "a file may not become that large here",
            9 => "it is closed",
            5 => "the disk failed",
            _ => null,
        };
}
