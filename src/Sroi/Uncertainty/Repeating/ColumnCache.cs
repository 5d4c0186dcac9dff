namespace Sroi.Uncertainty;

/// <summary>Parts of calculations that were drawn, up to a bound of memory: those not asked for longest go first.</summary>
/// <param name="mostBytes">The bound.</param>
internal sealed class ColumnCache(long mostBytes)
{
    private readonly Lock _turn = new();
    private readonly Dictionary<PartKey, LinkedListNode<(PartKey Key, PartDraws Draws)>> _known = [];
    private readonly LinkedList<(PartKey Key, PartDraws Draws)> _byAge = [];
    private long _bytes;

    /// <summary>How often a part was at hand, and how often it had to be drawn.</summary>
    public (long Found, long Drawn) Uses { get; private set; }

    /// <summary>The draws of a part, made where they are not at hand.</summary>
    public PartDraws Of(PartKey key, Func<PartDraws> draw)
    {
        lock (_turn)
        {
            if (_known.TryGetValue(key, out LinkedListNode<(PartKey Key, PartDraws Draws)>? known))
            {
                Uses = (Uses.Found + 1, Uses.Drawn);
                _byAge.Remove(known);
                _byAge.AddLast(known);
                return known.Value.Draws;
            }
        }

        // Two threads may draw the same: they get the same.
        PartDraws draws = draw();
        lock (_turn)
        {
            Uses = (Uses.Found, Uses.Drawn + 1);
            if (!_known.ContainsKey(key) && draws.Bytes <= mostBytes)
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

        return draws;
    }
}
