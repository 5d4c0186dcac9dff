using System.Text;
using static Sroi.Presentation.Charting.SvgText;

namespace Sroi.Presentation.Charting;

/// <summary>A drawing in the making.</summary>
internal sealed class SvgDrawing(Chart chart, string[] sourceLines)
{
    private const double CharacterWidth = 6.5,
        LineHeight = 17;

    private readonly StringBuilder _svg = new();
    private readonly SvgFrame _frame = SvgFrame.Of(chart);

    public string Document()
    {
        Title();
        Grid();
        foreach (Series series in chart.Series)
        {
            Draw(series);
        }

        Marks();
        Axes();
        Legend();
        Source();
        string height = Number(_frame.SourceTop + (14 * sourceLines.Length));
        return $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {SvgFrame.Width} {height}\" width=\"{SvgFrame.Width}\" height=\"{height}\" role=\"img\" aria-label=\"{Text(chart.Title)} {Text(chart.Alternative)}\" font-family=\"system-ui, sans-serif\" font-size=\"12\" fill=\"{Inks.Text}\">\n<rect width=\"100%\" height=\"100%\" fill=\"{Inks.Paper}\"/>\n{_svg}</svg>\n";
    }

    private void Title()
    {
        foreach ((int i, string line) in _frame.TitleLines.Index())
        {
            Write(12, 24 + (i * 21), line, "font-size=\"16\" font-weight=\"bold\"");
        }
    }

    private void Grid()
    {
        foreach (double tick in _frame.ValueTicks)
        {
            Line(_frame.Point(_frame.FirstPosition, tick), _frame.Point(_frame.LastPosition, tick), Inks.Rule, 1, Dash.Solid);
        }
    }

    private void Draw(Series series)
    {
        switch (series)
        {
            case Series.Bars bars:
                foreach (Bar bar in bars.Items)
                {
                    Draw(bar, bars);
                }

                break;
            case Series.Curve curve:
                Draw(curve);
                break;
            case Series.Band band:
                string outline = Path(
                    band.Points.Select(point => _frame.Point(point.At, point.Low))
                        .Concat(band.Points.Reverse().Select(point => _frame.Point(point.At, point.High)))
                );
                _svg.Append($"<path d=\"{outline}Z\" fill=\"{Inks.Mixed(band.Ink, 0.45)}\"/>\n");
                break;
            case Series.Dots dots:
                foreach (Interval point in dots.Points)
                {
                    Draw(point, dots.Ink);
                }

                break;
            case Series.Grid grid:
                Draw(grid);
                break;
        }
    }

    private void Draw(Bar bar, Series.Bars bars)
    {
        (double X, double Y) from = _frame.Point(bar.At - (bar.Width / 2), bar.From),
            to = _frame.Point(bar.At + (bar.Width / 2), bar.To);
        double x = Math.Min(from.X, to.X),
            y = Math.Min(from.Y, to.Y);
        _svg.Append(
            $"<rect x=\"{Number(x)}\" y=\"{Number(y)}\" width=\"{Number(Math.Abs(to.X - from.X))}\" height=\"{Number(Math.Abs(to.Y - from.Y))}\" fill=\"{Inks.Hex(bar.Ink ?? bars.Ink)}\"/>\n"
        );
        if (bar.Label.Length == 0)
        {
            return;
        }

        (double X, double Y) end = _frame.Point(bar.At, bar.To);
        bool isBackward = bar.To < bar.From;
        if (chart.IsSideways)
        {
            Write(end.X + (isBackward ? -5 : 5), end.Y + 4, bar.Label, isBackward ? "text-anchor=\"end\"" : "");
        }
        else
        {
            Write(end.X, end.Y + (isBackward ? 14 : -5), bar.Label, "text-anchor=\"middle\"");
        }
    }

