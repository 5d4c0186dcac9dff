using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis.CSharp;
using Sroi.Notebooks.Protocol;

namespace Sroi.Notebooks.Kernel;

/// <summary>The description of the kernel.</summary>
internal static class KernelInfo
{
    /// <summary>The content of the reply to a kernel_info_request.</summary>
    public static JsonObject Reply(Request request)
    {
        JsonObject reply = Replies.Ok();
        reply["protocol_version"] = MessageHeader.ProtocolVersion;
        reply["implementation"] = "sroi";
        reply["implementation_version"] = Version;
        reply["language_info"] = Language();
        reply["banner"] = $"C# with models of social return on investment (sroi {Version})";
        reply["debugger"] = false;
        reply["help_links"] = new JsonArray();
        return reply;
    }

    private static string Version => typeof(KernelInfo).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    private static JsonObject Language() =>
        new()
        {
            ["name"] = "C#",
            ["version"] = LanguageVersion.Default.MapSpecifiedToEffectiveVersion().ToDisplayString(),
            ["mimetype"] = "text/x-csharp",
            ["file_extension"] = ".cs",
            ["pygments_lexer"] = "csharp",
            ["codemirror_mode"] = "text/x-csharp",
        };
}
