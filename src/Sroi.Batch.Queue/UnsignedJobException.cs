namespace Sroi.Batch.Queue;

/// <summary>A row of the database is not signed with the key of the queue, and is not used.</summary>
internal sealed class UnsignedJobException(string message) : Exception(message)
{
    public static UnsignedJobException Foreign() => new("This is not a job of sroi: something else writes to the queue's database. It is not run.");

    public static UnsignedJobException Unsigned(string what) =>
        new($"This {what} is not signed with the key of this queue: something else writes to its database. It is not used.");
}
