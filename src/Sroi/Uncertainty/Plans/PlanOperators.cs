using Sroi.Arithmetic;

namespace Sroi.Uncertainty.Plans;

/// <summary>The operations of a plan on one vector of draws.</summary>
internal static class PlanOperators
{
    internal interface IOfTwo<L>
    {
        static abstract L Of(L left, L right);
    }

    internal interface IOfThree<L>
    {
        static abstract L Of(L a, L b, L c);
    }

    internal interface IOfFour<L>
    {
        static abstract L Of(L a, L b, L c, L d);
    }

    internal interface IOfOne<L>
    {
        static abstract L Of(L value);
    }

    internal readonly struct Sum<L> : IOfTwo<L>
        where L : struct, ILanes<L>
    {
        public static L Of(L left, L right) => left + right;
    }

    internal readonly struct Difference<L> : IOfTwo<L>
        where L : struct, ILanes<L>
    {
        public static L Of(L left, L right) => left - right;
    }

    internal readonly struct Product<L> : IOfTwo<L>
        where L : struct, ILanes<L>
    {
        public static L Of(L left, L right) => left * right;
    }

    internal readonly struct ProductOfThree<L> : IOfThree<L>
        where L : struct, ILanes<L>
    {
        public static L Of(L a, L b, L c) => a * b * c;
    }

    internal readonly struct ProductAndSum<L> : IOfThree<L>
        where L : struct, ILanes<L>
    {
        public static L Of(L a, L b, L c) => (a * b) + c;
    }

    internal readonly struct ProductOfThreeAndSum<L> : IOfFour<L>
        where L : struct, ILanes<L>
    {
        public static L Of(L a, L b, L c, L d) => (a * b * c) + d;
    }

    internal readonly struct Quotient<L> : IOfTwo<L>
        where L : struct, ILanes<L>
    {
        public static L Of(L left, L right) => L.Select(L.Same(right, L.Of(0)), L.Of(double.NaN), left / right);
    }

    internal readonly struct Ratio<L> : IOfTwo<L>
        where L : struct, ILanes<L>
    {
        public static L Of(L dividend, L divisor) => L.Select(L.Less(L.Of(0), divisor), dividend / divisor, L.Of(double.NaN));
    }

    internal readonly struct Provided<L> : IOfTwo<L>
        where L : struct, ILanes<L>
    {
        public static L Of(L value, L condition) => L.Select(L.AtMost(L.Of(0), condition), value, L.Of(double.NaN));
    }

    internal readonly struct Otherwise<L> : IOfTwo<L>
        where L : struct, ILanes<L>
    {
        public static L Of(L first, L second) => L.Select(L.Same(first, first), first, second);
    }

    internal readonly struct Smaller<L> : IOfTwo<L>
        where L : struct, ILanes<L>
    {
        public static L Of(L left, L right) => L.Select(L.AtMost(left, right), left, L.Select(L.Less(right, left), right, L.Of(double.NaN)));
    }

    internal readonly struct Larger<L> : IOfTwo<L>
        where L : struct, ILanes<L>
    {
        public static L Of(L left, L right) => L.Select(L.AtMost(right, left), left, L.Select(L.Less(left, right), right, L.Of(double.NaN)));
    }

    internal readonly struct Power<L> : IOfTwo<L>
        where L : struct, ILanes<L>
    {
        public static L Of(L left, L right) => Elementary.Power(left, right);
    }

    internal readonly struct Root<L> : IOfOne<L>
        where L : struct, ILanes<L>
    {
        public static L Of(L value) => L.Root(value);
    }

    internal readonly struct Exponential<L> : IOfOne<L>
        where L : struct, ILanes<L>
    {
        public static L Of(L value) => Elementary.Exp(value);
    }

    internal readonly struct Logarithm<L> : IOfOne<L>
        where L : struct, ILanes<L>
    {
        public static L Of(L value) => Elementary.Log(value);
    }
}
