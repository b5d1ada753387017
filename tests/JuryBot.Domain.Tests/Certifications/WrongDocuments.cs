using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using JuryBot.Domain.Certifications;

namespace JuryBot.Domain.Tests.Certifications;

public sealed partial class WrongDocuments
{
    private static readonly string Document = Resource.Read(typeof(Certification).Assembly, "rncp31168-2018.json");

    /// <summary>Where the built-in document is changed, to what (<c>null</c> removes it), and where and why it is then wrong.</summary>
    public static TheoryData<string, string?, string, string> Rows => new()
    {
        { "$.code", null, "$.code", "is missing" },
        { "$.code", "31168", "$.code", "must be a text" },
        { "$.code", "\"RNCP/31168\"", "$.code", "must be made of letters a to z, digits, dots and hyphens" },
        { "$.version", "\" \"", "$.version", "must not be blank" },
        { "$.title.en", null, "$.title.en", "is missing" },
        { "$.title.de", "\"Projektleitung\"", "$.title.de", "is unknown" },
        { "$.title", "\"Responsable\"", "$.title", "must be an object" },
        { "$.marks", "{}", "$.marks", "is unknown" },
        { "$.registry", null, "$.registry", "is missing" },
        { "$.registry.levelEu", "9", "$.registry.levelEu", "must be a whole number from 1 to 8" },
        { "$.registry.levelEu", "6.5", "$.registry.levelEu", "must be a whole number from 1 to 8" },
        { "$.registry.levelEu", "\"6\"", "$.registry.levelEu", "must be a whole number" },
        { "$.registry.formacodes", "[45066]", "$.registry.formacodes[0]", "must be a text" },
        { "$.registry.formacodes", "[\"45066\", \" \"]", "$.registry.formacodes[1]", "must be a text" },
        { "$.registry.formacodes", "[\"\", \"45066\"]", "$.registry.formacodes[0]", "must be a text" },
        { "$.registry.territories[0].accessible", "\"unknown\"", "$.registry.territories[0].accessible", "must be true or false" },
        { "$.sites", "[]", "$.sites", "must not be empty" },
        { "$.sites[1].id", "\"paris\"", "$.sites[1].id", "'paris' is already used" },
        { "$.registrations[0].from", "\"17/03/2017\"", "$.registrations[0].from", "must be a date written as yyyy-MM-dd" },
        { "$.registrations[0].from", "\"2017-02-30\"", "$.registrations[0].from", "must be a date written as yyyy-MM-dd" },
        { "$.registrations[0].to", "\"2016-01-01\"", "$.registrations[0].to", "is before the registration begins" },
        { "$.registrations[0].fictitious", "true", "$.registrations[0].fictitious", "is unknown" },
        { "$.blocks", "{}", "$.blocks", "must be a list" },
        { "$.blocks[1]", "\"2\"", "$.blocks[1]", "must be an object" },
        { "$.blocks[0].competencies", "[]", "$.blocks[0].competencies", "must not be empty" },
        { "$.blocks[0].competencies[1].text.en", null, "$.blocks[0].competencies[1].text.en", "is missing" },
        { "$.blocks[0].competencies[1].id", "\"1.1\"", "$.blocks[0].competencies[1].id", "'1.1' is already used" },
        { "$.blocks[1].deliverables[0].id", "\"1.d1\"", "$.blocks[1].deliverables[0].id", "'1.d1' is already used" },
        { "$.blocks[3].groupWork", "\"yes\"", "$.blocks[3].groupWork", "must be true or false" },
        { "$.blocks[2].modality.fr", "\"\"", "$.blocks[2].modality.fr", "must not be blank" },
        { "$.components[0].block", "\"6\"", "$.components[0].block", "there is no block '6'" },
        { "$.synthesis.block", "\"6\"", "$.synthesis.block", "there is no block '6'" },
        { "$.synthesis.quotation", null, "$.synthesis.quotation", "is missing" },
        { "$.routes[4].closedBecause", null, "$.routes[4].closedBecause", "must be given for a closed route, and only for a closed one" },
        { "$.routes[4].open", "true", "$.routes[4].closedBecause", "must be given for a closed route, and only for a closed one" },
        { "$.routes[1].id", "\"initial\"", "$.routes[1].id", "'initial' is already used" },
        { "$.routes[0].open", null, "$.routes[0].open", "is missing" },
        { "$.intermediate.minimum", "3", "$.intermediate.minimum", "must be the size of the default panel, 2" },
        { "$.intermediate.roles[0].chairs", "false", "$.intermediate.roles", "must have exactly one role that chairs, with a count of 1" },
        { "$.final.roles[1].chairs", "true", "$.final.roles", "must have exactly one role that chairs, with a count of 1" },
        { "$.final.roles[0].college", "\"union\"", "$.final.roles[0].college", "must be employer or employee" },
        { "$.final.roles[0].college", null, "$.final.roles[0].college", "must be given for an external role, and only for an external one" },
        { "$.final.roles[3].college", "\"employee\"", "$.final.roles[3].college", "must be given for an external role, and only for an external one" },
        { "$.final.roles[3].id", "\"president\"", "$.final.roles[3].id", "'president' is already used" },
        { "$.final.roles[3].id", "\"the trainer\"", "$.final.roles[3].id", "must be made of letters a to z, digits, dots and hyphens" },
        { "$.final.roles[3].count", "0", "$.final.roles[3].count", "must be a whole number from 1 to 30" },
        { "$.final.optionalRoles[0].count", "1", "$.final.optionalRoles[0].count", "must be a whole number from 0 to 0" },
        { "$.ruleset.minExternalPercent", "100", "$.ruleset.minExternalPercent", "no panel of up to 30 members can satisfy the composition" },
        { "$.ruleset.minExternalPercent", "50", "$.final.roles", "the default panel does not satisfy the composition; the smallest that can has 7 members" },
        { "$.ruleset.minExternalPercent", "0", "$.ruleset.minExternalPercent", "must be a whole number from 1 to 100" },
        { "$.ruleset.quotation.en", null, "$.ruleset.quotation.en", "is missing" },
        { "$.finalSheet.criteria[0].id", "\"3.1\"", "$.finalSheet.criteria[0].id", "'3.1' is already used" },
        { "$.finalSheet.criteria[0].block", "\"9\"", "$.finalSheet.criteria[0].block", "there is no block '9'" },
        { "$.interviewSheet", "[]", "$.interviewSheet", "must be an object" },
        { "$.quotations[1].id", "\"intermediateResults\"", "$.quotations[1].id", "'intermediateResults' is already used" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_wrong_document_is_refused_at_the_path_that_is_wrong(string where, string? value, string path, string reason)
    {
        var problem = Assert.Single(ProblemsOf(Changed(where, value)));
        Assert.Equal((path, reason), (problem.Path, problem.Reason));
    }

    [Fact]
    public void Every_problem_is_told_at_once()
    {
        var document = Changed("$.title.en", null);
        document["blocks"]![1]!["groupWork"] = 3;
        document["surplus"] = true;
        document["ruleset"]!.AsObject().Remove("parity");
        Assert.Equal(["$.title.en", "$.blocks[1].groupWork", "$.ruleset.parity", "$.surplus"], ProblemsOf(document).Select(problem => problem.Path));
    }

    [Fact]
    public void A_block_named_as_another_leaves_what_referred_to_it_dangling() =>
        Assert.Equal(
            [new("$.blocks[4].id", "'1' is already used"), new("$.components[2].block", "there is no block '5'")],
            ProblemsOf(Changed("$.blocks[4].id", "\"1\"")));

    [Fact]
    public void A_property_given_twice_is_refused()
    {
        var twice = Document.Replace("\"version\": \"2018\",", "\"version\": \"2018\", \"version\": \"2019\",", StringComparison.Ordinal);
        var exception = Assert.Throws<CertificationDocumentException>(() => Certification.Parse(twice));
        Assert.Equal([new("$.version", "is given twice")], exception.Problems);
    }

    [Theory]
    [InlineData("", "is not JSON at line 1, byte 1")]
    [InlineData("{\n\"code\": }", "is not JSON at line 2, byte 9")]
    public void What_is_not_JSON_is_refused_where_it_stops_being_JSON(string text, string reason)
    {
        var exception = Assert.Throws<CertificationDocumentException>(() => Certification.Parse(text));
        Assert.Equal([new("$", reason)], exception.Problems);
        Assert.StartsWith("The certification document cannot be used:\n", exception.Message, StringComparison.Ordinal);
        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("12")]
    public void A_document_is_an_object(string text) =>
        Assert.Equal([new("$", "must be an object")], Assert.Throws<CertificationDocumentException>(() => Certification.Parse(text)).Problems);

    private static IReadOnlyList<DocumentProblem> ProblemsOf(JsonNode document) =>
        Assert.Throws<CertificationDocumentException>(() => Certification.Parse(document.ToJsonString())).Problems;

    private static JsonNode Changed(string where, string? value)
    {
        var document = JsonNode.Parse(Document)!;
        var steps = Steps.Matches(where[1..]).Select(step => step.Groups[1].Value + step.Groups[2].Value).ToList();
        var parent = steps[..^1].Aggregate(document, (node, step) => int.TryParse(step, out var index) ? node[index]! : node[step]!);
        if (int.TryParse(steps[^1], out var last))
        {
            parent[last] = JsonNode.Parse(value!);
        }
        else if (value is null)
        {
            parent.AsObject().Remove(steps[^1]);
        }
        else
        {
            parent[steps[^1]] = JsonNode.Parse(value);
        }

        return document;
    }

    [GeneratedRegex(@"\.(\w+)|\[(\d+)\]")]
    private static partial Regex Steps { get; }
}
