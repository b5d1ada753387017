using System.Text.Json.Nodes;
using JuryBot.Domain.Certifications;
using JuryBot.Domain.Tests.Panels;

namespace JuryBot.Domain.Tests.Certifications;

/// <summary>Who may sit is said by the certification document, not by the code.</summary>
public sealed class VersionedRulesets
{
    [Fact]
    public void A_ruleset_is_data_of_the_certification_document_under_an_id_of_its_own()
    {
        var next = Certification.Parse(Written("RNCP31168@2027", percent: 50, parity: false));
        Assert.Equal(("RNCP31168@2018", "RNCP31168@2027"), (Certification.Rncp31168.Ruleset.Id, next.Ruleset.Id));
        Assert.Contains("ExternalShare", Broken(Panel.Five()));
        Assert.Empty(Broken([.. Panel.Five(), Panel.Seat("p5", "employeeRepresentative")]));
        Assert.Equal(["CollegeParity"], Panel.Broken([.. Panel.Five(), Panel.Seat("p5", "employeeRepresentative")]));
        Assert.Empty(Panel.Check(Panel.Five()));

        IEnumerable<string> Broken(IReadOnlyList<JuryBot.Domain.Panels.PanelMember> members) => next.Ruleset.Check(next.Final, members).Select(finding => finding.Rule);
    }

    private static string Written(string id, int percent, bool parity)
    {
        var document = JsonNode.Parse(Resource.Read(typeof(Certification).Assembly, "rncp31168-2018.json"))!;
        (document["ruleset"]!["id"], document["ruleset"]!["minExternalPercent"], document["ruleset"]!["parity"]) = (id, percent, parity);
        document["final"]!["roles"]!.AsArray().Single(role => role!["id"]!.ToString() == "employeeRepresentative")!["count"] = 2;
        document["final"]!["minimum"] = 6;
        return document.ToJsonString();
    }
}
