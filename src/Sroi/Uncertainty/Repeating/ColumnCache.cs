namespace Sroi.Uncertainty.Repeating;

/// <summary>A cache of drawn parts of calculations, up to a limit of memory; the least recently used go first.</summary>
/// <param name="mostBytes">The limit.</param>
internal sealed class ColumnCache(long mostBytes)
{
    private const int MostSeen = 65_536;

    private readonly Lock _turn = new();
    private readonly HashSet<int> _seen = [];
    private readonly Dictionary<PartKey, LinkedListNode<(PartKey Key, PartDraws Draws)>> _known = [];
    private readonly LinkedList<(PartKey Key, PartDraws Draws)> _byAge = [];
    private long _bytes;

    /// <summary>The number of hits and of misses.</summary>
    public (long Found, long Drawn) Uses { get; private set; }

    /// <summary>The draws of a part, from the cache or made now.</summary>
    /// <param name="key">The part.</param>
    /// <param name="draw">Makes them.</param>
    /// <returns>The draws, and whether they are cached; if not, they belong to the caller.</returns>
    public (PartDraws Draws, bool IsKept) Of(PartKey key, Func<PartDraws> draw)
    {
        bool isWanted;
        lock (_turn)
        {
            if (_known.TryGetValue(key, out LinkedListNode<(PartKey Key, PartDraws Draws)>? known))
            {
                Uses = (Uses.Found + 1, Uses.Drawn);
                _byAge.Remove(known);
                _byAge.AddLast(known);
                return (known.Value.Draws, true);
            }

            isWanted = IsWanted(key);
        }

        // Two threads may draw the same part; the results are identical.
        PartDraws draws = draw();
        lock (_turn)
        {
            Uses = (Uses.Found, Uses.Drawn + 1);
            bool isKept = isWanted && draws.Bytes <= mostBytes && !_known.ContainsKey(key);
            if (isKept)
            {
                Keep(key, draws);
            }

            return (draws, isKept);
        }
    }

    // Every run needs the unchanged parts. A changed part is kept when it is needed a second time, because most never are.
    private bool IsWanted(PartKey key)
    {
        if (key.Changed.IsEmpty || _seen.Contains(key.GetHashCode()))
        {
            return true;
        }

        if (_seen.Count == MostSeen)
        {
            _seen.Clear();
        }

        _seen.Add(key.GetHashCode());
        return false;
    }

    // An evicted part is left to its remaining users.
    private void Keep(PartKey key, PartDraws draws)
    {
        _known.Add(key, _byAge.AddLast((key, draws)));
        _bytes += draws.Bytes;
        while (_bytes > mostBytes)
        {
            (PartKey oldest, PartDraws gone) = _byAge.First!.Value;
            _byAge.RemoveFirst();
            _known.Remove(oldest);
            _bytes -= gone.Bytes;
        }
    }
}