    private void Draw(Series.Curve curve)
    {
        if (curve.Points.IsEmpty)
        {
            return;
        }

        _svg.Append(
            $"<path d=\"{Path(curve.Points.Select(point => _frame.Point(point.At, point.Value)))}\" fill=\"none\" stroke=\"{Inks.Hex(curve.Ink)}\" stroke-width=\"2.5\"{Dashes(curve.Dash)}/>\n"
        );
        foreach (Place point in curve.HasDots ? curve.Points : [])
        {
            (double x, double y) = _frame.Point(point.At, point.Value);
            _svg.Append($"<circle cx=\"{Number(x)}\" cy=\"{Number(y)}\" r=\"3.5\" fill=\"{Inks.Hex(curve.Ink)}\"/>\n");
        }
    }

    private void Draw(Interval point, Ink ink)
    {
        (double X, double Y) at = _frame.Point(point.At, point.Value);
        if (point.Low < point.High)
        {
            Line(_frame.Point(point.At, point.Low), _frame.Point(point.At, point.High), Inks.Hex(ink), 3, Dash.Solid);
        }

        Dot(at, ink);
        if (point.Label.Length > 0)
        {
            Write(at.X, at.Y - 11, point.Label, "text-anchor=\"middle\"");
        }
    }

    // The shape tells dots apart without colour; an open one hides nothing.
    private void Dot((double X, double Y) at, Ink ink)
    {
        double size = ink == Ink.Result ? 13 : 7;
        string shape =
            ink == Ink.Gain
                ? $"<circle cx=\"{Number(at.X)}\" cy=\"{Number(at.Y)}\" r=\"6\""
                : $"<path d=\"{Path([(at.X, at.Y - size), (at.X + size, at.Y), (at.X, at.Y + size), (at.X - size, at.Y)])}Z\"";
        string paint =
            ink == Ink.Result ? $"fill=\"none\" stroke=\"{Inks.Hex(ink)}\" stroke-width=\"3\"" : $"fill=\"{Inks.Hex(ink)}\" stroke=\"{Inks.Text}\"";
        _svg.Append($"{shape} {paint}/>\n");
    }

    private void Draw(Series.Grid grid)
    {
        double largest = grid.Figures.SelectMany(row => row).Max(cell => Math.Abs((cell.Figure ?? grid.Threshold) - grid.Threshold));
        foreach ((int row, var cells) in grid.Figures.Index())
        {
            foreach ((int column, GridCell cell) in cells.Index())
            {
                (double left, double right) = ChartRange.Around(grid.Across, column);
                (double low, double high) = ChartRange.Around(grid.Up, row);
                (double X, double Y) from = _frame.Point(left, high),
                    to = _frame.Point(right, low);
                double share = largest == 0 ? 0 : Math.Abs((cell.Figure ?? grid.Threshold) - grid.Threshold) / largest;
                string fill = cell.Figure > grid.Threshold ? Inks.Mixed(Ink.Gain, 0.55 * share) : Inks.Mixed(Ink.Loss, 0.9 * share);
                _svg.Append(
                    $"<rect x=\"{Number(from.X)}\" y=\"{Number(from.Y)}\" width=\"{Number(to.X - from.X)}\" height=\"{Number(to.Y - from.Y)}\" fill=\"{fill}\"/>\n"
                );
                Write((from.X + to.X) / 2, ((from.Y + to.Y) / 2) + 4, cell.Label, "text-anchor=\"middle\"");
            }
        }
    }

    private void Marks()
    {
        foreach ((int i, Mark mark) in chart.Marks.Index())
        {
            (double X, double Y) from = mark.IsPosition
                    ? _frame.Point(mark.Value, _frame.LowestValue)
                    : _frame.Point(_frame.FirstPosition, mark.Value),
                to = mark.IsPosition ? _frame.Point(mark.Value, _frame.HighestValue) : _frame.Point(_frame.LastPosition, mark.Value);
            Line(from, to, Inks.Text, 1.5, mark.Dash);
            if (mark.Label.Length == 0)
            {
                continue;
            }

            if (mark.IsPosition == chart.IsSideways)
            {
                Write(_frame.Right, from.Y - 5, mark.Label, "text-anchor=\"end\"");
            }
            else
            {
                bool isFar = from.X + (mark.Label.Length * CharacterWidth) > SvgFrame.Width - 8;
                Write(from.X + (isFar ? -5 : 5), _frame.Top - 6 - (i % 3 * 14), mark.Label, isFar ? "text-anchor=\"end\"" : "");
            }
        }
    }

