using System.Diagnostics;
using Hangfire.Common;
using Hangfire.Server;
using Hangfire.States;
using Hangfire.Storage;
using Sroi.Batch.Queue;

namespace Sroi.Hosts.Tests.Batch;

/// <summary>Of what a row of the queue's database names nothing but our own job is looked up, made or called.</summary>
public sealed class QueueGuardTests
{
    public QueueGuardTests() => QueueGuard.Stand();

    [Theory]
    [InlineData(typeof(Process), "Start", "[\"touch /tmp/owned\"]", typeof(string))]
    [InlineData(typeof(File), "WriteAllText", "[\"/tmp/owned\",\"x\"]", typeof(string), typeof(string))]
    [InlineData(typeof(Environment), "Exit", "[\"0\"]", typeof(int))]
    [InlineData(typeof(QueueWorker), "Dispose", "[]")]
    [InlineData(typeof(UnitJob), "Compute", "[\"{}\"]", typeof(FileInfo))]
    [InlineData(typeof(UnitJob), "NoSuchMethod", "[]")]
    public void A_job_of_another_type_or_method_is_not_even_loaded(Type type, string method, string arguments, params Type[] of)
    {
        string parameters = SerializationHelper.Serialize(of.Select(one => one.AssemblyQualifiedName).ToArray());
        Assert.Throws<JobLoadException>(() => new InvocationData(type.AssemblyQualifiedName, method, parameters, arguments).DeserializeJob());
    }

    [Fact]
    public void Our_own_job_comes_back_as_it_was_written()
    {
        Job job = Job.FromExpression<UnitJob>(one => one.Compute("a", "b", "c", "d", CancellationToken.None));
        Job read = InvocationData.DeserializePayload(InvocationData.SerializeJob(job).SerializePayload()).DeserializeJob();
        Assert.True(QueueGuard.IsOurs(read));
        Assert.Equal(["a", "b", "c", "d"], read.Args.Take(4));
    }

    [Fact]
    public void What_can_be_loaded_and_is_not_our_job_is_refused_and_not_tried_again()
    {
        Job other = Job.FromExpression<UnitJob>(one => one.ToString());
        Assert.False(QueueGuard.IsOurs(other));
        Assert.Same(QueueGuard.Only, Assert.Single(QueueGuard.Only.GetFilters(other)).Instance);
        Assert.Same(QueueGuard.Only, Assert.Single(QueueGuard.Only.GetFilters(null!)).Instance);
        using MemoryQueue storage = new();
        PerformingContext context = new(
            new(storage, storage.GetConnection(), new("1", other, default), new Hangfire.JobCancellationToken(canceled: false))
        );
        Assert.Throws<UnsignedJobException>(() => QueueGuard.Only.OnPerforming(context));
    }

    // States that follow are kept with the names of their types.
    [Theory]
    [InlineData("System.IO.FileInfo, System.Private.CoreLib", "\"fileName\":\"/tmp/owned\"")]
    [InlineData("System.Diagnostics.Process, System.Diagnostics.Process", "\"StartInfo\":{}")]
    public void A_type_in_the_data_of_a_job_is_not_made(string type, string content)
    {
        string text = $"{{\"$type\":\"{type}\",{content}}}";
        Assert.Equal("JObject", SerializationHelper.Deserialize<object>(text, SerializationOption.TypedInternal).GetType().Name);
        Assert.ThrowsAny<Exception>(() => SerializationHelper.Deserialize<IState>(text, SerializationOption.TypedInternal));
    }

    private sealed class MemoryQueue : Hangfire.JobStorage, IDisposable
    {
        public override IMonitoringApi GetMonitoringApi() => throw new NotSupportedException();

        public override IStorageConnection GetConnection() => System.Reflection.DispatchProxy.Create<IStorageConnection, Nothing>();

        public void Dispose() { }
    }

    public class Nothing : System.Reflection.DispatchProxy
    {
        protected override object? Invoke(System.Reflection.MethodInfo? targetMethod, object?[]? args) => null;
    }
}
