using System.Reflection;
using Sroi.Hosts.Tests.Rules.Rooms.Lower;
using Sroi.Hosts.Tests.Rules.Rooms.Upper;

namespace Sroi.Hosts.Tests.Rules;

/// <summary>The rooms of each assembly, its namespaces, depend on each other in one direction only: each knows only those listed before it.</summary>
public class LayerTests
{
    /// <summary>The rooms of each assembly in their order, without the assembly's name where they are below it.</summary>
    private static readonly Dictionary<string, string[]> s_rooms = new()
    {
        ["Sroi"] =
        [
            "Showing",
            "Files",
            "Arithmetic",
            "Quantities",
            "Parameters.Distributions",
            "Estimation",
            "Parameters",
            "Parameters.Reading",
            "Parameters.Importing",
            "Model",
            "Model.Reading",
            "Evaluation",
            "Uncertainty.Plans",
            "Uncertainty.Streams",
            "Uncertainty.Quantiles",
            "Uncertainty.Correlations",
            "Uncertainty.Summaries",
            "Uncertainty.Running",
            "Uncertainty.Repeating",
            "Sensitivity",
            "Sensitivity.OneAtATime",
            "Sensitivity.Variance",
            "Sensitivity.Decisions",
            "Assurance",
            "Reports",
        ],
        ["Sroi.Presentation"] = ["Pages", "Charting", "Charting.Pictures", "", "Reports"],
        ["Sroi.Notebooks"] =
        [
            "",
            "Cells",
            "Showing",
            "Mathematics",
            "Magics",
            "Scripting",
            "Packages",
            "Protocol",
            "Completion",
            "Documents",
            "Execution",
            "Running",
            "Supervising",
            "Kernel",
            "Installing",
            "Microsoft.DotNet.Interactive",
        ],
        ["Sroi.Batch"] = ["Plans", "Results", "Plans.Reading", "Running", "Summaries"],
        ["Sroi.Batch.Queue"] = [""],
    };

    public static TheoryData<string> Assemblies => [.. s_rooms.Keys];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void A_room_knows_only_the_rooms_before_it(string assembly) => Assert.Empty(Breaches(Assembly.Load(assembly).GetTypes(), Rooms(assembly)));

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Every_type_is_in_a_room(string assembly) =>
        Assert.Empty(
            Assembly
                .Load(assembly)
                .GetTypes()
                .Where(type => type.Namespace is { } room && room.StartsWith("Sroi", StringComparison.Ordinal) && !Rooms(assembly).Contains(room))
                .Select(type => type.FullName)
        );

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Every_room_is_lived_in(string assembly) =>
        Assert.Empty(Rooms(assembly).Except(Assembly.Load(assembly).GetTypes().Select(type => type.Namespace)));

    [Fact]
    public void A_breach_is_found()
    {
        string[] rooms = [typeof(Cellar).Namespace!, typeof(Attic).Namespace!];
        Assert.Equal(
            [$"{typeof(Cellar).FullName} uses {typeof(Attic).FullName}"],
            Breaches([typeof(Cellar), typeof(Attic), .. typeof(Cellar).GetNestedTypes(BindingFlags.NonPublic)], rooms)
        );
    }

    private static string[] Rooms(string assembly) =>
        [
            .. s_rooms[assembly]
                .Select(room =>
                    room.Length == 0 ? assembly
                    : room.StartsWith("Microsoft", StringComparison.Ordinal) ? room
                    : $"{assembly}.{room}"
                ),
        ];

    private static IEnumerable<string> Breaches(IReadOnlyCollection<Type> types, string[] rooms) =>
        types
            .Where(type => rooms.Contains(type.Namespace))
            .SelectMany(type =>
                UsedTypes
                    .Of(type)
                    .Where(used => Array.IndexOf(rooms, used.Namespace) > Array.IndexOf(rooms, type.Namespace))
                    .Select(used => $"{Outermost(type).FullName} uses {used.FullName}")
            )
            .Distinct();

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
