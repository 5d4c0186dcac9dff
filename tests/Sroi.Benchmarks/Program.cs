using BenchmarkDotNet.Running;
using Sroi.Benchmarks;

if (args is ["reference", ..])
{
    Console.WriteLine(ReferenceRun.Of(args[1..]));
}
else if (args is ["batch", ..])
{
    Console.WriteLine(BatchTimes.Of(args[1..]));
}
else if (args is ["quantiles"])
{
    Console.Write(QuantileErrors.Table());
}
else if (args is ["analyses"])
{
    Console.Write(AnalysisTimes.Table());
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(ReferenceRun).Assembly).Run(args);
}
