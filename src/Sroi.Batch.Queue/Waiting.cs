using Sroi.Batch.Plans;
using Sroi.Batch.Results;
using Sroi.Batch.Running;

namespace Sroi.Batch.Queue;

/// <summary>The runs that are waited for, each address once.</summary>
internal sealed class Waiting
{
    private readonly MissingRuns _work;
    private readonly Action<BatchRun, RunRecord> _deliver;
    private readonly Dictionary<UnitAddress, List<long>> _numbers = [];

    /// <summary>Waits for the missing runs of a plan.</summary>
    public Waiting(MissingRuns work, Action<BatchRun, RunRecord> deliver)
    {
        (_work, _deliver) = (work, deliver);
        foreach (long number in work.Numbers)
        {
            UnitAddress address = work.Computer.AddressOf(work.Plan[number]);
            if (_numbers.TryGetValue(address, out List<long>? numbers))
            {
                numbers.Add(number);
            }
            else
            {
                _numbers.Add(address, [number]);
            }
        }
    }

    /// <summary>Whether no results are outstanding.</summary>
    public bool IsDone => _numbers.Count == 0;

    /// <summary>The number of outstanding addresses.</summary>
    public int Count => _numbers.Count;

    /// <summary>The addresses that are waited for, in the order of the plan.</summary>
    public IReadOnlyList<UnitAddress> Addresses => [.. _numbers.OrderBy(unit => unit.Value[0]).Select(unit => unit.Key)];

    /// <summary>The first that is waited for.</summary>
    public (UnitAddress Address, BatchRun Run) First()
    {
        UnitAddress first = _numbers.MinBy(unit => unit.Value[0]).Key;
        return (first, RunOf(first));
    }

    /// <summary>The first run of an address.</summary>
    public BatchRun RunOf(UnitAddress address) => _work.Plan[_numbers[address][0]];

    /// <summary>Delivers what has arrived.</summary>
    public void Arrived(IReadOnlyDictionary<UnitAddress, RunRecord> records)
    {
        foreach ((UnitAddress address, RunRecord record) in records)
        {
            if (_numbers.Remove(address, out List<long>? numbers))
            {
                foreach (long number in numbers)
                {
                    _deliver(_work.Plan[number], record);
                }
            }
        }
    }
}
