using SharpFuzz;

namespace Sroi.Fuzz;

/// <summary><c>Sroi.Fuzz READER</c> reads what afl++ gives it; <c>Sroi.Fuzz READER FILE…</c> reads files again.</summary>
internal static class Program
{
    public static int Main(string[] arguments)
    {
        if (arguments is not [var name, .. var files] || Reader.Of(name) is not { } reader)
        {
            Console.Error.WriteLine($"Name a reader: {string.Join(", ", Reader.Names)}; and files, to read these again.");
            return 2;
        }

        using (reader)
        {
            if (files.Length == 0)
            {
                Fuzzer.OutOfProcess.Run(stream => reader.Reads(BytesOf(stream)));
            }

            foreach (string file in files)
            {
                Console.WriteLine($"{file}: {(reader.Reads(File.ReadAllBytes(file)) ? "read" : "refused")}");
            }
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
