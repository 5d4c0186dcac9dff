using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Sroi.Batch.Plans;
using Sroi.Batch.Results;
using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Model.Reading;
using Sroi.Parameters.Reading;
using Sroi.Uncertainty.Repeating;

namespace Sroi.Batch.Running;

/// <summary>A case of a plan, read once and simulated again and again.</summary>
internal sealed class PlanCase
{
    private readonly OpenCase _case;
    private readonly Lazy<RepeatedSimulation> _repeated;
    private readonly Lazy<SroiResult> _unchanged;
    private readonly string _common;

    public PlanCase(BatchPlan plan, OpenCase opened, FigureCatalogue catalogue, ColumnCache cache)
    {
        _case = opened;
        IEnumerable<string> varied = plan.Axes.SelectMany(axis => axis.Ids).Where(opened.CanChange);
        _repeated = new(() => new(opened, catalogue, varied, (plan.Draws, plan.Seed), cache));
        _unchanged = new(() => SroiResult.Of(opened.Scenario));
        _common = string.Create(
            CultureInfo.InvariantCulture,
            $"{ProgramIdentity.Text}\n{opened.ContentHash}\n{plan.Draws} draws, seed {plan.Seed}\n{Own(catalogue)}"
        );
    }

    // The standard catalogue depends only on the program.
    private static string Own(FigureCatalogue catalogue) =>
        ReferenceEquals(catalogue, FigureCatalogue.Standard) ? "" : $"figures {string.Join(' ', catalogue.Figures.Select(figure => figure.Id))}\n";

    /// <summary>The case simulated again and again.</summary>
    public RepeatedSimulation Repeated => _repeated.Value;

    /// <summary>The case as the files have it.</summary>
    public Scenario Scenario => _case.Scenario;

    /// <summary>Its figures with the varied numbers as the files have them.</summary>
    public SroiResult Unchanged => _unchanged.Value;

    /// <summary>The address of a run: a hash of the program, of all that the files say of the case, of draws, seed and the changes.</summary>
    public UnitAddress AddressOf(BatchRun run)
    {
        StringBuilder text = new(_common);
        foreach (ChangeEntry change in run.Changes)
        {
            text.Append(change.Id).Append('\n');
            CaseContent.Write(text, change.Node);
        }

        return UnitAddress.Of(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
