namespace JuryBot.Features.Planning.Page;

/// <summary>What stands for a role on a board.</summary>
/// <param name="Code">One or two letters.</param>
/// <param name="Colour">One of the style's colours.</param>
internal sealed record RoleMark(string Code, int Colour)
{
    public const int Colours = 8;
}
