using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json.Nodes;

namespace Sroi.Notebooks.Installing;

/// <summary>How a front end starts this program again.</summary>
/// <param name="Arguments">The program, and what comes before the name of a command.</param>
/// <param name="DotnetRoot">The location of .NET, if not the default; otherwise null.</param>
public sealed record ProgramCommand(ImmutableArray<string> Arguments, string? DotnetRoot)
{
    private const string RootVariable = "DOTNET_ROOT";

    /// <summary>The running program: itself, or <c>dotnet</c> with its file if it was started that way.</summary>
    public static ProgramCommand OfProcess()
    {
        string program =
            Environment.ProcessPath ?? throw new NotebookException("The path of this program is unknown, so no kernel can be registered.");
        bool isDotnet = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        string? root = Environment.GetEnvironmentVariable(RootVariable) is { Length: > 0 } value ? value : null;
        return new(isDotnet ? [program, Assembly.GetEntryAssembly()!.Location] : [program], root);
    }

    /// <summary>The kernel.json that describes a kernel to Jupyter.</summary>
    /// <param name="displayName">The name in the list of kernels.</param>
    internal JsonObject KernelJson(string displayName)
    {
        JsonObject json = new()
        {
            ["argv"] = new JsonArray([.. Arguments.Append("notebook").Append("kernel").Append("{connection_file}").Select(a => JsonValue.Create(a))]),
            ["display_name"] = displayName,
            ["language"] = "C#",
            ["interrupt_mode"] = "message",
            ["metadata"] = new JsonObject { ["debugger"] = false, [KernelSpec.Mark] = true },
        };
        if (DotnetRoot is not null)
        {
            json["env"] = new JsonObject { [RootVariable] = DotnetRoot };
        }

        return json;
    }
}
