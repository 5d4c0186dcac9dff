using System.Collections.Immutable;
using System.IO.Enumeration;
using Sroi.Model.Reading;
using Sroi.Parameters;
using Sroi.Parameters.Reading;

namespace Sroi.Batch.Plans.Reading;

/// <summary>Reads which cases a plan has: scenarios × variants × overlays, and opens them.</summary>
internal sealed class CaseReader(ParameterLibrary library, Fields fields, string folder, ProblemList problems)
{
    private const string None = "none",
        Base = "base";

    /// <summary>What the reader of a plan should know about its cases.</summary>
    public List<string> Notices { get; } = [];

    /// <summary>The cases in the order of the plan; a scenario that lacks a variant is passed over for it.</summary>
    public ImmutableArray<PlannedCase> Read()
    {
        (string Path, int Line, bool IsNamed)[] scenarios = [.. Scenarios()];
        (string Name, int Line)[] variants = [.. Names("variants").DefaultIfEmpty((Base, fields.Line))];
        (ImmutableArray<Overlay> Overlays, ImmutableArray<string> Names)[] overlays = [.. Overlays()];
        List<PlannedCase> cases = [],
            plain = [];
        HashSet<string> used = [Base];
        SortedSet<string> known = new(StringComparer.Ordinal) { Base };
        foreach ((string path, int line, bool isNamed) in scenarios)
        {
            if (Opened(path, line, isNamed, null, []) is not { } unchanged)
            {
                continue;
            }

            plain.Add(new(new(unchanged.Scenario.Id, path, null, []), unchanged));
            known.UnionWith(unchanged.Scenario.Variants.Select(variant => variant.Id));
            foreach ((string variant, _) in variants.Where(v => v.Name == Base || unchanged.Scenario.Variants.Any(known => known.Id == v.Name)))
            {
                used.Add(variant);
                string? chosen = variant == Base ? null : variant;
                foreach ((ImmutableArray<Overlay> laid, ImmutableArray<string> names) in overlays)
                {
                    OpenCase? opened = chosen is null && laid.IsEmpty ? unchanged : Opened(path, line, isNamed, chosen, laid);
                    if (opened is not null)
                    {
                        cases.Add(new(new(opened.Scenario.Id, path, chosen, names), opened));
                    }
                }
            }
        }

        foreach ((string name, int line) in variants.Where(variant => scenarios.Length > 0 && !used.Contains(variant.Name)))
        {
            fields.Tell(line, $"variants: no scenario of the plan has a variant '{name}'.{Nearest.HintOrAll(name, known)}");
        }

        // Where no variant or overlay is one, what is varied is still looked at.
        return [.. cases.Count == 0 ? plain : cases];
    }

    private IEnumerable<(string Path, int Line, bool IsNamed)> Scenarios()
    {
        Dictionary<string, string> seen = new(StringComparer.Ordinal);
        foreach ((string name, int line) in fields["scenarios"] is YamlScalar one ? [(one.Text.Trim(), one.Line)] : Names("scenarios"))
        {
            foreach (string path in Located(name, line))
            {
                string id = Path.GetFileNameWithoutExtension(path);
                if (seen.TryAdd(id, path))
                {
                    yield return (path, line, !IsPattern(name));
                }
                else if (!IsPattern(name))
                {
                    fields.Tell(
                        line,
                        seen[id] == path
                            ? $"scenarios: '{name}' is there twice."
                            : $"scenarios: {path} and {seen[id]} are both named {id}, but results need distinct names.",
                        "Keep one of them."
                    );
                }
            }
        }
    }

    private string[] Located(string name, int line)
    {
        if (!IsPattern(name))
        {
            return Found("scenarios", name, line, "scenario") is { } path ? [path] : [];
        }

        // Templates have no figures yet.
        string[] all = [.. library.FilesUnder("scenarios").Where(file => !library.IsTemplate(file))];
        string[] matching =
        [
            .. all.Where(file => FileSystemName.MatchesSimpleExpression(name, Path.GetFileNameWithoutExtension(file), ignoreCase: false)),
        ];
        if (matching.Length == 0)
        {
            fields.Tell(
                line,
                $"scenarios: '{name}' matches no scenario. There are: {string.Join(", ", all.Select(file => Path.GetFileNameWithoutExtension(file)))}."
            );
        }

        return matching;
    }

    private IEnumerable<(ImmutableArray<Overlay> Overlays, ImmutableArray<string> Names)> Overlays()
    {
        if (!fields.Has("overlays"))
        {
            yield return ([], []);
        }

        HashSet<string> seen = [];
        foreach (YamlNode item in fields.Items("overlays"))
        {
            YamlNode[] stack = item is YamlList list ? [.. list.Items.Where(name => !name.IsBlank)] : [item];
            (string Name, int Line)[] names = [.. stack.Select(node => Name(node, "overlays")).OfType<(string, int)>()];
            if (names is [(None, _)])
            {
                names = [];
            }

            string[] paths = [.. names.Select(name => Found("overlays", name.Name, name.Line, "overlay")).OfType<string>()];
            Overlay[] overlays = [.. paths.Select(path => Guarded(() => library.Overlay(path))).OfType<Overlay>()];
            string key = string.Join('+', overlays.Select(overlay => overlay.Id));
            if (overlays.Length == names.Length && !seen.Add(key))
            {
                fields.Tell(item.Line, $"overlays: {(key.Length == 0 ? None : key)} is there twice.");
            }
            else if (overlays.Length == names.Length)
            {
                yield return ([.. overlays], [.. paths]);
            }
        }
    }

    private OpenCase? Opened(string path, int line, bool isNamed, string? variant, IReadOnlyList<Overlay> overlays)
    {
        try
        {
            return Guarded(() => OpenCase.Read(library, path, variant, overlays));
        }
        catch (UnfilledTemplateException) when (!isNamed)
        {
            // A pattern means whatever has a result; a draft is passed over.
            Notices.Add($"{Path.GetFileNameWithoutExtension(path)} is not included, because it still has values to fill in.");
            return null;
        }
        catch (UnfilledTemplateException)
        {
            fields.Tell(line, $"scenarios: {Path.GetFileNameWithoutExtension(path)} is a template with values to fill in, so it has no result.");
            return null;
        }
    }

    private string? Found(string kind, string name, int line, string what)
    {
        try
        {
            bool isPath = name.Contains('/') || name.Contains('\\') || name.EndsWith(".yaml", StringComparison.Ordinal);
            return library.Locate(kind, isPath ? Path.GetFullPath(name, folder) : name, what);
        }
        catch (UnknownNameException error)
        {
            fields.Tell(line, $"{kind}: {char.ToLowerInvariant(error.Message[0])}{error.Message[1..]}");
            return null;
        }
    }

    private T? Guarded<T>(Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (InvalidFilesException error)
        {
            problems.AddRange(error.Problems);
            return null;
        }
    }

    private IEnumerable<(string Name, int Line)> Names(string field) => fields.Items(field).Select(item => Name(item, field)).OfType<(string, int)>();

    private (string Name, int Line)? Name(YamlNode node, string field)
    {
        if (node is YamlScalar scalar)
        {
            return (scalar.Text.Trim(), scalar.Line);
        }

        fields.Tell(node.Line, $"an item of '{field}' should be text, but is {node.Kind}.");
        return null;
    }

    private static bool IsPattern(string name) => name.AsSpan().ContainsAny('*', '?');
}
