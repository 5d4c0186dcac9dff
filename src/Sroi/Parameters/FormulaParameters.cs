using Sroi.Quantities;

namespace Sroi.Parameters;

/// <summary>The parameters that a formula rests on.</summary>
public static class FormulaParameters
{
    extension(Formula formula)
    {
        /// <summary>Each parameter once, in the order met from left to right.</summary>
        public IReadOnlyList<Parameter> Parameters()
        {
            List<Parameter> found = [];
            HashSet<string> ids = new(StringComparer.Ordinal);
            HashSet<Formula> seen = new(ReferenceEqualityComparer.Instance);
            Visit(formula);
            return found;

            void Visit(Formula part)
            {
                if (!seen.Add(part))
                {
                    return;
                }

                if (part is Formula.Given { Quantity: Parameter parameter } && ids.Add(parameter.Id))
                {
                    found.Add(parameter);
                }

                foreach (Formula inner in part.Parts)
                {
                    Visit(inner);
                }
            }
        }
    }
}
