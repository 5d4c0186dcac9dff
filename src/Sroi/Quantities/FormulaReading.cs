namespace Sroi.Quantities;

/// <summary>One way of reading formulas, such as for a value, a text or a plan: a method for each kind of node. Each node is read once.</summary>
/// <remarks>A kind of node that is added does not compile until every reading has a method for it. Not thread-safe.</remarks>
/// <typeparam name="T">The result of reading a formula.</typeparam>
public abstract class FormulaReading<T>
{
    private readonly Dictionary<Formula, T> _known = new(ReferenceEqualityComparer.Instance);

    /// <summary>The result of reading a formula.</summary>
    public T Read(Formula formula)
    {
        if (!_known.TryGetValue(formula, out T? known))
        {
            known = formula.ReadBy(this);
            _known[formula] = known;
        }

        return known;
    }

    /// <summary>Takes something as the reading of a formula from now on.</summary>
    protected void Know(Formula formula, T reading) => _known[formula] = reading;

    /// <summary>Reads a number that is arithmetic.</summary>
    protected internal abstract T Of(Formula.Constant constant);

    /// <summary>Reads a named quantity.</summary>
    protected internal abstract T Of(Formula.Given given);

    /// <summary>Reads what has no value.</summary>
    protected internal abstract T Of(Formula.NoValue none);

    /// <summary>Reads a named step.</summary>
    protected internal abstract T Of(Formula.Named named);

    /// <summary>Reads a sum.</summary>
    protected internal abstract T Of(Formula.Sum sum);

    /// <summary>Reads a difference.</summary>
    protected internal abstract T Of(Formula.Difference difference);

    /// <summary>Reads a product.</summary>
    protected internal abstract T Of(Formula.Product product);

    /// <summary>Reads a quotient.</summary>
    protected internal abstract T Of(Formula.Quotient quotient);

    /// <summary>Reads a ratio.</summary>
    protected internal abstract T Of(Formula.Ratio ratio);

    /// <summary>Reads a power.</summary>
    protected internal abstract T Of(Formula.Power power);

    /// <summary>Reads a logarithm.</summary>
    protected internal abstract T Of(Formula.NaturalLogarithm logarithm);

    /// <summary>Reads the smaller or larger of two.</summary>
    protected internal abstract T Of(Formula.Choice choice);

    /// <summary>Reads a formula with a condition.</summary>
    protected internal abstract T Of(Formula.Provided provided);

    /// <summary>Reads the first of two that has a value.</summary>
    protected internal abstract T Of(Formula.Otherwise otherwise);
}
