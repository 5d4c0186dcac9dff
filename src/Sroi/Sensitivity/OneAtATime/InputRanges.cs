namespace Sroi.Sensitivity.OneAtATime;

/// <summary>Ranges of inputs.</summary>
internal static class InputRanges
{
    extension(VariedInput input)
    {
        /// <summary>Its 5th and 95th percentile; of a number known exactly half and double, within what it can be.</summary>
        public (double Low, double High) MiddleRange() =>
            input.IsUncertain ? (input.Distribution.Quantile(0.05), input.Distribution.Quantile(0.95))
            : input.Base == 0 ? (0, 1)
            : input.Base > 0 ? (input.Base / 2, Math.Min(input.Base * 2, input.Possible.High))
            : (input.Base * 2, input.Base / 2);
    }
}
