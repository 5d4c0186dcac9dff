namespace Sroi.Showing;

/// <summary>A result that Sroi.Presentation shows as tables. Without that package it says so.</summary>
public abstract record Result : Presentable
{
    /// <inheritdoc/>
    public sealed override string ToHtml() => Presenter.Html(this);

    /// <summary>It as tables of plain text.</summary>
    public sealed override string ToString() => Presenter.Text(this);
}
