using Xunit.Sdk;

// The README's example writes to the console and reads from the current folder, which belong to the whole process.
[assembly: Parallelization(Mode = ParallelMode.None)]
