namespace Sroi.Notebooks.Kernel;

/// <summary>Messages that the notebook does not show: short lines on the standard error of the process.</summary>
/// <param name="writer">The destination, taken before cells redirect the console.</param>
internal sealed class KernelLog(TextWriter writer)
{
    private readonly Lock _gate = new();

    public void Write(string line)
    {
        lock (_gate)
        {
            try
            {
                writer.WriteLine($"sroi notebook kernel: {line.ReplaceLineEndings(" ")}");
                writer.Flush();
            }
            catch (IOException)
            {
                // The reader has gone.
            }
        }
    }
}
