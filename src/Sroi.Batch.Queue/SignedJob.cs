using System.Text;

namespace Sroi.Batch.Queue;

/// <summary>The signed content of a job.</summary>
/// <param name="Bundle">The hash of the files that its runs need.</param>
/// <param name="Runs">The runs, as text.</param>
/// <param name="Queue">The queue that it belongs to.</param>
internal sealed record SignedJob(string Bundle, string Runs, string Queue)
{
    private const string Kind = "job";

    private byte[][] Parts => [Encoding.UTF8.GetBytes(Bundle), Encoding.UTF8.GetBytes(Runs), Encoding.UTF8.GetBytes(Queue)];

    /// <summary>Its signature as hexadecimal digits.</summary>
    public string SignedBy(QueueKey key) => Convert.ToHexStringLower(key.Sign(Kind, Parts));

    /// <summary>Whether a text is its signature.</summary>
    public bool IsSignedBy(QueueKey key, string signature) =>
        signature.Length == 2 * QueueKey.SignatureLength
        && signature.All(char.IsAsciiHexDigit)
        && key.HasSigned(Convert.FromHexString(signature), Kind, Parts);
}
