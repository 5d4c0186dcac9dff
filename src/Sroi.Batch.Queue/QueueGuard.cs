using Hangfire;
using Hangfire.Common;
using Hangfire.Server;

namespace Sroi.Batch.Queue;

/// <summary>
/// What of the database's jobs is ever looked up, made or run: our own job and nothing else. A row of a job names a type, a method and the types of its
/// arguments, and Hangfire would load and call whatever it names.
/// </summary>
internal sealed class QueueGuard : IJobFilterProvider, IServerFilter
{
    private static readonly Type[] s_types = [typeof(UnitJob), typeof(string), typeof(CancellationToken)];

    private static readonly Dictionary<string, Type> s_known = s_types
        .SelectMany(type =>
            new[] { TypeHelper.DefaultTypeSerializer(type), TypeHelper.SimpleAssemblyTypeSerializer(type) }.Select(name => (name, type))
        )
        .DistinctBy(known => known.name)
        .ToDictionary(StringComparer.Ordinal);

    private readonly JobFilterAttributeFilterProvider _attributes = new();

    private QueueGuard() { }

    /// <summary>The guard of every queue.</summary>
    public static QueueGuard Only { get; } = new();

    /// <summary>From here on no other type is found by a name that the database has.</summary>
    public static void Stand() => GlobalConfiguration.Configuration.UseTypeResolver(TypeOf);

    /// <summary>The type of a name.</summary>
    /// <exception cref="UnsignedJobException">The job is not signed with the key of the queue.</exception>
    public static Type TypeOf(string name) => s_known.TryGetValue(name, out Type? type) ? type : throw UnsignedJobException.Foreign();

    /// <summary>Whether a job is ours.</summary>
    public static bool IsOurs(Job? job) => job is not null && job.Type == typeof(UnitJob) && job.Method == UnitJob.Method;

    /// <summary>The filters of our own job; for any other nothing but the refusal, so that it is not tried again and starts nothing that follows.</summary>
    public IEnumerable<JobFilter> GetFilters(Job job)
    {
        JobFilter guard = new(this, JobFilterScope.Global, order: int.MinValue);
        return IsOurs(job) ? _attributes.GetFilters(job).Prepend(guard) : [guard];
    }

    /// <summary>Refuses a job that is not ours.</summary>
    public void OnPerforming(PerformingContext context)
    {
        if (!IsOurs(context.BackgroundJob.Job))
        {
            throw UnsignedJobException.Foreign();
        }
    }

    /// <inheritdoc/>
    public void OnPerformed(PerformedContext context) { }
}
