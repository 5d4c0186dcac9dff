using Sroi.Showing;

namespace Sroi.Presentation.Pages;

/// <summary>A picture on a page: it shows itself as HTML and says in words what it shows.</summary>
public abstract record PagePicture : Presentable
{
    /// <summary>The figures that it draws.</summary>
    public abstract PageTable Figures { get; init; }

    /// <summary>It as HTML within a document that has our style.</summary>
    internal abstract string ToFragment();
}
