using System.Text.Json.Nodes;
using JuryBot.Sandbox.Season;
using JuryBot.Tests.Azurite;

namespace JuryBot.Tests.WholeApp;

/// <summary>A candidate by experience (VAE) and one of initial training before the same certification jury.</summary>
public sealed class ExperienceTests(AzuriteFixture azurite)
{
    private static readonly byte[] Livret = "%PDF-1.7 livret 2"u8.ToArray();

    [Fact]
    public async Task A_candidate_by_experience_has_no_intermediate_jury_unless_planned_deposits_a_livret_2_and_is_judged_by_nobody_linked_to_them()
    {
        await using var house = await House.StartAsync(azurite);
        var jury = await Jury.WithRostersAsync(house);
        var (vae, pupil) = house.Organisation.Candidates.ToList() is [var one, var two, ..] ? (one, two) : default;
        (await house.UploadAsync(house.Coordinator, "candidates", "candidats.csv", RosterFiles.CandidatesCsv([new RosterEntry(vae, "vae", 2027), new RosterEntry(pupil, "initial", 2027)]))).Accepted();
        // No intermediate jury, unless the coordinator plans one; the reason for a late one does not count for it.
        var own = Jury.Request("1", [jury.IdOf(vae)], ["room@example.org"]);
        own["reason"] = "Session hors de la période d'enregistrement.";
        Assert.Equal("NoIntermediateJury", (await house.PutAsync(house.Coordinator, $"api/sessions/{Guid.NewGuid():N}", own.DeepClone()))["type"].ToString().Split(':')[^1]);
        own["everyRoute"] = true;
        (await house.PutAsync(house.Coordinator, $"api/sessions/{Guid.NewGuid():N}", own)).Accepted();

        await jury.PlanAsync(null, [vae, pupil], day: 19);
        await jury.ConveneAsync();
        await jury.AnswerAsync();
        var (panel, chair) = (await jury.PanelAsync(), await jury.ChairAsync());

        // What they deposit is the livret 2, which the jury reads.
        var list = $"api/sittings/{jury.Sitting}/deposits";
        (await house.SendAsync(house.Tenant.Tokens.User(vae), HttpMethod.Post, $"{list}/{jury.IdOf(vae)}", new MultipartFormDataContent { { new StringContent(""), "reason" }, { new ByteArrayContent(Livret), "files", "livret.pdf" } })).Accepted();
        var kinds = (await house.GetAsync(house.Coordinator, list)).Accepted()["exams"].AsArray().ToDictionary(e => e!["candidate"]!.ToString(), e => e!["kind"]!.ToString());
        Assert.Equal(("livret2", "dossier"), (kinds[jury.IdOf(vae)], kinds[jury.IdOf(pupil)]));
        Assert.Equal(Livret, await house.DownloadAsync(chair, $"{list}/{jury.IdOf(vae)}/1/1"));

        // What is the trainer's office on one route keeps them off on the other; so does what is past, which is not even asked about elsewhere.
        var declarations = new DeclarationStand(house, jury);
        var (trainer, employee) = (Of("trainer"), Of("employeeRepresentative"));
        await declarations.SignAsync(trainer.Person, new() { [jury.IdOf(vae)] = "trained", [jury.IdOf(pupil)] = "trained" });
        await declarations.SignAsync(employee.Person, new() { [jury.IdOf(vae)] = "pastProfessional" });
        Assert.Equal([("blocking", vae), ("institutional", pupil)], Links(await declarations.ReadAsync(trainer.Person)));
        Assert.Equal([("blocking", vae)], Links(await declarations.ReadAsync(employee.Person)));

        await jury.ComeAsync();
        await house.UntilAsync("the card that opens the sitting", () => jury.Find(chair, "sitting.open") is not null);
        Assert.False(Jury.IsRefusal(await jury.PressAsync(chair, "sitting.open", null)));
        await house.UntilAsync("the sheets", () => panel.All(m => jury.Find(m.Person, "sheet.submit", jury.IdOf(pupil)) is not null));
        var exams = (await jury.ReadAsync())["exams"].AsArray().ToDictionary(e => e!["candidate"]!.ToString(), e => e!);
        var (shut, open) = (exams[jury.IdOf(vae)], exams[jury.IdOf(pupil)]);
        Assert.Equal(("convened", "open", 0), (shut["state"]!.ToString(), open["state"]!.ToString(), open["recusals"]!.AsArray().Count));
        Assert.Equal(new[] { trainer.Id, employee.Id }.Order(), shut["recusals"]!.AsArray().Select(r => r!["person"]!.ToString()).Order());
        Assert.Null(jury.Find(trainer.Person, "sheet.submit", jury.IdOf(vae)));
        Assert.Null((await house.VerifyAsync()).FirstFault);

        (JuryBot.Sandbox.People.Person Person, string Id, string Role) Of(string role) => panel.Single(m => m.Role == role);

        IEnumerable<(string Effect, JuryBot.Sandbox.People.Person Candidate)> Links(JsonNode declared) => declared["links"]!.AsArray()
            .Select(link => (link!["effect"]!.ToString(), house.Organisation.Candidates.Single(c => jury.IdOf(c) == link["candidate"]!.ToString()))).OrderBy(link => link.Item1, StringComparer.Ordinal);
    }
}
