using JuryBot.Domain.Panels;

namespace JuryBot.Domain.Certifications;

/// <summary>What must hold between the parts of a document that is well formed: ids are unique, references lead somewhere, a jury can exist.</summary>
internal static class CertificationConsistency
{
    // Classes and no tuples: a start reads the document, and lists of tuples are code that is compiled then.
    private sealed record Entry(string Scope, string Id, string Path);

    private sealed record Reference(string? Block, string Path);

    /// <summary>Largest panel for which a document's composition is tried.</summary>
    private const int LargestPanel = 30;

    public static IEnumerable<DocumentProblem> Check(Certification certification) =>
    [
        .. Ids(certification).GroupBy(entry => $"{entry.Scope} {entry.Id}", StringComparer.Ordinal).SelectMany(same => same.Skip(1))
            .Select(entry => new DocumentProblem(entry.Path, $"'{entry.Id}' is already used")),
        .. UnusableIds(certification),
        .. DanglingBlocks(certification),
        .. Chairs(certification.Intermediate, "$.intermediate.roles"),
        .. Chairs(certification.Final, "$.final.roles"),
        .. Sizes(certification),
    ];

    private static IEnumerable<Entry> Ids(Certification certification) =>
    [
        .. certification.Sites.Select((site, i) => new Entry("site", site.Id, $"$.sites[{i}].id")),
        .. certification.Blocks.Select((block, i) => new Entry("block", block.Id, $"$.blocks[{i}].id")),
        .. certification.Blocks.SelectMany((block, i) => block.Competencies.Select((line, j) => new Entry("criterion", line.Id, $"$.blocks[{i}].competencies[{j}].id"))),
        .. certification.Blocks.SelectMany((block, i) => block.Deliverables.Select((line, j) => new Entry("deliverable", line.Id, $"$.blocks[{i}].deliverables[{j}].id"))),
        .. SheetIds(certification.FinalSheet, "$.finalSheet"),
        .. SheetIds(certification.InterviewSheet, "$.interviewSheet"),
        .. certification.Components.Select((component, i) => new Entry("component", component.Block, $"$.components[{i}].block")),
        .. certification.Routes.Select((route, i) => new Entry("route", route.Id, $"$.routes[{i}].id")),
        .. RoleIds(certification.Intermediate, "$.intermediate"),
        .. RoleIds(certification.Final, "$.final"),
        .. certification.Quotations.Select((quotation, i) => new Entry("quotation", quotation.Id, $"$.quotations[{i}].id")),
    ];

    private static IEnumerable<Entry> SheetIds(SheetDefinition sheet, string path) =>
    [
        .. sheet.Criteria.Select((line, i) => new Entry("criterion", line.Id, $"{path}.criteria[{i}].id")),
        .. sheet.Deliverables.Select((line, i) => new Entry("deliverable", line.Id, $"{path}.deliverables[{i}].id")),
    ];

    private static IEnumerable<Entry> RoleIds(JuryDefinition jury, string path) =>
    [
        .. jury.Roles.Select((role, i) => new Entry(path, role.Id, $"{path}.roles[{i}].id")),
        .. jury.OptionalRoles.Select((role, i) => new Entry(path, role.Id, $"{path}.optionalRoles[{i}].id")),
    ];

    /// <summary>Ids go into card fields and row keys: ASCII letters, digits, dot, hyphen.</summary>
    private static IEnumerable<DocumentProblem> UnusableIds(Certification certification) => Ids(certification)
        .Append(new("", certification.Code, "$.code")).Append(new("", certification.Version, "$.version"))
        .Where(entry => !entry.Id.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-'))
        .Select(entry => new DocumentProblem(entry.Path, "must be made of letters a to z, digits, dots and hyphens"));

    private static IEnumerable<DocumentProblem> DanglingBlocks(Certification certification)
    {
        Reference[] references =
        [
            new(certification.SynthesisBlock, "$.synthesis.block"),
            .. certification.Components.Select((component, i) => new Reference(component.Block, $"$.components[{i}].block")),
            .. certification.FinalSheet.Criteria.Select((line, i) => new Reference(line.Block, $"$.finalSheet.criteria[{i}].block")),
            .. certification.InterviewSheet.Criteria.Select((line, i) => new Reference(line.Block, $"$.interviewSheet.criteria[{i}].block")),
        ];
        return references.Where(reference => reference.Block is not null && certification.FindBlock(reference.Block) is null)
            .Select(reference => new DocumentProblem(reference.Path, $"there is no block '{reference.Block}'"));
    }

    private static IEnumerable<DocumentProblem> Chairs(JuryDefinition jury, string path)
    {
        if (jury.Roles.Count(role => role.Chairs) != 1 || jury.OptionalRoles.Any(role => role.Chairs) || jury.Chair.Count != 1)
        {
            yield return new(path, "must have exactly one role that chairs, with a count of 1");
        }
    }

    private static IEnumerable<DocumentProblem> Sizes(Certification certification)
    {
        foreach (var (jury, path) in new[] { (certification.Intermediate, "$.intermediate"), (certification.Final, "$.final") })
        {
            if (jury.Roles.Sum(role => role.Count) != jury.Minimum)
            {
                yield return new($"{path}.minimum", $"must be the size of the default panel, {jury.Roles.Sum(role => role.Count)}");
            }
        }

        var sizes = certification.Ruleset.ValidSizes(certification.Final, LargestPanel);
        if (sizes.Count == 0)
        {
            yield return new("$.ruleset.minExternalPercent", $"no panel of up to {LargestPanel} members can satisfy the composition");
        }
        else if (sizes[0] != certification.Final.Roles.Sum(role => role.Count))
        {
            yield return new("$.final.roles", $"the default panel does not satisfy the composition; the smallest that can has {sizes[0]} members");
        }
    }
}
