using System.Runtime.ExceptionServices;

namespace Sroi.Uncertainty.Running;

/// <summary>Work on several threads, each with its own memory. The result of a piece must not depend on the thread.</summary>
internal static class Workers
{
    /// <summary>Processes pieces 0 to <paramref name="count"/> − 1.</summary>
    /// <param name="count">The number of pieces.</param>
    /// <param name="threads">The most threads; null for one per processor.</param>
    /// <param name="room">Creates the memory of a thread.</param>
    /// <param name="work">Processes a piece.</param>
    public static void For<T>(int count, int? threads, Func<T> room, Action<int, T> work)
    {
        int most = Math.Min(threads ?? Environment.ProcessorCount, count);
        if (most <= 1)
        {
            T alone = room();
            for (int piece = 0; piece < count; piece++)
            {
                work(piece, alone);
            }

            return;
        }

        try
        {
            Parallel.For(
                0,
                count,
                new ParallelOptions { MaxDegreeOfParallelism = most },
                room,
                (piece, _, own) =>
                {
                    work(piece, own);
                    return own;
                },
                _ => { }
            );
        }
        catch (AggregateException failed)
        {
            ExceptionDispatchInfo.Throw(failed.InnerExceptions[0]);
        }
    }
}
