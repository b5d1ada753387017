namespace JuryBot.Domain.Certifications;

public sealed partial record Certification
{
    /// <summary>What a juror of this jury fills in. An intermediate jury: its block. A final jury: the synthesis block's competencies, the
    /// dossier and the oral; on a route without intermediate juries, every block's competencies, the portfolio and the interview.</summary>
    /// <param name="block">The block of an intermediate jury; ignored for a final one.</param>
    /// <param name="judged">The blocks still to be judged: criteria of other blocks are left out, as an acquired block is not judged again.
    /// <c>null</c> means all of them.</param>
    /// <exception cref="KeyNotFoundException">No such block or route.</exception>
    public SheetDefinition SheetFor(JuryKind kind, string? block, string routeId, IReadOnlyCollection<string>? judged = null)
    {
        var route = Route(routeId);
        if (kind == JuryKind.Intermediate)
        {
            var assessed = Block(block ?? "");
            return new([.. CriteriaOf(assessed)], assessed.Deliverables);
        }

        var own = route.IntermediateJuries ? FinalSheet : InterviewSheet;
        var blocks = route.IntermediateJuries ? [Block(SynthesisBlock)] : Blocks;
        return own with
        {
            Criteria = [.. blocks.Where(each => judged?.Contains(each.Id) ?? true).SelectMany(CriteriaOf), .. own.Criteria],
        };
    }

    /// <summary>The blocks a jury has a word on. A final jury decides all of them; an intermediate one proposes its own, or nothing when it is
    /// held as advice on the synthesis block.</summary>
    /// <exception cref="KeyNotFoundException">No such block.</exception>
    public IReadOnlyList<string> BlocksDecidedBy(JuryKind kind, string? block)
    {
        if (kind == JuryKind.Final)
        {
            return [.. Blocks.Select(each => each.Id)];
        }

        var id = Block(block ?? "").Id;
        return id == SynthesisBlock ? [] : [id];
    }

    private static IEnumerable<Criterion> CriteriaOf(Block block) =>
        block.Competencies.Select(competency => new Criterion(competency.Id, block.Id, competency.Text));
}
