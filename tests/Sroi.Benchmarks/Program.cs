using BenchmarkDotNet.Running;
using Sroi.Benchmarks;

if (args is ["reference", ..])
{
    Console.WriteLine(ReferenceRun.Of(args[1..]));
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(ReferenceRun).Assembly).Run(args);
}
