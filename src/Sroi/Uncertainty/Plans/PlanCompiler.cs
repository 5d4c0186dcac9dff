using System.Collections.Immutable;
using Sroi.Arithmetic;
using Sroi.Parameters;
using Sroi.Quantities;

namespace Sroi.Uncertainty.Plans;

/// <summary>Compiles formulas into numbered steps, equal ones only once, which are then fused and given registers.</summary>
/// <param name="varies">Which parameters are drawn; the others are constants.</param>
internal sealed class PlanCompiler(Func<Parameter, bool> varies) : FormulaReading<PlanOperand>
{
    private readonly Dictionary<PlanStep, PlanOperand> _same = [];
    private readonly List<PlanStep> _steps = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private ImmutableArray<Parameter> _parameters;

    /// <summary>What is known exactly is a constant, unless its distribution has a value other than its base value.</summary>
    public static bool IsUncertain(Parameter parameter) => !parameter.Distribution.IsFixed || !parameter.Distribution.Mean.Equals(parameter.Value);

    /// <summary>The plan of formulas.</summary>
    public Plan Compile(ImmutableArray<Formula> formulas)
    {
        Number(formulas);
        ImmutableArray<PlanOperand> outputs = [.. formulas.Select(Read)];
        return Allocated(PlanFusion.Of(_steps, outputs), outputs);
    }

    /// <summary>Plans of the parts of a calculation, each with exactly the steps that it has in the whole, and the parameters of the whole.</summary>
    /// <param name="whole">The formulas of the whole.</param>
    /// <param name="parts">Formulas that occur in them.</param>
    public ImmutableArray<Plan> CompileParts(ImmutableArray<Formula> whole, ImmutableArray<Formula> parts)
    {
        Number(whole);
        ImmutableArray<PlanOperand> outputs = [.. whole.Concat(parts).Select(Read)];
        PlanStep?[] steps = PlanFusion.Of(_steps, outputs);
        return [.. outputs[^parts.Length..].Select(output => Allocated(NeededFor(output, steps), [output]))];
    }

    /// <summary>The plan of formulas whose parts have been drawn: it reads the parts as parameters, in order, and those that do not vary as constants.</summary>
    public Plan CompileOver(ImmutableArray<Formula> formulas, ImmutableArray<PartAtHand> parts)
    {
        _parameters = [.. parts.Where(part => part.Varies).Select(part => part.StandIn)];
        int number = 0;
        foreach (PartAtHand part in parts)
        {
            Know(
                part.Formula,
                part.Varies ? Step(PlanOperation.Draw, PlanOperand.None, PlanOperand.None, number++) : PlanOperand.Of(part.StandIn.Value)
            );
        }

        ImmutableArray<PlanOperand> outputs = [.. formulas.Select(Read)];
        return Allocated(PlanFusion.Of(_steps, outputs), outputs);
    }

    private void Number(ImmutableArray<Formula> formulas)
    {
        _parameters =
        [
            .. formulas.SelectMany(formula => formula.Parameters()).Where(varies).DistinctBy(p => p.Id).OrderBy(p => p.Id, StringComparer.Ordinal),
        ];
        foreach (Parameter parameter in _parameters)
        {
            _numbers.Add(parameter.Id, _numbers.Count);
        }
    }

    private Plan Allocated(PlanStep?[] fused, ImmutableArray<PlanOperand> outputs)
    {
        (ImmutableArray<PlanStep> steps, outputs, int registers) = RegisterAllocation.Of(fused, outputs);
        return new(_parameters, steps, outputs, registers);
    }

    // The others are omitted; numbering is unchanged.
    private static PlanStep?[] NeededFor(PlanOperand output, PlanStep?[] steps)
    {
        PlanStep?[] needed = new PlanStep?[steps.Length];
        Stack<int> open = new(output.IsConstant ? [] : [output.Register]);
        while (open.TryPop(out int step))
        {
            if (needed[step] is null)
            {
                needed[step] = steps[step];
                foreach (int read in steps[step]!.Reads)
                {
                    open.Push(read);
                }
            }
        }

        return needed;
    }

    protected internal override PlanOperand Of(Formula.Constant constant) => PlanOperand.Of(constant.Value);

    protected internal override PlanOperand Of(Formula.Given given) =>
        given.Quantity is not Parameter parameter ? PlanOperand.Of(given.Quantity.Value)
        : _numbers.TryGetValue(parameter.Id, out int number) ? Step(PlanOperation.Draw, PlanOperand.None, PlanOperand.None, number)
        : varies(parameter) ? throw new InvalidOperationException($"{parameter.Id} is a parameter outside the given parts.")
        : PlanOperand.Of(parameter.Value);

