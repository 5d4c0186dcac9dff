using System.Diagnostics;
using System.Net.Sockets;

namespace Sroi.Tests;

/// <summary>What can lie where a file is expected and is no readable one: reading it would hang, fill the memory, or fail oddly.</summary>
internal static class OddFile
{
    /// <summary>The kinds by name, each with the reason that must be given.</summary>
    public static readonly IReadOnlyDictionary<string, string> Reasons = new Dictionary<string, string>
    {
        ["a pipe"] = "this is a pipe, not an ordinary file.",
        ["an endless device"] = "this is a device, not an ordinary file.",
        ["an empty device"] = "this is a device, not an ordinary file.",
        ["a socket"] = "this is a socket, not an ordinary file.",
        ["a folder"] = "this is a folder, not a file.",
        ["links in a circle"] = "the file is a link that leads in a circle.",
        ["a link to nothing"] = "and there is no such file.",
        ["five gigabytes"] = "the file has 5,000,000,000 bytes; the limit is ",
    };

    /// <summary>Puts one of a kind in the place of whatever is there.</summary>
    public static void Put(string kind, string path)
    {
        File.Delete(path);
        switch (kind)
        {
            case "a pipe":
                using (Process made = Process.Start("mkfifo", [path]))
                {
                    made.WaitForExit();
                }

                break;
            case "an endless device":
                File.CreateSymbolicLink(path, "/dev/zero");
                break;
            case "an empty device":
                File.CreateSymbolicLink(path, "/dev/null");
                break;
            case "a socket":
                using (Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
                {
                    // A short name, since the address of a socket has few letters; it is moved to where it belongs.
                    string name = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
                    socket.Bind(new UnixDomainSocketEndPoint(name));
                    using Process moved = Process.Start("mv", [name, path]);
                    moved.WaitForExit();
                }

                break;
            case "a folder":
                Directory.CreateDirectory(path);
                break;
            case "links in a circle":
                File.CreateSymbolicLink(path + ".back", path);
                File.CreateSymbolicLink(path, path + ".back");
                break;
            case "a link to nothing":
                File.CreateSymbolicLink(path, path + ".nothing");
                break;
            default:
                using (FileStream sparse = new(path, FileMode.Create))
                {
                    sparse.SetLength(5_000_000_000);
                }

                break;
        }
    }
}
