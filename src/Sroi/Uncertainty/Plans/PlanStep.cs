namespace Sroi.Uncertainty.Plans;

/// <summary>The operation of a step on its operands a, b, c, d.</summary>
internal enum PlanOperation
{
    /// <summary>The draws of a parameter.</summary>
    Draw,

    /// <summary>A constant less the draws of a parameter.</summary>
    DrawRemainder,

    /// <summary>a + b.</summary>
    Add,

    /// <summary>a − b.</summary>
    Subtract,

    /// <summary>a × b.</summary>
    Multiply,

    /// <summary>a × b × c, from left to right.</summary>
    MultiplyThree,

    /// <summary>a × b + c, rounded twice.</summary>
    MultiplyAdd,

    /// <summary>a × b × c + d, rounded three times.</summary>
    MultiplyThreeAdd,

    /// <summary>a ÷ b.</summary>
    Divide,

    /// <summary>a ÷ b, undefined unless b is above zero.</summary>
    Ratio,

    /// <summary>a, undefined where b is below zero.</summary>
    Provided,

    /// <summary>a, or b where a is undefined.</summary>
    Otherwise,

    /// <summary>The smaller of a and b.</summary>
    Smaller,

    /// <summary>The larger of a and b.</summary>
    Larger,

    /// <summary>a to the power of b.</summary>
    Power,

    /// <summary>The square root of a.</summary>
    Root,

    /// <summary>e to the power of a.</summary>
    Exponential,

    /// <summary>The natural logarithm of a.</summary>
    Logarithm,
}

/// <summary>An operand of a step: a register or a constant.</summary>
/// <param name="Register">The number of the register; −1 for a constant.</param>
/// <param name="Constant">The constant.</param>
internal sealed record PlanOperand(int Register, double Constant)
{
    /// <summary>Marks a missing operand.</summary>
    public static PlanOperand None { get; } = Of(0);

    public bool IsConstant => Register < 0;

    public static PlanOperand Of(double constant) => new(-1, constant);

    public static PlanOperand At(int register) => new(register, 0);

    /// <summary>Its value.</summary>
    public double In(double[] registers) => IsConstant ? Constant : registers[Register];

    /// <summary>The same constant, or the register under its new number.</summary>
    public PlanOperand Moved(int[] registerOf) => IsConstant ? this : At(registerOf[Register]);
}

/// <summary>One step: an operation on up to four operands into a register.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="A">The first operand; the constant of a remainder.</param>
/// <param name="B">The second.</param>
/// <param name="Number">The index of the parameter drawn.</param>
internal sealed record PlanStep(PlanOperation Operation, PlanOperand A, PlanOperand B, int Number = 0)
{
    /// <summary>The third operand.</summary>
    public PlanOperand C { get; init; } = PlanOperand.None;

    /// <summary>The fourth operand.</summary>
    public PlanOperand D { get; init; } = PlanOperand.None;

    /// <summary>The register of the result.</summary>
    public int Target { get; init; }

    /// <summary>Whether it draws a parameter.</summary>
    public bool IsDraw => Operation is PlanOperation.Draw or PlanOperation.DrawRemainder;

    /// <summary>The number of operands.</summary>
    public int Operands =>
        Operation switch
        {
            PlanOperation.Draw or PlanOperation.DrawRemainder => 0,
            PlanOperation.Root or PlanOperation.Exponential or PlanOperation.Logarithm => 1,
            PlanOperation.MultiplyThree or PlanOperation.MultiplyAdd => 3,
            PlanOperation.MultiplyThreeAdd => 4,
            _ => 2,
        };

    /// <summary>The registers it reads.</summary>
    public IEnumerable<int> Reads => new[] { A, B, C, D }.Take(Operands).Where(operand => !operand.IsConstant).Select(operand => operand.Register);

    /// <summary>The same step with its registers renumbered.</summary>
    public PlanStep Moved(int[] registerOf, int target) =>
        IsDraw
            ? this with
            {
                Target = target,
            }
            : this with
            {
                A = A.Moved(registerOf),
                B = Operands > 1 ? B.Moved(registerOf) : B,
                C = Operands > 2 ? C.Moved(registerOf) : C,
                D = Operands > 3 ? D.Moved(registerOf) : D,
                Target = target,
            };
}
