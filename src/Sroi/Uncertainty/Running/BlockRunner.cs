using System.Runtime.ExceptionServices;
using Sroi.Arithmetic;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Uncertainty.Running;

/// <summary>
/// Runs blocks on several threads. Each takes the next few blocks from a counter; sums are added in block order, so that the result
/// is identical on any number of threads.
/// </summary>
internal sealed class BlockRunner : IDisposable
{
    private const int BlocksAtOnce = 4;

    private readonly Worker[] _workers;
    private readonly RunTally _tally;
    private readonly KeptDraws _kept;
    private readonly Lock _turn = new();
    private readonly Dictionary<long, BlockSums[]> _waiting = [];
    private readonly Stack<BlockSums[]> _spare = new();

    private BlockSchedule _schedule = new(1, 0);
    private long _claimed;
    private long _added;
    private long _end;

    public BlockRunner(DrawPlan draws, RunTally tally, KeptDraws kept, int threads, Width width)
    {
        (_tally, _kept) = (tally, kept);
        _workers = [.. Enumerable.Range(0, threads).Select(_ => new Worker(new(draws, width), new(tally.Figures, tally.Replicates, width)))];
    }

    /// <summary>Runs the blocks of a schedule that are not yet done; each later schedule continues where the previous one ended.</summary>
    /// <param name="schedule">The blocks.</param>
    /// <param name="end">The number of blocks to do.</param>
    /// <param name="progress">Receives the number of draws done; called from any thread.</param>
    /// <param name="cancellation">Stops after the blocks in progress.</param>
    /// <returns>The number of blocks done: all, or fewer if cancelled.</returns>
    public long Run(BlockSchedule schedule, long end, IProgress<long>? progress, CancellationToken cancellation)
    {
        (_schedule, _end, _claimed) = (schedule, end, _added);
        if (_workers.Length == 1)
        {
            Work(_workers[0], progress, cancellation);
        }
        else
        {
            RunOnThreads(progress, cancellation);
        }

        foreach (Worker worker in _workers)
        {
            worker.Tally.HandOver(_tally);
        }

        return _added;
    }

    /// <summary>Returns the memory of the threads.</summary>
    public void Dispose()
    {
        foreach (Worker worker in _workers)
        {
            worker.Tally.GiveBack();
            worker.Blocks.Dispose();
        }
    }

    // This thread works too: the system puts a new thread beside a busy one on another processor at once.
    private void RunOnThreads(IProgress<long>? progress, CancellationToken cancellation)
    {
        ExceptionDispatchInfo? failed = null;
        void Guarded(Worker worker)
        {
            try
            {
                Work(worker, progress, cancellation);
            }
            catch (Exception error)
            {
                failed = ExceptionDispatchInfo.Capture(error);
            }
        }

        Thread[] others = [.. _workers.Skip(1).Select(worker => new Thread(() => Guarded(worker)) { IsBackground = true })];
        foreach (Thread thread in others)
        {
            thread.Start();
        }

        Guarded(_workers[0]);
        foreach (Thread thread in others)
        {
            thread.Join();
        }

        failed?.Throw();
    }

    private void Work(Worker worker, IProgress<long>? progress, CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            long from = Interlocked.Add(ref _claimed, BlocksAtOnce) - BlocksAtOnce;
            if (from >= _end)
            {
                break;
            }

            int blocks = (int)Math.Min(BlocksAtOnce, _end - from);
            BlockSums[] sums = Spare();
            for (int i = 0; i < blocks; i++)
            {
                BlockAddress address = _schedule[from + i];
                worker.Blocks.Evaluate(address.Replicate, address.Block);
                worker.Tally.Take(worker.Blocks, address, sums.AsSpan(i * _tally.Figures.Length, _tally.Figures.Length));
                _kept.Take(worker.Blocks, from + i, address);
            }

            long added = InTurn(from, sums);
            progress?.Report(_schedule.DrawsOf(added));
        }
    }

    private BlockSums[] Spare()
    {
        lock (_turn)
        {
            return _spare.TryPop(out BlockSums[]? spare) ? spare : new BlockSums[BlocksAtOnce * _tally.Figures.Length];
        }
    }

    // Sums wait here until those of all earlier blocks are added.
    private long InTurn(long from, BlockSums[] sums)
    {
        lock (_turn)
        {
            _waiting.Add(from, sums);
            while (_waiting.Remove(_added, out BlockSums[]? next))
            {
                int blocks = (int)Math.Min(BlocksAtOnce, _end - _added);
                for (int i = 0; i < blocks; i++)
                {
                    Add(_schedule[_added + i].Replicate, next.AsSpan(i * _tally.Figures.Length, _tally.Figures.Length));
                }

                _added += blocks;
                _spare.Push(next);
            }

            return _added;
        }
    }

    private void Add(int replicate, ReadOnlySpan<BlockSums> sums)
    {
        BlockSums[] totals = _tally.Sums[replicate];
        for (int figure = 0; figure < sums.Length; figure++)
        {
            totals[figure].Add(in sums[figure]);
        }
    }

    private sealed record Worker(BlockEvaluator Blocks, BlockTally Tally);
}
