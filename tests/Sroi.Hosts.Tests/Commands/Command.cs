using Sroi.Cli;

namespace Sroi.Hosts.Tests.Commands;

/// <summary>Runs the command in process and keeps what it said.</summary>
internal sealed record Command(int Code, string Output, string Errors)
{
    public static Command Run(string args, string input = "", string? folder = null) =>
        Run(args.Split(' ', StringSplitOptions.RemoveEmptyEntries), input, folder);

    public static Command Run(string[] args, string input = "", string? folder = null)
    {
        StringWriter output = new(),
            errors = new();
        int code = CommandLine.Run(args, new(new StringReader(input), output, errors, folder ?? TestFolder.Root, IsPlain: true));
        return new(code, output.ToString().ReplaceLineEndings("\n"), errors.ToString().ReplaceLineEndings("\n"));
    }
}
