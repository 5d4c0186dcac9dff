using Apache.Arrow;
using Microsoft.Data.Analysis;
using Sroi.Presentation;
using Sroi.Reports;

namespace Sroi.Hosts.Tests.Presentation;

/// <summary>Tables as data frames: the same names, types, values and gaps.</summary>
public class DataFrameTests
{
    private static readonly ResultTable Small = new(
        [new("name", ColumnKind.Text), new("value", ColumnKind.Number), new("draws", ColumnKind.Count), new("flips", ColumnKind.Truth)],
        [
            ["first", 1.5, 3, true],
            [null, null, null, null],
            ["third", -0.25, 4_000_000_000, false],
        ]
    );

    [Fact]
    public void A_small_table_comes_over_whole()
    {
        DataFrame frame = Small.ToDataFrame();
        Assert.Equal((3, 4), (frame.Rows.Count, frame.Columns.Count));
        Assert.Equal(["name", "value", "draws", "flips"], frame.Columns.Select(column => column.Name));
        Assert.Equal(["first", null, "third"], frame.Columns.GetStringColumn("name"));
        Assert.Equal([1.5, null, -0.25], frame.Columns.GetDoubleColumn("value"));
        Assert.Equal([3L, null, 4_000_000_000L], frame.Columns.GetInt64Column("draws"));
        Assert.Equal([true, null, false], frame.Columns.GetBooleanColumn("flips"));
        Assert.All(frame.Columns, column => Assert.Equal(1, column.NullCount));
    }

    [Fact]
    public void A_frame_can_be_filtered_and_sorted_by_its_columns()
    {
        DataFrame frame = Small.ToDataFrame();
        Assert.Equal(["first"], frame.Filter(frame["value"].ElementwiseGreaterThan(0)).Columns.GetStringColumn("name"));
        Assert.Equal([-0.25, 1.5, null], frame.OrderBy("value").Columns.GetDoubleColumn("value"));
    }

    [Theory]
    [InlineData("arizona_peer_employment")]
    [InlineData("croydon_sun")]
    [InlineData("sleepwell")]
    public void Every_table_comes_over_with_its_names_types_and_gaps(string service) =>
        Assert.All(
            ServiceTables.Of(service),
            one =>
            {
                DataFrame frame = one.Table.ToDataFrame();
                Assert.Equal(one.Table.Columns.Select(column => column.Name), frame.Columns.Select(column => column.Name));
                Assert.Equal(one.Table.Columns.Select(column => TypeOf(column.Kind)), frame.Columns.Select(column => column.DataType));
                Assert.Equal(one.Table.Rows.Length, frame.Rows.Count);
                foreach ((int column, TableColumn told) in one.Table.Columns.Index())
                {
                    object?[] values =
                    [
                        .. one.Table.Rows.Select(row => told.Kind == ColumnKind.Count && row[column] is int count ? (long)count : row[column]),
                    ];
                    Assert.Equal(values, frame.Columns[column].Cast<object?>());
                    Assert.Equal(values.Count(value => value is null), frame.Columns[column].NullCount);
                }
            }
        );

    // The package can do that with all columns but those of text.
    [Fact]
    public void Numbers_and_truths_go_to_arrow_and_back()
    {
        DataFrame frame = Small.ToDataFrame();
        frame.Columns.Remove("name");
        RecordBatch batch = Assert.Single(frame.ToArrowRecordBatches());
        Assert.Equal(["value", "draws", "flips"], batch.Schema.FieldsList.Select(field => field.Name));
        Assert.Equal([1.5, null, -0.25], Enumerable.Range(0, 3).Select(Assert.IsType<DoubleArray>(batch.Column(0)).GetValue));
        Assert.Equal(3, batch.Length);
        DataFrame back = DataFrame.FromArrowRecordBatch(batch);
        Assert.Equal(frame.Columns.Select(column => column.Name), back.Columns.Select(column => column.Name));
        Assert.All(frame.Columns.Zip(back.Columns), pair => Assert.Equal(pair.First.Cast<object?>(), pair.Second.Cast<object?>()));
    }

    private static Type TypeOf(ColumnKind kind) =>
        kind switch
        {
            ColumnKind.Number => typeof(double),
            ColumnKind.Count => typeof(long),
            ColumnKind.Truth => typeof(bool),
            _ => typeof(string),
        };
}
