namespace Sroi.Presentation.Charting;

/// <summary>A drawing in the making.</summary>
internal sealed class SvgDrawing(Chart chart, string[] sourceLines)
{
    private const double Character = TextLines.Character,
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
        return $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {_frame.Width} {height}\" width=\"{_frame.Width}\" height=\"{height}\" role=\"img\" aria-label=\"{SvgCanvas.Text(chart.Title)} {SvgCanvas.Text(chart.Alternative)}\" font-family=\"system-ui, sans-serif\" font-size=\"12\" fill=\"{Inks.Text}\">\n<rect width=\"100%\" height=\"100%\" fill=\"{Inks.Paper}\"/>\n{_svg}</svg>\n";
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
        int row = 0;
        foreach (Mark mark in chart.Marks)
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
                continue;
            }

            // Each has a line of its own: beside its mark where there is room, and otherwise as near as there is.
            double width = mark.Label.Length * Character,
                y = _frame.Top - 6 - (row++ * 14);
            bool fitsAfter = from.X + 5 + width <= _frame.Width - 4,
                fitsBefore = from.X - 5 - width >= 4;
            (double x, string anchor) =
                fitsAfter ? (from.X + 5, "")
                : fitsBefore ? (from.X - 5, "text-anchor=\"end\" ")
                : (Math.Max(4, _frame.Width - 4 - width), "");
            _svg.Write(x, y, mark.Label, anchor + SvgCanvas.Halo);
        }
    }

    private void Axes()
    {
        double step = _frame.ValueTicks.Length > 1 ? _frame.ValueTicks[1] - _frame.ValueTicks[0] : 1;
        foreach (double tick in _frame.ValueTicks)
        {
            (double x, double y) = _frame.Point(chart.IsSideways ? _frame.LastPosition : _frame.FirstPosition, tick);
            string label = AxisText.Tick(chart.Values.Format, tick, step);
            if (!chart.IsSideways)
            {
                _svg.Write(x - 8, y + 4, label, "text-anchor=\"end\"");
            }
            else if (x + (label.Length * Character / 2) < _frame.Width && x - (label.Length * Character / 2) > 0)
            {
                _svg.Write(x, y + 18, label, "text-anchor=\"middle\"");
            }
        }

        foreach ((double at, string name) in _frame.PositionTicks)
        {
            Name(at, [.. TextLines.OfAll(name, _frame.NameWidth)]);
        }

        AxisTitles();
    }

    private void Name(double at, string[] lines)
    {
        (double x, double y) = _frame.Point(_frame.HasNamesAbove ? at - 0.5 : at, _frame.LowestValue);
        double top =
            _frame.HasNamesAbove ? y + 16
            : chart.IsSideways ? y + 4 - ((lines.Length - 1) * 7)
            : y + 18;
        string anchor =
            _frame.HasNamesAbove ? ""
            : chart.IsSideways ? "text-anchor=\"end\""
            : "text-anchor=\"middle\"";
        foreach ((int i, string line) in lines.Index())
        {
            _svg.Write(
                _frame.HasNamesAbove ? 12
                    : chart.IsSideways ? x - 8
                    : x,
                top + (i * 14),
                line,
                $"{anchor} {SvgCanvas.Halo}".TrimStart()
            );
        }
    }

    private void AxisTitles()
    {
        foreach ((int i, string line) in _frame.BelowTitle.Index())
        {
            // Under the plot, but within the picture where the plot is narrow.
            double middle = Math.Min((_frame.Left + _frame.Right) / 2, _frame.Width - 8 - (line.Length * Character / 2));
            _svg.Write(
                Math.Max(middle, 8 + (line.Length * Character / 2)),
                _frame.Bottom + _frame.TickRoom + 16 + (i * 14),
                line,
                "text-anchor=\"middle\" font-style=\"italic\""
            );
        }

        foreach ((int i, string line) in _frame.ValueTitle.Index())
        {
            _svg.Write(12, 24 + (_frame.TitleLines.Length * 21) + (i * 14), line, "font-style=\"italic\"");
        }

        if (!chart.IsSideways && _frame.ValueTitle.IsEmpty)
        {
            string[] lines = [.. TextLines.Of(chart.Values.Title, 40)];
            string middle = SvgCanvas.Number((_frame.Top + _frame.Bottom) / 2);
            foreach ((int i, string line) in lines.Index())
            {
                _svg.Append(
                    $"<text transform=\"translate({SvgCanvas.Number(16 + (i * 13))} {middle}) rotate(-90)\" text-anchor=\"middle\" font-style=\"italic\">{SvgCanvas.Text(line)}</text>\n"
                );
            }
        }
    }

    private void Legend()
    {
        double x = _frame.Left,
            y = _frame.LegendTop;
        foreach (Series series in chart.Series.Where(series => series.Name.Length > 0 && series is not Series.Grid))
        {
            double width = SvgFrame.LegendWidth(series);
            if (x > _frame.Left && x + width > _frame.Width - 10)
            {
                (x, y) = (_frame.Left, y + LineHeight);
            }

            // A name that is longer than the picture begins further left.
            double start = Math.Max(4, Math.Min(x, _frame.Width - 4 - width));
            Swatch(series, start, y);
            _svg.Write(start + 26, y, series.Name, "");
            x += width + 14;
        }
    }

    private void Swatch(Series series, double x, double y)
    {
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
    }

    private void Source()
    {
        foreach ((int i, string line) in sourceLines.Index())
        {
            _svg.Write(12, _frame.SourceTop + (i * 14), line, $"font-size=\"11\" fill=\"{Inks.Faint}\"");
        }
    }
}
