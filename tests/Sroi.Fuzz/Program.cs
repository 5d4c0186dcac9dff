using SharpFuzz;

namespace Sroi.Fuzz;

/// <summary><c>Sroi.Fuzz READER</c> reads what afl++ gives it; <c>Sroi.Fuzz READER FILE…</c> reads files again.</summary>
internal static class Program
{
    public static int Main(string[] arguments)
    {
        if (arguments is not [var name, .. var files] || !Reader.Names.Contains(name))
        {
            Console.Error.WriteLine($"Name a reader: {string.Join(", ", Reader.Names)}; and files, to read these again.");
            return 2;
        }

        if (files.Length == 0)
        {
            // Opened at the first input and not before: what SharpFuzz has rewritten writes into memory that is there only within its call.
            Lazy<Reader> fuzzed = new(() => Reader.Of(name)!);
            Fuzzer.OutOfProcess.Run(stream => fuzzed.Value.Reads(BytesOf(stream)));
            return 0;
        }

        using Reader reader = Reader.Of(name)!;
        foreach (string file in files)
        {
            Console.WriteLine($"{file}: {(reader.Reads(File.ReadAllBytes(file)) ? "read" : "refused")}");
        }

        return 0;
    }

    private static byte[] BytesOf(Stream stream)
    {
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
