namespace Sroi.Sensitivity.OneAtATime;

/// <summary>Ranges of parameters.</summary>
internal static class ParameterRanges
{
    extension(VariedParameter parameter)
    {
        /// <summary>Its 5th and 95th percentiles; for a parameter known exactly, half and double its value, within its possible values.</summary>
        public (double Low, double High) MiddleRange() =>
            parameter.IsUncertain ? (parameter.Distribution.Quantile(0.05), parameter.Distribution.Quantile(0.95))
            : parameter.Base == 0 ? (0, 1)
            : parameter.Base > 0 ? (parameter.Base / 2, Math.Min(parameter.Base * 2, parameter.Possible.High))
            : (parameter.Base * 2, parameter.Base / 2);
    }
}
