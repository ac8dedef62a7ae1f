namespace SpLg.Organisations;

/// <summary>The site lacks a list of the template.</summary>
internal sealed class MissingListException(string title, Uri site)
    : SiteFaultException(
        $"The site {site} has no list '{title}'. Run 'splg doctor' to see what is missing and 'splg provision' to create it."
    )
{
    /// <summary>As staff would see it.</summary>
    public string Title { get; } = title;
}
