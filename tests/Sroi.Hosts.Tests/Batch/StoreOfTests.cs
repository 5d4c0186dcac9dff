using System.Runtime.CompilerServices;

namespace Sroi.Hosts.Tests.Batch;

/// <summary>Finished runs of tests are kept in a folder of their own, and not with those of whoever runs the tests.</summary>
internal static class StoreOfTests
{
    [ModuleInitializer]
    internal static void Use()
    {
        string folder = TestFolder.Fresh();
        Environment.SetEnvironmentVariable("SROI_STORE", folder);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
    }
}
