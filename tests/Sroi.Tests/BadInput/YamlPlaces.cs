using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Sroi.Tests.BadInput;

/// <summary>Where the values of a YAML text are: each field's value, each item of a list, with its path.</summary>
internal sealed class YamlPlaces
{
    private readonly List<YamlPlace> _places = [];
    private readonly string _text;
    private readonly IParser _parser;

    private YamlPlaces(string text) => (_text, _parser) = (text, new Parser(new StringReader(text)));

    /// <summary>The values of a text, from the outermost inwards.</summary>
    public static IReadOnlyList<YamlPlace> Of(string text)
    {
        YamlPlaces places = new(text);
        places._parser.Consume<StreamStart>();
        places._parser.Consume<DocumentStart>();
        _ = places.Inside("");
        return places._places;
    }

    // The end of what was read: that of its last sign, since a block ends only where the next one begins.
    private int Node(YamlPlace place)
    {
        int number = _places.Count;
        _places.Add(place);
        int end = Inside(place.Path);
        _places[number] = place with { End = end };
        return end;
    }

    private int Inside(string path)
    {
        if (_parser.TryConsume<Scalar>(out Scalar? scalar))
        {
            return (int)scalar.End.Index;
        }

        int end = (int)_parser.Current!.End.Index;
        if (_parser.TryConsume<SequenceStart>(out SequenceStart? list))
        {
            bool inFlow = list.Style == SequenceStyle.Flow;
            for (int item = 0; !_parser.Accept<SequenceEnd>(out _); item++)
            {
                Mark start = _parser.Current!.Start;
                end = Node(new($"{path}[{item}]", (int)start.Line, (int)start.Index, End: 0, inFlow));
            }

            int last = (int)_parser.Consume<SequenceEnd>().End.Index;
            return inFlow ? last : end;
        }

        bool isFlow = _parser.Consume<MappingStart>().Style == MappingStyle.Flow;
        while (!_parser.Accept<MappingEnd>(out _))
        {
            Scalar name = _parser.Consume<Scalar>();
            int colon = _text.IndexOf(':', (int)name.End.Index);
            end = Node(new(path.Length == 0 ? name.Value : $"{path}.{name.Value}", (int)name.Start.Line, colon + 1, End: 0, isFlow));
        }

        int close = (int)_parser.Consume<MappingEnd>().End.Index;
        return isFlow ? close : end;
    }
}

/// <summary>A value in a text.</summary>
/// <param name="Path">Its fields from the outermost inwards, <c>inputs[0].years</c>.</param>
/// <param name="Line">The line of its name, or where it is an item, of itself.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="InFlow">Whether it is within brackets or braces.</param>
internal sealed record YamlPlace(string Path, int Line, int Start, int End, bool InFlow)
{
    /// <summary>The field that it belongs to.</summary>
    public string Field => Path[(Path.LastIndexOf('.') + 1)..];

    /// <summary>The text with something else in its place.</summary>
    public string With(string text, string instead) => $"{text[..Start]} {instead}{text[End..]}";
}
