namespace Sroi.Showing;

/// <summary>A result that shows itself as tables, where the host has set a <see cref="Presenter"/>; elsewhere it says how.</summary>
public abstract record Result : Presentable
{
    /// <inheritdoc/>
    public sealed override string ToHtml() => Presenter.Html(this);

    /// <summary>It as tables of plain text.</summary>
    public sealed override string ToString() => Presenter.Text(this);
}
