using System.Globalization;
using Sroi.Parameters.Distributions;

namespace Sroi.Parameters.Reading;

/// <summary>Turns a distribution as written into a distribution; errors are reported in the terms of its family.</summary>
internal sealed class DistributionReader
{
    private readonly Fields _fields;
    private readonly ProblemList _problems;
    private readonly string _family;

    private DistributionReader(Fields fields, string family, ProblemList problems) => (_fields, _family, _problems) = (fields, family, problems);

    /// <summary>The distribution of a field; null if there is none, or if it is not valid, which is reported.</summary>
    /// <param name="fields">The block that has the field.</param>
    /// <param name="name">The field.</param>
    /// <param name="value">The base value, which <c>fixed</c> takes.</param>
    /// <param name="problems">Receives the problems.</param>
    public static Distribution? Read(Fields fields, string name, double? value, ProblemList problems)
    {
        switch (fields[name])
        {
            case null:
                return null;
            case YamlScalar { Text: "fixed" } scalar:
                if (value is null)
                {
                    fields.Tell(scalar.Line, $"'{name}' is fixed, but there is no 'value'.");
                }

                return value is { } known ? new Distribution.Fixed(known) : null;
            case YamlMap map:
                return Read(fields, map, fields.Join(name), problems);
            case { } node:
                fields.Tell(
                    node.Line,
                    $"'{name}' should be fixed, or one family with its parameters such as {{gamma: {{mean: 280, sd: 42}}}}, but is {node.Kind}."
                );
                return null;
        }
    }

    private static Distribution? Read(Fields parent, YamlMap map, string where, ProblemList problems)
    {
        IEnumerable<string> families = DistributionForms.Families.Select(form => form.Name);
        if (map.Entries.Count != 1)
        {
            parent.Tell(
                map.Line,
                $"a distribution is one family with its parameters, but this names {map.Entries.Count}: {string.Join(", ", map.Entries.Select(e => e.Name))}."
            );
            return null;
        }

        YamlField entry = map.Entries[0];
        if (DistributionForms.Families.FirstOrDefault(form => form.Name == entry.Name) is not { } form)
        {
            parent.Tell(
                entry.Line,
                $"'{entry.Name}' is not a distribution.{Nearest.Hint(entry.Name, families)}",
                $"Allowed: {string.Join(", ", families)}."
            );
            return null;
        }

        if (form.Name == "dirichlet")
        {
            parent.Tell(entry.Line, "a dirichlet gives several shares, so it is allowed only in a quantity of a scenario, without 'value'.");
            return null;
        }

        int before = problems.Count;
        Fields? fields = Fields.Of(form, entry.Value, parent.File, where, problems);
        return fields is null || problems.Count > before ? null : new DistributionReader(fields, form.Name, problems).Build(entry.Line);
    }

    private Distribution? Build(int line)
    {
        int before = _problems.Count;
        try
        {
            Distribution? built = Family();
            return _problems.Count > before ? null : built;
        }
        catch (ArgumentException error)
        {
            string sentence = ErrorText.FirstSentence(error);
            bool isError = DistributionForms.Families.First(form => form.Name == _family).Names.Contains("se") && _fields.Has("se");
            _fields.Tell(line, isError ? sentence.Replace("standard deviation", "standard error", StringComparison.Ordinal) : sentence);
            return null;
        }
    }

