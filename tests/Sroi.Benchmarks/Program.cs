using System.Globalization;
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
else if (args is ["growth", var command])
{
    Console.Write(GrowthTimes.Table(command));
}
else if (args is ["growth-case", var outcomes])
{
    Console.Write(GrowthCase.Text(int.Parse(outcomes, CultureInfo.InvariantCulture)));
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(ReferenceRun).Assembly).Run(args);
}
