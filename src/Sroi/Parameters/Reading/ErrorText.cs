namespace Sroi.Parameters.Reading;

/// <summary>Small things about texts of messages.</summary>
internal static class ErrorText
{
    /// <summary>An argument error's own words, without the name of the parameter and the value that .NET adds.</summary>
    public static string FirstSentence(ArgumentException error)
    {
        int end = error.Message.IndexOf(" (Parameter '", StringComparison.Ordinal);
        return end < 0 ? error.Message : error.Message[..end];
    }
}
