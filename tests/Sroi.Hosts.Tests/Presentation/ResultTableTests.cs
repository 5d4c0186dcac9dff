using Sroi.Reports;

namespace Sroi.Hosts.Tests.Presentation;

/// <summary>The tables to compute with: every value is what its column says, and the text of commas says the same.</summary>
public class ResultTableTests
{
    [Fact]
    public void Every_table_that_there_is_is_looked_at()
    {
        Type[] classes = [typeof(ResultTables), typeof(SimulationTables), typeof(SensitivityTables)];
        int all = classes.Sum(one => one.GetMethods().Count(method => method.ReturnType == typeof(ResultTable)));
        Assert.Equal(all, ServiceTables.Of("marco_cavallo_centre").Select(one => one.Name).Distinct().Count());
    }

    // One with everything, one in which nothing varies, one in which nothing is valued, one with usual care, one without a cost or a value.
    [Theory]
    [InlineData("croydon_sun")]
    [InlineData("wheels_to_meals")]
    [InlineData("sleepwell")]
    [InlineData("arizona_peer_employment")]
    [InlineData("east_lille")]
    public void Every_value_fits_its_column(string service) =>
        Assert.All(
            ServiceTables.Of(service),
            one =>
            {
                Assert.Equal(one.Table.Columns.Length, one.Table.Columns.Select(column => column.Name).Distinct().Count());
                Assert.All(one.Table.Columns, column => Assert.True(column.Label.Length > 0 && column.Meaning.Length > 0, $"{one.Name}: {column}"));
                foreach (var row in one.Table.Rows)
                {
                    Assert.Equal(one.Table.Columns.Length, row.Length);
                    Assert.All(one.Table.Columns.Zip(row), cell => Assert.True(Fits(cell.Second, cell.First.Kind), $"{one.Name}: {cell}"));
                }
            }
        );

    [Fact]
    public void A_value_in_the_wrong_column_would_be_found()
    {
        Assert.False(Fits(1, ColumnKind.Number));
        Assert.False(Fits(double.NaN, ColumnKind.Number));
        Assert.False(Fits(1.0, ColumnKind.Count));
        Assert.False(Fits(1.0, ColumnKind.Text));
        Assert.False(Fits("true", ColumnKind.Truth));
    }

    [Fact]
    public void The_text_of_commas_has_everything_in_full()
    {
        ResultTable table = new(
            [new("name", ColumnKind.Text), new("a \"value\"", ColumnKind.Number), new("count", ColumnKind.Count), new("is_true", ColumnKind.Truth)],
            [
                ["plain", 0.1, 3, true],
                ["with, comma", -1.0 / 3, 4_000_000_000, false],
                ["with \"quotes\"", 1e300, null, null],
                ["two\nlines", null, 0, true],
                ["=1+1", 1.0, 1, true],
                ["-dash", -2.0, -1, true],
                [null, 1234567.5, 1, false],
            ]
        );
        Assert.Equal(
            "name,\"a \"\"value\"\"\",count,is_true\r\n"
                + "plain,0.1,3,true\r\n"
                + "\"with, comma\",-0.3333333333333333,4000000000,false\r\n"
                + "\"with \"\"quotes\"\"\",1E+300,,\r\n"
                + "\"two\nlines\",,0,true\r\n"
                + "'=1+1,1,1,true\r\n"
                + "'-dash,-2,-1,true\r\n"
                + ",1234567.5,1,false\r\n",
            table.ToCsv()
        );
    }

    [Fact]
    public void A_table_without_rows_has_its_heading() =>
        Assert.Equal("a,b\r\n", new ResultTable([new("a", ColumnKind.Number), new("b", ColumnKind.Text)], []).ToCsv());

    // Infinity and not-a-number are no values; what is undefined is null.
    private static bool Fits(object? value, ColumnKind kind) =>
        value is null
        || kind switch
        {
            ColumnKind.Number => value is double number && double.IsFinite(number),
            ColumnKind.Count => value is int or long,
            ColumnKind.Text => value is string,
            _ => value is bool,
        };
}
