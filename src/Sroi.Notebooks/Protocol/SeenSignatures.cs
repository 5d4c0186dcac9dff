namespace Sroi.Notebooks.Protocol;

/// <summary>The signatures of recent messages, to detect replays.</summary>
internal sealed class SeenSignatures
{
    private const int Kept = 65_536;

    private readonly HashSet<string> _seen = [];
    private readonly Queue<string> _inOrder = [];

    /// <summary>Whether a signature is new; it is then remembered.</summary>
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
