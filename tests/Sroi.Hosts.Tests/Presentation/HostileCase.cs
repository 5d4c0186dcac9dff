using System.Reflection;
using Sroi.Batch.Summaries;
using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Model.Reading;
using Sroi.Parameters.Reading;
using Sroi.Quantities;
using Sroi.Sensitivity.Decisions;
using Sroi.Showing;

namespace Sroi.Hosts.Tests.Presentation;

/// <summary>
/// A shipped service, with an overlay, whose every text was written by an attacker: markup, the end of a script, an escape sequence that clears the screen,
/// a change of direction, colours of the terminal. The reader would refuse a part of it; a case made in code has no reader.
/// </summary>
internal static class HostileCase
{
    public const string Text = "\"'><img src=x onerror=window.__x=1></script><script>window.__x=1</script>\u001B[2J\u202E\u2028[red]";

    private static readonly string[] Written =
    [
        .. "Title Label Question Description Note Author Publisher Locator Why Change How Output Indicator Licence Weakness By Url".Split(' '),
        .. "Kind Design Country PowerSharedWith Reason Message WhatToDo Where Date".Split(' '),
    ];

    private static readonly Assembly[] Ours =
    [
        .. new[] { "Sroi", "Sroi.Presentation", "Sroi.Notebooks", "Sroi.Batch", "Sroi.Batch.Queue" }.Select(Assembly.Load),
    ];

    private static readonly Lazy<IReadOnlyCollection<object>> SharedOnes = new(() => ObjectGraph.Shared(Ours));

    /// <summary>All public types that there can be an object of.</summary>
    public static IEnumerable<Type> PublicTypes =>
        Ours.SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type => !type.IsAbstract && !type.IsInterface && !type.IsEnum && !type.ContainsGenericParameters && !type.IsByRefLike);

    /// <summary>One of everything that shows itself, of the service with hostile texts.</summary>
    public static IEnumerable<Presentable> Results()
    {
        ParameterLibrary library = ParameterLibrary.Open(TestFolder.Parameters);
        Scenario changed = library.Scenario("marco_cavallo_centre", null, [library.Overlay("before_corrections_2026")]),
            plain = library.Scenario("marco_cavallo_centre");
        Spoil([changed, plain], IsWritten);
        SocialReturn social = SocialReturn.Of(changed),
            other = SocialReturn.Of(plain);
        Decision decision = Decision.Between([DecisionOption.Of(other), DecisionOption.Of(social)], ShownCases.Draws, ShownCases.Seed);
        return [.. ShownResults.Of(social, other, decision, ShownCases.Library), Batch()];
    }

    /// <summary>Puts the hostile text before each text of what these objects hold.</summary>
    public static void Spoil(IEnumerable<object> roots, Func<FieldInfo, bool> isText)
    {
        foreach (object one in ObjectGraph.Of(roots).Except(SharedOnes.Value, ReferenceEqualityComparer.Instance))
        {
            if (one is not Unit && one.GetType().DeclaringType != typeof(Unit) && ObjectGraph.IsOurs(one.GetType()))
            {
                ObjectGraph.Replace(one, isText, text => Text + text);
            }
        }
    }

    /// <summary>Results of a batch whose plan, services and errors have hostile names.</summary>
    public static BatchSummary Batch() => BatchSummary.Of(Text, ShownCases.Draws, [Text + "a", Text + "b"], [.. Enumerable.Range(0, 8).Select(Run)]);

    private static SummarizedRun Run(int number) =>
        new()
        {
            Number = number,
            Scenario = Text + (number % 2),
            Variant = Text,
            Overlay = Text,
            Values = [number, 8 - number],
            Ratio = number == 7 ? null : 0.3 * number,
            ProbabilityAboveOne = 0.5,
            CaseRatio = 0.9,
            Error = number == 7 ? Text : null,
        };

    // What a person writes; ids are the names by which the calculation finds its numbers, and the reader lets them be words only.
    private static bool IsWritten(FieldInfo field) => Written.Any(name => field.Name.Contains($"<{name}>", StringComparison.Ordinal));
}
