using System.Collections.Immutable;
using System.Text;
using Sroi.Evaluation;
using Sroi.Parameters;
using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Batch.Results;

/// <summary>The stored record of one run: its figures, or why it has none.</summary>
public sealed record RunRecord
{
    private const byte Format = 2;

    /// <summary>Why the run failed; null if it did not.</summary>
    public string? Error { get; private init; }

    /// <summary>The years of the appraisal, its price year, discount schedule and timing.</summary>
    public RunFrame Frame { get; private init; } = new(0, "", "", "");

    /// <summary>The ratio of the case with unchanged parameters; null if it is undefined.</summary>
    public double? CaseRatio { get; private init; }

    /// <summary>The net present value of the case with unchanged parameters; null if it is undefined.</summary>
    public double? CaseNetPresentValue { get; private init; }

    /// <summary>The figures of <see cref="RunColumns.All"/> by name; empty if it failed.</summary>
    public NamedNumbers Figures { get; private init; } = NamedNumbers.None;

    /// <summary>The outcomes.</summary>
    public ImmutableArray<OutcomeRecord> Outcomes { get; private init; } = [];

    /// <summary>Who pays, who gains.</summary>
    public ImmutableArray<LedgerRecord> Ledger { get; private init; } = [];

    /// <summary>A run that failed.</summary>
    /// <param name="error">Why.</param>
    public static RunRecord Failed(string error) => new() { Error = error };

    /// <summary>A run that went well.</summary>
    /// <param name="result">Its figures at the base values.</param>
    /// <param name="draws">Its figures over the draws, with those of each outcome.</param>
    /// <param name="unchanged">The case with the varied numbers as the files have them.</param>
    public static RunRecord Of(SroiResult result, SimulationResult draws, SroiResult unchanged)
    {
        RunColumns columns = RunColumns.Of(result.SocialReturn.Catalogue);
        return new()
        {
            Frame = RunFrame.Of(result.Scenario.Appraisal),
            CaseRatio = unchanged.SroiRatio,
            CaseNetPresentValue = unchanged.NetPresentValue,
            Figures = NamedNumbers.Of(columns.Names, columns.All.Select(column => column.Of(result, draws))),
            Outcomes = [.. result.Outcomes.Zip(draws.Of(FigureGroup.Outcome), OutcomeRecord.Of)],
            Ledger = [.. result.Ledger.Select(line => new LedgerRecord(line.Party.Id, line.Party.IsPublic, line.Pays, line.Gains, line.Nets))],
        };
    }

    /// <summary>It as bytes, the same for the same figures.</summary>
    public byte[] ToBytes()
    {
        using MemoryStream bytes = new();
        using BinaryWriter to = new(bytes, Encoding.UTF8);
        to.Write(Format);
        to.Write(Error is not null);
        if (Error is not null)
        {
            to.Write(Error);
        }
        else
        {
            Frame.Write(to);
            RecordBytes.Write(to, [CaseRatio, CaseNetPresentValue]);
            Figures.Names.Write(to);
            Figures.Write(to);
            RunTables.OutcomeNames.Write(to);
            RecordBytes.Write(to, Outcomes, outcome => outcome.Write(to));
            RecordBytes.Write(to, Ledger, line => line.Write(to));
        }

        to.Flush();
        return bytes.ToArray();
    }

    /// <summary>What <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are not those of a run.</exception>
    public static RunRecord FromBytes(byte[] bytes)
    {
        using BinaryReader from = new(new MemoryStream(bytes), Encoding.UTF8);
        try
        {
            if (from.ReadByte() != Format)
            {
                throw new InvalidDataException("These are not the bytes of a run.");
            }

            return from.ReadBoolean() ? Failed(from.ReadString()) : Read(from);
        }
        catch (EndOfStreamException error)
        {
            throw new InvalidDataException("These are not the bytes of a run: they end too soon.", error);
        }
    }

    private static RunRecord Read(BinaryReader from)
    {
        RunFrame frame = RunFrame.Read(from);
        ImmutableArray<double?> unchanged = RecordBytes.Numbers(from);
        return new()
        {
            Frame = frame,
            CaseRatio = unchanged[0],
            CaseNetPresentValue = unchanged[1],
            Figures = NamedNumbers.Read(from, FigureNames.Read(from)),
            Outcomes = OutcomeRecord.All(from, FigureNames.Read(from)),
            Ledger = RecordBytes.Items(from, LedgerRecord.Read),
        };
    }
}

