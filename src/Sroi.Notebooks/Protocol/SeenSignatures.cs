namespace Sroi.Notebooks.Protocol;

/// <summary>The signatures of the last messages: one that comes again was recorded by somebody and sent anew.</summary>
internal sealed class SeenSignatures
{
    private const int Kept = 65_536;

    private readonly HashSet<string> _seen = [];
    private readonly Queue<string> _inOrder = [];

    /// <summary>Whether it is new; it is remembered.</summary>
    public bool IsNew(string signature)
    {
        if (!_seen.Add(signature))
        {
            return false;
        }

        _inOrder.Enqueue(signature);
        if (_inOrder.Count > Kept)
        {
            _seen.Remove(_inOrder.Dequeue());
        }

        return true;
    }
}