    private Distribution? Family() =>
        _family switch
        {
            "fixed" => Way((["value"], v => new Distribution.Fixed(v[0]))),
            "uniform" => Way(
                (["low", "high"], v => new Distribution.Uniform(v[0], v[1])),
                (["interval", "level"], v => DistributionFrom.UniformInterval(v[0], v[1], v[2]))
            ),
            "triangular" => Way((["low", "mode", "high"], v => new Distribution.Triangular(v[0], v[1], v[2]))),
            "pert" => Way(
                (["low", "mode", "high"], v => new Distribution.Pert(v[0], v[1], v[2])),
                (["low", "mode", "high", "shape"], v => new Distribution.Pert(v[0], v[1], v[2], v[3]))
            ),
            "normal" => Way(
                (["mean", "sd"], v => new Distribution.Normal(v[0], v[1])),
                (["mean", "se"], v => new Distribution.Normal(v[0], v[1])),
                (["interval", "level"], v => DistributionFrom.NormalInterval(v[0], v[1], v[2])),
                (["estimate", "p"], v => DistributionFrom.DifferenceWithP(v[0], v[1]))
            ),
            "student_t" => Way(
                (["estimate", "se", "df"], v => new Distribution.StudentT(v[0], v[1], v[2])),
                (["interval", "level", "df"], v => DistributionFrom.StudentInterval(v[0], v[1], v[2], v[3]))
            ),
            "truncated_normal" => Way(
                (["mean", "sd", "low"], v => new Distribution.TruncatedNormal(v[0], v[1], v[2], double.PositiveInfinity)),
                (["mean", "sd", "high"], v => new Distribution.TruncatedNormal(v[0], v[1], double.NegativeInfinity, v[2])),
                (["mean", "sd", "low", "high"], v => new Distribution.TruncatedNormal(v[0], v[1], v[2], v[3]))
            ),
            "lognormal" => Way(
                (["mu", "sigma"], v => new Distribution.LogNormal(v[0], v[1])),
                (["mean", "sd"], v => DistributionFrom.LogNormalMoments(v[0], v[1])),
                (["mean", "se"], v => DistributionFrom.LogNormalMoments(v[0], v[1])),
                (["interval", "level"], v => DistributionFrom.LogNormalInterval(v[0], v[1], v[2])),
                (["estimate", "p"], v => DistributionFrom.RatioWithP(v[0], v[1]))
            ),
            "gamma" => Way(
                (["shape", "scale"], v => new Distribution.Gamma(v[0], v[1])),
                (["shape", "rate"], v => DistributionFrom.GammaRate(v[0], v[1])),
                (["mean", "sd"], v => DistributionFrom.GammaMoments(v[0], v[1])),
                (["mean", "se"], v => DistributionFrom.GammaMoments(v[0], v[1])),
                (["interval", "level"], v => DistributionFrom.GammaInterval(v[0], v[1], v[2])),
                (["events", "exposure"], v => DistributionFrom.Rate(v[0], v[1]))
            ),
            "beta" => Way(
                (["alpha", "beta"], v => new Distribution.Beta(v[0], v[1])),
                (["mean", "sd"], v => DistributionFrom.BetaMoments(v[0], v[1])),
                (["mean", "se"], v => DistributionFrom.BetaMoments(v[0], v[1])),
                (["interval", "level"], v => DistributionFrom.BetaInterval(v[0], v[1], v[2])),
                (["events", "of"], v => DistributionFrom.Proportion(v[0], v[1]))
            ),
            "scaled_beta" => Way(
                (["alpha", "beta", "low", "high"], v => new Distribution.ScaledBeta(v[0], v[1], v[2], v[3])),
                (["mean", "sd", "low", "high"], v => DistributionFrom.ScaledBetaMoments(v[0], v[1], v[2], v[3]))
            ),
            "poisson" => Way((["mean"], v => new Distribution.Poisson(v[0]))),
            "negative_binomial" => Way(
                (["mean", "size"], v => new Distribution.NegativeBinomial(v[0], v[1])),
                (["mean", "sd"], v => DistributionFrom.NegativeBinomialMoments(v[0], v[1])),
                (["size", "probability"], v => DistributionFrom.NegativeBinomialTrials(v[0], v[1]))
            ),
            "discrete" => new Distribution.Discrete(Numbers("values"), Numbers("weights")),
            "empirical" => new Distribution.Empirical(Numbers("values"), _fields.Has("weights") ? Numbers("weights") : null),
            _ => Mixture(),
        };

    // A family is given in exactly one of its ways; a mixture of ways would leave the reader guessing which one counts.
    private Distribution? Way(params (string[] Names, Func<double[], Distribution> Make)[] ways)
    {
        string[] given = [.. DistributionForms.Families.First(form => form.Name == _family).Names.Where(_fields.Has)];
        foreach ((string[] names, Func<double[], Distribution> make) in ways)
        {
            if (names.Length == given.Length && names.All(given.Contains))
            {
                double[] values = [.. names.SelectMany(name => name == "interval" ? Interval() : Number(name))];
                return values.Length == names.Sum(name => name == "interval" ? 2 : 1) ? make(values) : null;
            }
        }

        string allowed = string.Join("; or ", ways.Select(way => string.Join(", ", way.Names)));
        _fields.Tell(
            _fields.Line,
            given.Length == 0 ? $"a {_family} needs {allowed}."
                : given.Length == 1 ? $"a {_family} cannot be made from {given[0]} alone."
                : $"a {_family} cannot be made from {string.Join(", ", given)} together.",
            given.Length == 0 ? null : $"Give {allowed}."
        );
        return null;
    }

    private double[] Number(string name) => (name == "level" ? _fields.Share(name) : _fields.Number(name)) is { } number ? [number] : [];

    private double[] Interval()
    {
        double[] ends = Numbers("interval");
        if (_fields.Items("interval").Count is not 2 and var count)
        {
            _fields.Tell(
                _fields.LineOf("interval"),
                $"'interval' has two ends, but {count.ToString(CultureInfo.InvariantCulture)} are given.",
                count > 2 ? "Write numbers without commas between thousands: [8000, 9000]." : null
            );
        }

        return ends;
    }

    private double[] Numbers(string name) =>
        [.. _fields.Items(name).Select(item => item is YamlScalar scalar ? _fields.NumberIn(scalar, name) : Refuse(item, name)).OfType<double>()];

    private double? Refuse(YamlNode item, string name)
    {
        _fields.Tell(item.Line, $"'{name}' lists numbers, but one is {item.Kind}.");
        return null;
    }

    private Distribution? Mixture()
    {
        List<Distribution> components = [];
        foreach (YamlNode item in _fields.Items("components"))
        {
            if (item is YamlMap map && Read(_fields, map, _fields.Join("components"), _problems) is { } component)
            {
                components.Add(component);
            }
            else if (item is not YamlMap)
            {
                _fields.Tell(item.Line, $"a component of a mixture is a distribution, but this is {item.Kind}.");
            }
        }

        return components.Count == _fields.Items("components").Count ? new Distribution.Mixture(components, Numbers("weights")) : null;
    }
}
