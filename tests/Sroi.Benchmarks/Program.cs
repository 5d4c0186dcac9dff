using BenchmarkDotNet.Running;
using Sroi.Benchmarks;

if (args is ["reference", ..])
{
    Console.WriteLine(ReferenceRun.Of(args[1..]));
}
else if (args is ["quantiles"])
{
    Console.Write(QuantileErrors.Table());
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(ReferenceRun).Assembly).Run(args);
}
