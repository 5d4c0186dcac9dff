namespace Sroi.Presentation.Charting;

/// <summary>A drawing in the making.</summary>
internal sealed class SvgDrawing(Chart chart, string[] sourceLines)
{
    private const double CharacterWidth = 6.5,
        LineHeight = 17;

    private readonly SvgCanvas _svg = new();
    private readonly SvgFrame _frame = SvgFrame.Of(chart);

    public string Document()
    {
        Title();
        Grid();
        SvgSeries drawing = new(chart, _frame, _svg);
        foreach (Series series in chart.Series)
        {
            drawing.Draw(series);
        }

        Marks();
        Axes();
        Legend();
        Source();
        string height = SvgCanvas.Number(_frame.SourceTop + (14 * sourceLines.Length));
        return $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {SvgFrame.Width} {height}\" width=\"{SvgFrame.Width}\" height=\"{height}\" role=\"img\" aria-label=\"{SvgCanvas.Text(chart.Title)} {SvgCanvas.Text(chart.Alternative)}\" font-family=\"system-ui, sans-serif\" font-size=\"12\" fill=\"{Inks.Text}\">\n<rect width=\"100%\" height=\"100%\" fill=\"{Inks.Paper}\"/>\n{_svg}</svg>\n";
    }

    private void Title()
    {
        foreach ((int i, string line) in _frame.TitleLines.Index())
        {
            _svg.Write(12, 24 + (i * 21), line, "font-size=\"16\" font-weight=\"bold\"");
        }
    }

    private void Grid()
    {
        foreach (double tick in _frame.ValueTicks)
        {
            _svg.Line(_frame.Point(_frame.FirstPosition, tick), _frame.Point(_frame.LastPosition, tick), Inks.Rule, 1, Dash.Solid);
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
            _svg.Line(from, to, Inks.Text, 1.5, mark.Dash);
            if (mark.Label.Length == 0)
            {
                continue;
            }

            if (mark.IsPosition == chart.IsSideways)
            {
                _svg.Write(_frame.Right, from.Y - 5, mark.Label, $"text-anchor=\"end\" {SvgCanvas.Halo}");
            }
            else
            {
                bool isFar = from.X + (mark.Label.Length * CharacterWidth) > SvgFrame.Width - 8;
                _svg.Write(
                    from.X + (isFar ? -5 : 5),
                    _frame.Top - 6 - (i % 3 * 14),
                    mark.Label,
                    isFar ? $"text-anchor=\"end\" {SvgCanvas.Halo}" : SvgCanvas.Halo
                );
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
            _svg.Write(
                chart.IsSideways ? x : x - 8,
                chart.IsSideways ? y + 18 : y + 4,
                label,
                chart.IsSideways ? "text-anchor=\"middle\"" : "text-anchor=\"end\""
            );
        }

        foreach ((double at, string name) in _frame.PositionTicks)
        {
            (double x, double y) = _frame.Point(at, chart.IsSideways ? _frame.LowestValue : _frame.LowestValue);
            string[] lines = [.. name.Split('\n').SelectMany(line => TextLines.Of(line, chart.IsSideways ? 34 : _frame.NameWidth))];
            double top = chart.IsSideways ? y + 4 - ((lines.Length - 1) * 7) : y + 18;
            foreach ((int i, string line) in lines.Index())
            {
                _svg.Write(chart.IsSideways ? x - 8 : x, top + (i * 14), line, chart.IsSideways ? "text-anchor=\"end\"" : "text-anchor=\"middle\"");
            }
        }

        AxisTitles();
    }

    private void AxisTitles()
    {
        Axis below = chart.IsSideways ? chart.Values : chart.Positions,
            beside = chart.IsSideways ? chart.Positions : chart.Values;
        _svg.Write(
            (_frame.Left + _frame.Right) / 2,
            _frame.Bottom + _frame.TickRoom + 16,
            below.Title,
            "text-anchor=\"middle\" font-style=\"italic\""
        );
        if (!chart.IsSideways)
        {
            string middle = SvgCanvas.Number((_frame.Top + _frame.Bottom) / 2);
            _svg.Append(
                $"<text transform=\"translate(16 {middle}) rotate(-90)\" text-anchor=\"middle\" font-style=\"italic\">{SvgCanvas.Text(beside.Title)}</text>\n"
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
                _svg.Line((x, y - 4), (x + 20, y - 4), Inks.Hex(curve.Ink), 2.5, curve.Dash);
            }
            else if (series is Series.Dots dots)
            {
                _svg.Dot((x + 10, y - 4), dots.Ink);
            }
            else
            {
                string fill = series is Series.Band ? Inks.Mixed(series.Ink, 0.45) : Inks.Hex(series.Ink);
                _svg.Append($"<rect x=\"{SvgCanvas.Number(x + 4)}\" y=\"{SvgCanvas.Number(y - 10)}\" width=\"12\" height=\"12\" fill=\"{fill}\"/>\n");
            }

            _svg.Write(x + 26, y, series.Name, "");
            x += width + 14;
        }
    }

    private void Source()
    {
        foreach ((int i, string line) in sourceLines.Index())
        {
            _svg.Write(12, _frame.SourceTop + (i * 14), line, $"font-size=\"11\" fill=\"{Inks.Faint}\"");
        }
    }
}
