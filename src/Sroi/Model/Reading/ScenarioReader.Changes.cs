using Sroi.Parameters.Reading;

namespace Sroi.Model.Reading;

/// <content>What overlays and the variant change in a case.</content>
internal sealed partial class ScenarioReader
{
    // The variant first, then the overlays in order: the last one wins, because an overlay is a decision about this case.
    private void Change(QuantityBook book, Fields? variant)
    {
        foreach (YamlField entry in variant?.Entries("set") ?? [])
        {
            if (Changeable(book, variant!, entry))
            {
                book.Change(new(entry.Name, entry.Value, _fields.File, entry.Line, $"variant {_variant}", Author: null));
            }
        }

        foreach ((Overlay overlay, ChangeEntry entry) in _overlays.SelectMany(overlay => overlay.Entries.Select(entry => (overlay, entry))))
        {
            if (NotChangeable(book, overlay, entry) is { } why)
            {
                _problems.Add(entry.File, entry.Line, why);
            }
            else
            {
                book.Change(entry);
            }
        }
    }

    // Null if the change can be applied. A change of an unused parameter of the library is not an error in an overlay, which may serve several scenarios.
    private string? NotChangeable(QuantityBook book, Overlay overlay, ChangeEntry entry)
    {
        string own = $"scenarios.{Id}.";
        if (entry.IsShort && overlay.Case is { } other && other != Id)
        {
            return $"set: '{entry.Id}' is a name in {other}, but the overlay is applied to {Id}.";
        }

        bool mustExist = overlay.IsInline || entry.IsShort || entry.Id.StartsWith(own, StringComparison.Ordinal);
        if (!mustExist || book.CanChange(entry.Id))
        {
            return null;
        }

        string[] names = [.. book.Names.Where(book.CanChange)];
        string last = entry.Id[(entry.Id.LastIndexOf('.') + 1)..];
        string hint = Nearest.To(last, names) is { } near ? $" Did you mean '{near}' ({book.FullId(near)})?" : _library.FullIdHint(entry.Id);
        return $"{(overlay.IsInline ? "" : "set: ")}{Id} has no parameter '{entry.Id}' that can be set.{hint}";
    }

    // A change in one line that has no effect is a mistake; one that could not be read has been reported already.
    private void CheckInlineChanges(QuantityBook book)
    {
        foreach (ChangeEntry entry in _overlays.Where(overlay => overlay.IsInline).SelectMany(overlay => overlay.Entries))
        {
            if (!_problems.HasOf(entry.File) && book.CanChange(entry.Id) && !book.Parameters.ContainsKey(book.FullId(entry.Id)))
            {
                _problems.Add(entry.File, entry.Line, $"{Id} does not use {entry.Id}, so setting it changes nothing.");
            }
        }
    }

    private bool Changeable(QuantityBook book, Fields variant, YamlField entry)
    {
        if (book.CanChange(entry.Name))
        {
            return true;
        }

        variant.Tell(entry.Line, $"set: there is no number '{entry.Name}' that can be set.{Nearest.Hint(entry.Name, Settable(book))}");
        return false;
    }

    private IEnumerable<string> Settable(QuantityBook book) => book.Names.Where(book.CanChange).Concat(_library.Ids());
}
