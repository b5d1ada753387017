using System.Text;
using System.Text.Json.Nodes;
using JuryBot.Sandbox.People;
using JuryBot.Tests.Azurite;

namespace JuryBot.Tests.WholeApp;

/// <summary>Who is linked to whom and cannot judge them: for those who put juries together, and nobody else.</summary>
public sealed class ConflictTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task The_offices_read_who_is_linked_to_a_candidate_why_and_what_it_keeps_them_from()
    {
        await using var house = await House.StartAsync(azurite);
        var jury = await Jury.WithRostersAsync(house);
        var (candidate, other) = (house.Organisation.Candidates.First(), house.Organisation.Candidates.Last());
        var conflicts = $"api/candidates/{jury.IdOf(candidate)}/conflicts";
        Assert.Empty((await house.GetAsync(house.Coordinator, conflicts)).Accepted().Body.AsArray());

        (await ImportAsync(house, "jurors", "Nom,Prénom,E-mail,Rôles possibles,Extérieur,Liens avec des candidats",
            $"Ancienne,Ana,ana@exemple.fr,professionnel,non,{candidate.Mail} : ancien lien professionnel",
            $"Deux,Bob,bob@exemple.fr,formateur | professionnel,non,{candidate.Mail} : accompagnement | {candidate.Mail} : formation",
            $"Parente,Zoé,zoe@exemple.fr,professionnel,non,{other.Mail} : formation | {candidate.Mail} : famille")).Accepted();
        await house.UntilAsync("the links", async () => (await house.GetAsync(house.Coordinator, conflicts)).Body.AsArray().Count == 3);

        var read = (await house.GetAsync(house.Director, conflicts)).Accepted().Body;
        Assert.Equal(
            [
                "Zoé Parente: family; not Responsable du jury intermédiaire, Intervenant professionnel; ",
                "Ana Ancienne: pastProfessional; not ; Responsable du jury intermédiaire, Intervenant professionnel",
                "Bob Deux: accompanied, trained; not Responsable du jury intermédiaire, Intervenant professionnel; Enseignant/e formateur/trice",
            ],
            read.AsArray().Select(one => $"{one!["name"]}: {Words(one, "links")}; not {Words(one, "barred")}; {Words(one, "allowed")}"));

        // The list of people says it from the other side, and so does who is found by an address.
        var people = (await house.GetAsync(house.Director, "api/people")).Accepted().Body.AsArray();
        var relative = people.Single(p => p!["mail"]!.ToString() == "zoe@exemple.fr")!;
        Assert.Equal(
            [$"{jury.IdOf(other)} {other.Name} trained False", $"{jury.IdOf(candidate)} {candidate.Name} family False"],
            relative["links"]!.AsArray().Select(link => $"{link!["candidate"]} {link["name"]} {link["kind"]} {(bool)link["declared"]!}"));
        Assert.Equal(relative.ToJsonString(), (await house.PostAsync(house.Director, "api/people/find", new JsonObject { ["mail"] = "zoe@exemple.fr" })).Accepted().Body.ToJsonString());
        Assert.Equal(3, people.Count(p => p!["links"]!.AsArray().Count > 0));

        foreach (var person in new[] { candidate, other, house.Organisation.Jurors.First() })
        {
            Assert.Equal(403, (await house.GetAsync(person, conflicts)).Status);
            Assert.Equal(403, (await house.GetAsync(person, "api/people")).Status);
        }

        Assert.Equal(404, (await house.GetAsync(house.Coordinator, "api/candidates/none/conflicts")).Status);
    }

    [Fact]
    public async Task A_coordinator_who_is_a_candidate_too_does_not_read_who_said_what_of_them()
    {
        await using var house = await House.StartAsync(azurite);
        var own = house.Coordinator;
        (await ImportAsync(house, "candidates", "Nom,Prénom,E-mail,Voie d'accès,Promotion,Date d'entrée", $"{own.LastName},{own.FirstName},{own.Mail},VAE,2027,15/09/2026")).Accepted();
        (await ImportAsync(house, "jurors", "Nom,Prénom,E-mail,Rôles possibles,Extérieur,Liens avec des candidats", $"Ancienne,Ana,ana@exemple.fr,professionnel,non,{own.Mail} : ancien lien personnel")).Accepted();
        var id = (await house.GetAsync(own, "api/me"))["person"].ToString();
        await house.UntilAsync("the link", async () => (await LinksAsync(house.Director)).Count == 1);

        Assert.Equal(404, (await house.GetAsync(own, $"api/candidates/{id}/conflicts")).Status);
        Assert.Empty(await LinksAsync(own));
        Assert.Equal([], (await house.PostAsync(own, "api/people/find", new JsonObject { ["mail"] = "ana@exemple.fr" })).Accepted()["links"].AsArray());

        // On this route what is over counts too.
        var read = Assert.Single((await house.GetAsync(house.Director, $"api/candidates/{id}/conflicts")).Accepted().Body.AsArray())!;
        Assert.Equal(("pastPersonal", "Responsable du jury intermédiaire, Intervenant professionnel", ""), (Words(read, "links"), Words(read, "barred"), Words(read, "allowed")));

        async Task<JsonArray> LinksAsync(Person reader) =>
            (await house.GetAsync(reader, "api/people")).Accepted().Body.AsArray().SingleOrDefault(p => p!["mail"]!.ToString() == "ana@exemple.fr")?["links"]!.AsArray() ?? [];
    }

    private static string Words(JsonNode one, string list) => string.Join(", ", one[list]!.AsArray().Select(word => word!.ToString()));

    private static Task<Answer> ImportAsync(House house, string roster, params string[] lines) => house.UploadAsync(house.Coordinator, roster, "liste.csv", Encoding.UTF8.GetBytes(string.Join('\n', lines)));
}
