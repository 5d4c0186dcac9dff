using MathNet.Numerics.LinearAlgebra;
using Sroi.Arithmetic;
using Sroi.Uncertainty.Correlations;
using Sroi.Uncertainty.Plans;
using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Streams;

namespace Sroi.Sensitivity.Decisions;

/// <summary>
/// The net present value of an option at the draws of a group's parameters and the expected values of all others: their mean or, for those correlated with the
/// group, the value at the expected normal score.
/// </summary>
internal sealed class GroupPredictor(DrawnCase drawn, ParameterGroup group, uint[][] uniforms)
{
    private readonly int _draws = uniforms[0].Length;

    /// <summary>The net present values, draw by draw.</summary>
    public double[] NetBenefits()
    {
        SortedDictionary<int, double[]> varying = [];
        foreach ((string id, uint[] known) in group.Parameters.Zip(uniforms))
        {
            Vary(drawn.Plan.NumberOf(id), known, varying);
        }

        foreach (CorrelatedGroup together in drawn.Blocks.Groups)
        {
            SetFollowers(together, varying);
        }

        Plan plan = drawn.Over([.. varying.Keys]);
        double[][] columns = [.. varying.Values];
        double[] net = new double[_draws],
            parameters = new double[Block.Size];
        GivenParameters room = new(plan, Widths.Widest);
        for (int from = 0; from < net.Length; from += Block.Size)
        {
            int rows = Math.Min(Block.Size, net.Length - from);
            room.Evaluate(columns, from, rows);
            room.Output(plan.Outputs[0], net.AsSpan(from, rows));
            room.Output(plan.Outputs[1], parameters.AsSpan(0, rows));
            for (int row = 0; row < rows; row++)
            {
                net[from + row] -= parameters[row];
            }
        }

        return net;
    }

    // Parameters drawn only for their correlations are not in the plan.
    private void Vary(int number, uint[] of, SortedDictionary<int, double[]> varying)
    {
        if (number >= 0 && number < drawn.Plan.Parameters.Length)
        {
            varying[number] = JointDraws.ValuesOf(drawn.Plan.Parameters[number].Distribution, of);
        }
    }

    // The expected scores of the others are linear in those of the group: R(others, known) R(known, known)⁻¹.
    private void SetFollowers(CorrelatedGroup together, SortedDictionary<int, double[]> varying)
    {
        int[] places = [.. Enumerable.Range(0, together.Parameters.Length)],
            known = [.. places.Where(place => Own(together, place) >= 0)],
            others = [.. places.Where(place => Own(together, place) < 0)];
        if (known.Length == 0 || others.Length == 0)
        {
            return;
        }

        Matrix<double> used = Matrix<double>.Build.DenseOfArray(together.Used),
            weights = Part(used, others, known) * Part(used, known, known).PseudoInverse();
        double[][] scores = [.. known.Select(place => Scores(uniforms[Own(together, place)]))];
        for (int other = 0; other < others.Length; other++)
        {
            uint[] expected = new uint[_draws];
            for (int draw = 0; draw < _draws; draw++)
            {
                double score = 0;
                for (int i = 0; i < known.Length; i++)
                {
                    score += weights[other, i] * scores[i][draw];
                }

                expected[draw] = NormalScores.Uniform(score);
            }

            Vary(together.Parameters[others[other]], expected, varying);
        }
    }

    private int Own(CorrelatedGroup together, int place) => group.Parameters.IndexOf(drawn.Blocks.Parameters[together.Parameters[place]].Id);

    private static double[] Scores(uint[] uniforms)
    {
        double[] scores = new double[uniforms.Length];
        NormalScores.OfUniforms.Draw(Widths.Widest, uniforms, scores);
        return scores;
    }

    private static Matrix<double> Part(Matrix<double> of, int[] rows, int[] columns) =>
        Matrix<double>.Build.Dense(rows.Length, columns.Length, (i, j) => of[rows[i], columns[j]]);
}
