namespace Sroi.Notebooks.Kernel;

/// <summary>What whoever runs the kernel should know and the notebook does not show: short lines on the standard error of the process.</summary>
/// <param name="writer">Where they go; taken before cells redirect the console.</param>
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
                // Nobody reads it any longer.
            }
        }
    }
}