    protected internal override PlanOperand Of(Formula.NoValue none) => PlanOperand.Of(double.NaN);

    protected internal override PlanOperand Of(Formula.Named named) => Read(named.Body);

    protected internal override PlanOperand Of(Formula.Difference difference) =>
        Step(PlanOperation.Subtract, Read(difference.Left), Read(difference.Right));

    protected internal override PlanOperand Of(Formula.Product product) => Step(PlanOperation.Multiply, Read(product.Left), Read(product.Right));

    protected internal override PlanOperand Of(Formula.Quotient quotient) => Step(PlanOperation.Divide, Read(quotient.Left), Read(quotient.Right));

    protected internal override PlanOperand Of(Formula.Ratio ratio) => Step(PlanOperation.Ratio, Read(ratio.Dividend), Read(ratio.Divisor));

    protected internal override PlanOperand Of(Formula.NaturalLogarithm logarithm) =>
        Step(PlanOperation.Logarithm, Read(logarithm.Of), PlanOperand.None);

    protected internal override PlanOperand Of(Formula.Choice choice) =>
        Step(choice.TakesSmaller ? PlanOperation.Smaller : PlanOperation.Larger, Read(choice.Left), Read(choice.Right));

    protected internal override PlanOperand Of(Formula.Provided provided) =>
        Step(PlanOperation.Provided, Read(provided.Body), Read(provided.Condition));

    protected internal override PlanOperand Of(Formula.Otherwise otherwise) =>
        Step(PlanOperation.Otherwise, Read(otherwise.First), Read(otherwise.Second));

    protected internal override PlanOperand Of(Formula.Sum sum) =>
        SumOrder.Total(
            sum.Terms,
            Read,
            PlanOperand.Of(0),
            (total, term) => total is { IsConstant: true, Constant: 0 } ? term : Step(PlanOperation.Add, total, term)
        );

    protected internal override PlanOperand Of(Formula.Power power) =>
        power switch
        {
            { Base: Formula.Constant { Value: Math.E } } => Step(PlanOperation.Exponential, Read(power.Exponent), PlanOperand.None),
            { Exponent: Formula.Constant { Value: var exponent } } when ScalarArithmetic.IsWhole(exponent) => WholePower(
                Read(power.Base),
                (int)exponent
            ),
            { Exponent: Formula.Constant { Value: 0.5 } } => Step(PlanOperation.Root, Read(power.Base), PlanOperand.None),
            _ => Step(PlanOperation.Power, Read(power.Base), Read(power.Exponent)),
        };

    // By repeated squaring, as Elementary.Power does it, so that several powers of one value share their squares.
    private PlanOperand WholePower(PlanOperand value, int exponent)
    {
        PlanOperand result = PlanOperand.Of(1),
            square = value;
        for (int left = Math.Abs(exponent); left > 0; left >>= 1)
        {
            result = (left & 1) == 1 ? Step(PlanOperation.Multiply, result, square) : result;
            square = left > 1 ? Step(PlanOperation.Multiply, square, square) : square;
        }

        return exponent < 0 ? Step(PlanOperation.Divide, PlanOperand.Of(1), result) : result;
    }

    private PlanOperand Step(PlanOperation operation, PlanOperand left, PlanOperand right, int number = 0)
    {
        PlanStep step = new(operation, left, right, number);
        if (!step.IsDraw && left.IsConstant && (step.Operands == 1 || right.IsConstant))
        {
            return PlanOperand.Of(PlanScalar.Compute(step, left.Constant, right.Constant, 0, 0));
        }

        if (operation == PlanOperation.Multiply && (IsOne(left) || IsOne(right)))
        {
            return IsOne(left) ? right : left;
        }

        if (!_same.TryGetValue(step, out PlanOperand? known))
        {
            known = PlanOperand.At(_steps.Count);
            _steps.Add(step);
            _same.Add(step, known);
        }

        return known;
    }

    private static bool IsOne(PlanOperand operand) => operand is { IsConstant: true, Constant: 1 };
}

/// <summary>A part of a calculation that has been drawn.</summary>
/// <param name="Formula">The part.</param>
/// <param name="StandIn">Its stand-in: its name, with its base value.</param>
/// <param name="Varies">Whether it varies from draw to draw; otherwise it is a constant.</param>
internal sealed record PartAtHand(Formula Formula, Parameter StandIn, bool Varies);
