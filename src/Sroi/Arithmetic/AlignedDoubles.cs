using System.Runtime.CompilerServices;

namespace Sroi.Arithmetic;

/// <summary>Doubles that start at a cache line, so that no row of a table and no vector of lanes straddles two.</summary>
internal sealed class AlignedDoubles
{
    private const int CacheLine = 64;

    private readonly double[] _storage;
    private readonly int _first;

    public AlignedDoubles(int length)
    {
        _storage = GC.AllocateArray<double>(length + (CacheLine / sizeof(double)), pinned: true);
        Length = length;
        unsafe
        {
            long address = (long)Unsafe.AsPointer(ref _storage[0]);
            _first = (int)((CacheLine - (address % CacheLine)) % CacheLine / sizeof(double));
        }
    }

    public int Length { get; }

    public ref double First => ref _storage[_first];

    public Span<double> Span => _storage.AsSpan(_first, Length);
}
