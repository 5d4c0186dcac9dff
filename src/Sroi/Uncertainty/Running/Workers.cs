using System.Runtime.ExceptionServices;

namespace Sroi.Uncertainty.Running;

/// <summary>Work on several threads, each with room of its own. What each piece does must not depend on who does it.</summary>
internal static class Workers
{
    /// <summary>Does pieces 0 to <paramref name="count"/> − 1.</summary>
    /// <param name="count">How many pieces there are.</param>
    /// <param name="threads">How many threads at most; null for as many as there are processors.</param>
    /// <param name="room">Makes the room of a thread.</param>
    /// <param name="work">Does a piece.</param>
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
