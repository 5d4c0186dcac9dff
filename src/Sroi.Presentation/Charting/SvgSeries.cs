namespace Sroi.Presentation.Charting;

/// <summary>Draws what a chart shows.</summary>
internal sealed class SvgSeries(Chart chart, SvgFrame frame, SvgCanvas svg)
{
    public void Draw(Series series)
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
                string outline = SvgCanvas.Path(
                    band.Points.Select(point => frame.Point(point.At, point.Low))
                        .Concat(band.Points.Reverse().Select(point => frame.Point(point.At, point.High)))
                );
                svg.Append($"<path d=\"{outline}Z\" fill=\"{Inks.Mixed(band.Ink, 0.45)}\"/>\n");
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
        (double X, double Y) from = frame.Point(bar.At - (bar.Width / 2), bar.From),
            to = frame.Point(bar.At + (bar.Width / 2), bar.To);
        double x = Math.Min(from.X, to.X),
            y = Math.Min(from.Y, to.Y);
        svg.Append(
            $"<rect x=\"{SvgCanvas.Number(x)}\" y=\"{SvgCanvas.Number(y)}\" width=\"{SvgCanvas.Number(Math.Abs(to.X - from.X))}\" height=\"{SvgCanvas.Number(Math.Abs(to.Y - from.Y))}\" fill=\"{Inks.Hex(bar.Ink ?? bars.Ink)}\"/>\n"
        );
        if (bar.Label.Length == 0)
        {
            return;
        }

        (double X, double Y) end = frame.Point(bar.At, bar.To);
        bool isBackward = bar.To < bar.From;
        if (chart.IsSideways)
        {
            svg.Write(end.X + (isBackward ? -5 : 5), end.Y + 4, bar.Label, isBackward ? $"text-anchor=\"end\" {SvgCanvas.Halo}" : SvgCanvas.Halo);
        }
        else
        {
            svg.Write(end.X, end.Y + (isBackward ? 14 : -5), bar.Label, "text-anchor=\"middle\"");
        }
    }

    private void Draw(Series.Curve curve)
    {
        if (curve.Points.IsEmpty)
        {
            return;
        }

        svg.Append(
            $"<path d=\"{SvgCanvas.Path(curve.Points.Select(point => frame.Point(point.At, point.Value)))}\" fill=\"none\" stroke=\"{Inks.Hex(curve.Ink)}\" stroke-width=\"2.5\"{SvgCanvas.Dashes(curve.Dash)}/>\n"
        );
        foreach (Place point in curve.HasDots ? curve.Points : [])
        {
            (double x, double y) = frame.Point(point.At, point.Value);
            svg.Append($"<circle cx=\"{SvgCanvas.Number(x)}\" cy=\"{SvgCanvas.Number(y)}\" r=\"3.5\" fill=\"{Inks.Hex(curve.Ink)}\"/>\n");
        }
    }

    private void Draw(Interval point, Ink ink)
    {
        (double X, double Y) at = frame.Point(point.At, point.Value);
        if (point.Low < point.High)
        {
            svg.Line(frame.Point(point.At, point.Low), frame.Point(point.At, point.High), Inks.Hex(ink), 3, Dash.Solid);
        }

        svg.Dot(at, ink);
        if (point.Label.Length > 0)
        {
            svg.Write(at.X, at.Y - 11, point.Label, $"text-anchor=\"middle\" {SvgCanvas.Halo}");
        }
    }

    private void Draw(Series.Grid grid)
    {
        double largest = grid.Figures.SelectMany(row => row).Max(cell => Math.Abs((cell.Figure ?? grid.Threshold) - grid.Threshold));
        bool hasRoom =
            grid.Figures.SelectMany(row => row).Max(cell => cell.Label.Length) * TextLines.Character
            < (frame.Right - frame.Left) / Math.Max(1, grid.Across.Length);
        foreach ((int row, var cells) in grid.Figures.Index())
        {
            foreach ((int column, GridCell cell) in cells.Index())
            {
                (double left, double right) = ChartRange.Around(grid.Across, column);
                (double low, double high) = ChartRange.Around(grid.Up, row);
                (double X, double Y) from = frame.Point(left, high),
                    to = frame.Point(right, low);
                double share = largest == 0 ? 0 : Math.Abs((cell.Figure ?? grid.Threshold) - grid.Threshold) / largest;
                string fill = cell.Figure > grid.Threshold ? Inks.Mixed(Ink.Gain, 0.55 * share) : Inks.Mixed(Ink.Loss, 0.9 * share);
                svg.Append(
                    $"<rect x=\"{SvgCanvas.Number(from.X)}\" y=\"{SvgCanvas.Number(from.Y)}\" width=\"{SvgCanvas.Number(to.X - from.X)}\" height=\"{SvgCanvas.Number(to.Y - from.Y)}\" fill=\"{fill}\"/>\n"
                );
                if (hasRoom)
                {
                    svg.Write((from.X + to.X) / 2, ((from.Y + to.Y) / 2) + 4, cell.Label, "text-anchor=\"middle\"");
                }
            }
        }
    }
}
