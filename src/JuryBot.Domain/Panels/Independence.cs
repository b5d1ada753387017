using JuryBot.Domain.Certifications;

namespace JuryBot.Domain.Panels;

/// <summary>Whether someone linked to a candidate may judge them.</summary>
public static class Independence
{
    /// <summary>On a strict route every link blocks. Elsewhere family, hierarchy, business and employment block everyone; having accompanied
    /// blocks all but the institutional roles; having trained blocks externals, who would not be from outside, and is institutional for the
    /// others; what is past does not count.</summary>
    public static LinkEffect Check(LinkKind link, AccessRoute route, PanelRole role) => link switch
    {
        _ when route.StrictIndependence => LinkEffect.Blocking,
        LinkKind.Family or LinkKind.Hierarchical or LinkKind.Business or LinkKind.Employer => LinkEffect.Blocking,
        LinkKind.Accompanied => role.Institutional ? LinkEffect.Institutional : LinkEffect.Blocking,
        LinkKind.Trained => role.External ? LinkEffect.Blocking : LinkEffect.Institutional,
        LinkKind.PastPersonal or LinkKind.PastProfessional => LinkEffect.None,
        _ => throw new ArgumentOutOfRangeException(nameof(link), link, null),
    };

    /// <summary>The worst of several links; <see cref="LinkEffect.None"/> for no link.</summary>
    public static LinkEffect Check(IEnumerable<LinkKind> links, AccessRoute route, PanelRole role) =>
        links.Select(link => Check(link, route, role)).DefaultIfEmpty(LinkEffect.None).Max();
}