/// <summary>The frame in which a run is appraised.</summary>
/// <param name="Years">The years of the appraisal.</param>
/// <param name="PriceYear">The price year of amounts of money.</param>
/// <param name="Discounting">The discount schedule.</param>
/// <param name="Timing">When in a year money falls.</param>
public sealed record RunFrame(int Years, string PriceYear, string Discounting, string Timing)
{
    internal static RunFrame Of(Model.Appraisal appraisal) =>
        new(appraisal.Years, appraisal.PriceYear.ToString(), Reports.ResultJson.DiscountingOf(appraisal), DiscountSchedule.Name(appraisal.Timing));

    internal void Write(BinaryWriter to)
    {
        to.Write(Years);
        to.Write(PriceYear);
        to.Write(Discounting);
        to.Write(Timing);
    }

    internal static RunFrame Read(BinaryReader from) => new(from.ReadInt32(), from.ReadString(), from.ReadString(), from.ReadString());
}

/// <summary>The stored record of an outcome of a run.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Stakeholder">Who experiences it.</param>
/// <param name="Benefit">Fiscal, economic or social.</param>
/// <param name="IsBaseline">Whether it belongs to usual care.</param>
/// <param name="Figures">Its figures of <see cref="RunTables.OutcomeFigures"/> by name.</param>
/// <param name="ByYear">Its undiscounted value of each year from 1, in GBP.</param>
public sealed record OutcomeRecord(
    string Id,
    string Stakeholder,
    string Benefit,
    bool IsBaseline,
    NamedNumbers Figures,
    ImmutableArray<double?> ByYear
)
{
    private static readonly ImmutableArray<Func<FigureSummary, double?>> s_statistics = [.. RunColumns.Statistics.Select(one => one.Of)];

    internal static OutcomeRecord Of(OutcomeResult outcome, FigureSummary draws)
    {
        Model.Outcome row = outcome.Value.Outcome;
        return new(
            row.Id,
            row.Stakeholder.Id,
            row.Proxy.Benefit.ToString().ToLowerInvariant(),
            row.IsBaseline,
            NamedNumbers.Of(
                RunTables.OutcomeNames,
                [outcome.Quantity, outcome.Gross, outcome.Impact, outcome.PresentValue, .. s_statistics.Select(one => one(draws))]
            ),
            [.. outcome.ByYear.Skip(1).Select(value => (double?)value)]
        );
    }

    internal void Write(BinaryWriter to)
    {
        to.Write(Id);
        to.Write(Stakeholder);
        to.Write(Benefit);
        to.Write(IsBaseline);
        Figures.Write(to);
        RecordBytes.Write(to, ByYear);
    }

    internal static ImmutableArray<OutcomeRecord> All(BinaryReader from, FigureNames names) => RecordBytes.Items(from, each => Read(each, names));

    private static OutcomeRecord Read(BinaryReader from, FigureNames names) =>
        new(from.ReadString(), from.ReadString(), from.ReadString(), from.ReadBoolean(), NamedNumbers.Read(from, names), RecordBytes.Numbers(from));
}

/// <summary>What a party pays, gains and nets in a run, as present values in GBP.</summary>
/// <param name="Party">The party.</param>
/// <param name="IsPublic">Whether it is a public body.</param>
/// <param name="Pays">What it pays.</param>
/// <param name="Gains">What it gains.</param>
/// <param name="Net">The one less the other.</param>
public sealed record LedgerRecord(string Party, bool IsPublic, double Pays, double Gains, double Net)
{
    internal void Write(BinaryWriter to)
    {
        to.Write(Party);
        to.Write(IsPublic);
        to.Write(Pays);
        to.Write(Gains);
        to.Write(Net);
    }

    internal static LedgerRecord Read(BinaryReader from) =>
        new(from.ReadString(), from.ReadBoolean(), from.ReadDouble(), from.ReadDouble(), from.ReadDouble());
}