    private void Axes()
    {
        double step = _frame.ValueTicks.Length > 1 ? _frame.ValueTicks[1] - _frame.ValueTicks[0] : 1;
        foreach (double tick in _frame.ValueTicks)
        {
            (double x, double y) = _frame.Point(chart.IsSideways ? _frame.LastPosition : _frame.FirstPosition, tick);
            string label = AxisText.Tick(chart.Values.Format, tick, step);
            Write(
                chart.IsSideways ? x : x - 8,
                chart.IsSideways ? y + 18 : y + 4,
                label,
                chart.IsSideways ? "text-anchor=\"middle\"" : "text-anchor=\"end\""
            );
        }

        foreach ((double at, string name) in _frame.PositionTicks)
        {
            (double x, double y) = _frame.Point(at, _frame.LowestValue);
            string[] lines = [.. name.Split('\n').SelectMany(line => TextLines.Of(line, chart.IsSideways ? 34 : _frame.NameWidth))];
            double top = chart.IsSideways ? y + 4 - ((lines.Length - 1) * 7) : y + 18;
            foreach ((int i, string line) in lines.Index())
            {
                Write(chart.IsSideways ? x - 8 : x, top + (i * 14), line, chart.IsSideways ? "text-anchor=\"end\"" : "text-anchor=\"middle\"");
            }
        }

        AxisTitles();
    }

    private void AxisTitles()
    {
        Axis below = chart.IsSideways ? chart.Values : chart.Positions,
            beside = chart.IsSideways ? chart.Positions : chart.Values;
        Write((_frame.Left + _frame.Right) / 2, _frame.Bottom + _frame.TickRoom + 16, below.Title, "text-anchor=\"middle\" font-style=\"italic\"");
        if (!chart.IsSideways)
        {
            string middle = Number((_frame.Top + _frame.Bottom) / 2);
            _svg.Append(
                $"<text transform=\"translate(16 {middle}) rotate(-90)\" text-anchor=\"middle\" font-style=\"italic\">{Text(beside.Title)}</text>\n"
            );
        }
    }

    private void Legend()
    {
        double x = _frame.Left,
            y = _frame.Bottom + _frame.TickRoom + 38;
        foreach (Series series in chart.Series.Where(series => series.Name.Length > 0 && series is not Series.Grid))
        {
            double width = 34 + (series.Name.Length * CharacterWidth);
            if (x > _frame.Left && x + width > SvgFrame.Width - 10)
            {
                (x, y) = (_frame.Left, y + LineHeight);
            }

            if (series is Series.Curve curve)
            {
                Line((x, y - 4), (x + 20, y - 4), Inks.Hex(curve.Ink), 2.5, curve.Dash);
            }
            else if (series is Series.Dots dots)
            {
                Dot((x + 10, y - 4), dots.Ink);
            }
            else
            {
                string fill = series is Series.Band ? Inks.Mixed(series.Ink, 0.45) : Inks.Hex(series.Ink);
                _svg.Append($"<rect x=\"{Number(x + 4)}\" y=\"{Number(y - 10)}\" width=\"12\" height=\"12\" fill=\"{fill}\"/>\n");
            }

            Write(x + 26, y, series.Name, "");
            x += width + 14;
        }
    }

    private void Source()
    {
        foreach ((int i, string line) in sourceLines.Index())
        {
            Write(12, _frame.SourceTop + (i * 14), line, $"font-size=\"11\" fill=\"{Inks.Faint}\"");
        }
    }

    private void Line((double X, double Y) from, (double X, double Y) to, string color, double width, Dash dash) =>
        _svg.Append(
            $"<line x1=\"{Number(from.X)}\" y1=\"{Number(from.Y)}\" x2=\"{Number(to.X)}\" y2=\"{Number(to.Y)}\" stroke=\"{color}\" stroke-width=\"{Number(width)}\"{Dashes(dash)}/>\n"
        );

    private void Write(double x, double y, string text, string attributes) =>
        _svg.Append($"<text x=\"{Number(x)}\" y=\"{Number(y)}\"{(attributes.Length == 0 ? "" : " " + attributes)}>{Text(text)}</text>\n");
}
