using Sroi.Evaluation;
using Sroi.Parameters;
using Sroi.Sensitivity;

namespace Sroi.Reports;

/// <summary>How units are written for programs: of a number without a unit, what kind of number it is (share, ratio, number).</summary>
internal static class UnitNames
{
    private const string Share = "share",
        Ratio = "ratio";

    public static string Of(Parameter number) => number.IsShare ? Share : number.Unit.Text;

    public static string Of(ComparedNumber number) => number.IsShare ? Share : number.Unit.Text;

    public static string Of(VariedParameter number) => number.IsShare ? Share : number.Unit.Text;

    public static string Of(TargetFigure figure) => figure.IsRatio ? Ratio : figure.Formula.Unit.Text;
}
