using System.Text.Json.Serialization;

namespace JuryBot.Domain.Certifications;

/// <summary>The seats of a jury.</summary>
public sealed record JuryDefinition
{
    public required JuryKind Kind { get; init; }

    /// <summary>The sheet's words on this jury.</summary>
    public required LocalizedText Quotation { get; init; }

    /// <summary>Size of the smallest panel without a finding. For an intermediate jury the organisation may set it.</summary>
    public required int Minimum { get; init; }

    /// <summary>The seats of the default panel, each with a count of 1 or more.</summary>
    public required IReadOnlyList<PanelRole> Roles { get; init; }

    /// <summary>Seats that only larger panels use, each with a count of 0.</summary>
    public required IReadOnlyList<PanelRole> OptionalRoles { get; init; }

    [JsonIgnore]
    public PanelRole Chair => Roles.First(role => role.Chairs);

    /// <returns>The role, of the default panel or optional; <c>null</c> when there is none of this id.</returns>
    public PanelRole? FindRole(string id) => Roles.Concat(OptionalRoles).FirstOrDefault(role => role.Id == id);

    /// <summary>The same jury with another smallest size: the first role that does not chair takes up the difference.</summary>
    internal JuryDefinition WithMinimum(int minimum)
    {
        var chairs = Roles.Where(role => role.Chairs).ToList();
        var others = Roles.Concat(OptionalRoles).Where(role => !role.Chairs)
            .Select((role, index) => role with { Count = index == 0 ? Math.Max(0, minimum - chairs.Count) : 0 }).ToList();
        return this with
        {
            Minimum = minimum,
            Roles = [.. chairs, .. others.Where(role => role.Count > 0)],
            OptionalRoles = [.. others.Where(role => role.Count == 0)],
        };
    }
}
