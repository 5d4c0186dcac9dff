using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Sroi.Assurance;
using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Parameters;
using Sroi.Presentation.Pages;
using Sroi.Quantities;
using Sroi.Reports;
using Sroi.Sensitivity;
using Sroi.Sensitivity.Decisions;
using Sroi.Sensitivity.OneAtATime;
using Sroi.Sensitivity.Variance;
using Sroi.Showing;
using Sroi.Uncertainty.Running;

namespace Sroi.Presentation;

/// <summary>The page of each kind of result.</summary>
public static class ResultPages
{
    /// <summary>Lets results show themselves as pages of tables from now on, in <see cref="object.ToString"/> and in notebooks. A program calls it once.</summary>
    /// <remarks>It is called when anything else of this package is first used, and by the kernel, the command and .NET Interactive when they start.</remarks>
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "A notebook that draws a chart should not have to know of it.")]
    public static void Register() => Presenter.Use(Of);

    /// <summary>The page of a result.</summary>
    internal static Page Of(Presentable result) =>
        result switch
        {
            SroiResult figures => ResultPage.Of(figures, simulation: null, Assurer.Check(figures)),
            SimulationResult draws => SimulationPage.Of(draws),
            Comparison comparison => ComparisonPage.Of(comparison),
            ValueSteps steps => ValueStepsPage.Of(steps),
            Explanation explanation => TextPage.Of(explanation.ToString()),
            Tornado tornado => TornadoPage.Of(tornado),
            ConditionalMeans means => TornadoPage.Of(means),
            OneWay oneWay => TornadoPage.Of(oneWay),
            TwoWay grid => TwoWayPage.Of(grid),
            SwitchingValues values => SwitchingPage.Of(values),
            ValueMapSwitching map => SwitchingPage.Of(map),
            SobolIndices indices => VariancePage.Of(indices),
            ShapleyEffects effects => VariancePage.Of(effects),
            Screening screening => VariancePage.Of(screening),
            Evpi evpi => InformationPage.Of(evpi),
            AcceptabilityCurve curve => AcceptabilityPage.Of(curve),
            OptionComparison options => OptionPage.Of(options),
            Subgroups subgroups => SubgroupPage.Of(subgroups),
            Parameter parameter => ParameterPage.Of(parameter),
            Quantity quantity => TextPage.Of($"{quantity.Id}: {Figures.WithUnit(quantity.Value, quantity.Unit)}"),
            Scenario scenario => AssumptionsPage.Of(scenario),
            PublishedChecks checks => PublishedChecksPage.Of(checks),
            ResultTable table => TablePage.Of(table),
            _ => throw new InvalidOperationException($"There is no page for a {result.GetType().Name}."),
        };
}
