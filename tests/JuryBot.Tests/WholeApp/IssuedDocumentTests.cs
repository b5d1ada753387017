using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using JuryBot.Domain.Documents;
using JuryBot.Domain.Exams;
using JuryBot.Sandbox.People;
using JuryBot.Storage;
using JuryBot.Tests.Azurite;
using JuryBot.Tests.Documents;
using Microsoft.Extensions.DependencyInjection;

namespace JuryBot.Tests.WholeApp;

/// <summary>Documents as people ask for them, keep them and read them again.</summary>
public sealed partial class IssuedDocumentTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_final_jurys_papers_are_issued_once_stay_as_they_are_and_are_read_by_who_may()
    {
        await using var house = await House.StartAsync(azurite);
        var candidates = house.Organisation.Candidates.Where(c => c.HasAccount).Take(2).ToList();
        var jury = await Jury.OpenedAsync(house, block: null, candidates: candidates.Take(1));
        var (candidate, id) = (candidates[0], jury.IdOf(candidates[0]));
        var (sitting, record) = ($"api/sittings/{jury.Sitting}/documents", $"api/candidates/{id}/documents");
        var member = await jury.ChairAsync();
        var panel = (await jury.PanelAsync()).Select(m => m.Person).ToList();
        var stranger = house.Organisation.Jurors.First(j => j.HasAccount && !panel.Contains(j));

        // Before the sitting is closed: convocations and the attendance sheet.
        var convocation = await IssueAsync(house, sitting, "candidateConvocation", id);
        Assert.Equal(convocation["sha256"].ToString(), (await IssueAsync(house, sitting, "candidateConvocation", id))["sha256"].ToString());
        var words = PaperTests.Words(await ReadAsync(house, candidate, sitting, convocation));
        Assert.Contains(candidate.LastName, words, StringComparison.Ordinal);
        Assert.Contains("Exemple fictif", words, StringComparison.Ordinal);
        var attendance = await IssueAsync(house, sitting, "attendance");
        Assert.Contains(member.Name, PaperTests.Words(await ReadAsync(house, house.Director, sitting, attendance)), StringComparison.Ordinal);
        Assert.Equal("urn:jurybot:refusal:NotYetClosed", await RefusedAsync(house, sitting, "minutes"));
        Assert.Equal("urn:jurybot:refusal:NobodyToConvene", await RefusedAsync(house, sitting, "memberConvocation", id));
        Assert.Equal("urn:jurybot:refusal:NoTitle", await RefusedAsync(house, record, "parchment"));
        await DeniedAsync(house, sitting, attendance, member, candidate, candidates[1]);
        await DeniedAsync(house, sitting, convocation, member, stranger, candidates[1]);

        await jury.GradeAsync(id);
        await jury.DecideAsync(id);
        await house.SettleAsync();
        var minutes = await IssueAsync(house, sitting, "minutes");
        await house.Tenant.Clock.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.Equal(minutes["sha256"].ToString(), (await IssueAsync(house, sitting, "minutes"))["sha256"].ToString());
        var first = await ReadAsync(house, member, sitting, minutes);
        Assert.Contains("Le jury attribue le titre", PaperTests.Words(first), StringComparison.Ordinal);
        await DeniedAsync(house, sitting, minutes, stranger, candidate, candidates[1]);

        // An acknowledgement is in the next minutes; the earlier ones stay.
        await house.UntilAsync("the minutes' card", () => jury.Find(member, "minutes.acknowledge") is not null);
        Assert.False(Jury.IsRefusal(await jury.PressAsync(member, "minutes.acknowledge", null)));
        var later = await IssueAsync(house, sitting, "minutes", language: "en");
        Assert.NotEqual(minutes["sha256"].ToString(), (await IssueAsync(house, sitting, "minutes"))["sha256"].ToString());
        Assert.Contains("This text", PaperTests.Words(await ReadAsync(house, house.Coordinator, sitting, later)), StringComparison.Ordinal);
        Assert.Equal(first, await ReadAsync(house, house.Coordinator, sitting, minutes));
        // Who has stepped back from a candidate reads no minutes that tell of them.
        await ChangeAsync(house, jury, s => s with { Exams = s.Exams.ConvertAll(e => e with { Recusals = [new Recusal(s.Panel.Single(m => m.Mail == member.Mail).Person, "Lien.", s.Start)] }) });
        await DeniedAsync(house, sitting, later, member);

        Assert.Equal("urn:jurybot:refusal:NoTitle", await RefusedAsync(house, record, "parchment"));
        (await jury.PublishAsync()).Accepted();
        await house.UntilAsync("the title published", async () => (await house.GetAsync(house.Coordinator, $"api/candidates/{id}"))["award"]["published"]!.GetValue<bool>());

        var parchment = await IssueAsync(house, record, "parchment");
        Assert.Equal($"RNCP31168-2018-{id}-T", parchment["number"].ToString());
        await house.Tenant.Clock.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.Equal(parchment["sha256"].ToString(), (await IssueAsync(house, record, "parchment"))["sha256"].ToString());
        var original = await ReadAsync(house, candidate, record, parchment);
        Assert.DoesNotContain("Duplicata", PaperTests.Words(original), StringComparison.Ordinal);
        var duplicate = (await house.PostAsync(house.Director, record, Request("parchment", duplicate: true), key: "once")).Accepted();
        Assert.Equal(duplicate.Text, (await house.PostAsync(house.Director, record, Request("parchment", duplicate: true), key: "once")).Accepted().Text);
        Assert.Contains("Duplicata n° 1", PaperTests.Words(await ReadAsync(house, candidate, record, duplicate)), StringComparison.Ordinal);
        Assert.Equal("2", (await house.PostAsync(house.Director, record, Request("parchment", duplicate: true))).Accepted()["duplicate"].ToString());
        Assert.Equal(original, await ReadAsync(house, house.Director, record, parchment));
        var letter = await IssueAsync(house, record, "awardLetter", jury.Sitting, "en");
        Assert.Contains("The jury awards you the title", PaperTests.Words(await ReadAsync(house, candidate, record, letter)), StringComparison.Ordinal);
        Assert.Equal("urn:jurybot:refusal:NoCertificate", await RefusedAsync(house, record, "certificate", "1"));
        Assert.Equal("urn:jurybot:refusal:UnknownLanguage", await RefusedAsync(house, record, "parchment", language: "de"));
        await DeniedAsync(house, record, parchment, member, candidates[1]);
        Assert.Equal(403, (await house.GetAsync(candidates[1], record)).Status);
        Assert.Equal(403, (await house.PostAsync(candidate, record, Request("parchment"))).Status);
        Assert.Equal(["parchment", "parchment", "parchment", "awardLetter"], (await house.GetAsync(candidate, record)).Accepted().Body.AsArray().Select(d => d!["kind"]!.ToString()));

        // The whole session in one file, and once.
        var session = $"{jury.Session}/documents";
        var audit = await IssueAsync(house, session, "audit");
        Assert.Equal(audit["sha256"].ToString(), (await IssueAsync(house, session, "audit"))["sha256"].ToString());
        var (told, files) = Unzip(await ReadAsync(house, house.Director, session, audit));
        Assert.Equal((await ListedAsync(house, sitting, record)).Order(), files.Values.Select(Sha256).Order());
        Assert.All(new[] { parchment, duplicate, letter, minutes, later, convocation, attendance }, document => Assert.Contains(document["sha256"].ToString(), files.Values.Select(Sha256)));
        Assert.All(files, file => Assert.Contains(Sha256(file.Value), told, StringComparison.Ordinal));
        Assert.All(files, file => Assert.Matches($"^(?:seances/001-2026-10-1[2-4]-[0-9]{{4}}|candidats/001-[a-z-]+)/[a-z0-9-]+-{Sha256(file.Value)[..8]}\\.docx$", file.Key));
        Assert.Single(files.Keys, name => name.Contains("/parchemin-duplicata-n-2-", StringComparison.Ordinal));
        // Nobody is convened afterwards: who never had a convocation as a document is named.
        Assert.Contains("aucun n'a été établi avant l'ouverture", told, StringComparison.Ordinal);
        Assert.DoesNotContain("procès-verbal : la séance", told, StringComparison.Ordinal);

        Assert.Equal(403, (await house.PostAsync(member, session, Request("audit"))).Status);

        // Each stands in its ledger under its hash.
        var confirmed = (await house.LedgersAsync()).Where(e => e.Entry.Verb is "document.issue" or "document.duplicate").Select(e => e.Entry.Confirms).ToList();
        Assert.All(new[] { convocation, attendance, minutes, later, parchment, duplicate, letter, audit }, document => Assert.Single(confirmed, document["sha256"].ToString()));
        Assert.Null((await house.VerifyAsync()).FirstFault);

        // What was changed outside JuryBot is found, and not handed out.
        var blobs = house.App.Services.GetRequiredService<Blobs>();
        await blobs.PutAsync($"issued/Candidates/{id}/{parchment["sha256"]}", BinaryData.FromBytes([.. original.Take(original.Length - 1), (byte)(original[^1] ^ 1)]));
        var altered = await house.GetAsync(candidate, $"{record}/{parchment["sha256"]}");
        Assert.Equal((500, "urn:jurybot:refusal:DocumentNotWhole"), (altered.Status, altered["type"].ToString()));
        Assert.Contains(parchment["sha256"].ToString(), altered["title"].ToString(), StringComparison.Ordinal);
        await blobs.PutAsync($"issued/Sittings/{jury.Sitting}/{(await IssueAsync(house, sitting, "attendance", language: "en"))["sha256"]}", BinaryData.FromString("x"));
        Assert.Equal("urn:jurybot:refusal:DocumentNotWhole", await RefusedAsync(house, session, "audit", language: "en"));
        Assert.Equal(parchment["sha256"].ToString(), (await IssueAsync(house, record, "parchment"))["sha256"].ToString());
    }

    [Fact]
    public async Task A_partial_validation_gives_certificates_and_a_wrong_template_gives_nothing()
    {
        using var folder = new TemplateFolder((DocumentKind.Certificate, Altered.With(DocumentKind.Certificate, WordXml.Body(WordXml.Text("Modèle de l'école.")))));
        await using var house = await House.StartAsync(azurite, settings: new() { ["Organisation:TemplatesFolder"] = folder.Path, ["Organisation:Signatory"] = "Dominique Direction", ["Organisation:SignatoryDelegate"] = "Alix Déléguée" });
        var candidate = house.Organisation.Candidates.First(c => c.HasAccount);
        var jury = await Jury.OpenedAsync(house, block: null, candidates: [candidate]);
        var id = jury.IdOf(candidate);
        var record = $"api/candidates/{id}/documents";
        await jury.GradeAsync(id);
        var chair = await jury.ChairAsync();
        await jury.OpenDeliberationAsync(id);
        var ruling = jury.Ruling(chair, id, acquired: false);
        ruling["b.2"] = "acquired";
        Assert.False(Jury.IsRefusal(await jury.PressAsync(chair, "deliberation.decide", id, ruling)));
        Assert.False(Jury.IsRefusal(await jury.PressAsync(chair, "deliberation.confirm", id)));
        await house.UntilAsync("the decision", async () => await jury.StateAsync(id) == "decided");
        (await jury.PublishAsync()).Accepted();
        await house.UntilAsync("the certificate", async () => (await house.GetAsync(house.Coordinator, $"api/candidates/{id}"))["certificates"].AsArray().Count == 1);
        await house.SettleAsync();

        var before = await house.SnapshotAsync();
        folder.Put(DocumentKind.Certificate, Altered.With(DocumentKind.Certificate, WordXml.Body(new WordXml("fr").Field("canddiate.name"))));
        var refused = await house.PostAsync(house.Coordinator, record, Request("certificate", "2"));
        Assert.Equal((409, "urn:jurybot:refusal:TemplateWrong"), (refused.Status, refused["type"].ToString()));
        Assert.Equal("certificate.fr.docx : le contrôle de contenu « canddiate.name » n'existe pas pour ce document.", Assert.Single(refused["details"].AsArray())!.ToString());
        Assert.Equal(before, await house.SnapshotAsync());

        // An upgrade that adds a rule stops nothing: who asks for that document, and who looks after JuryBot, is told; all others are made.
        folder.Put(DocumentKind.Parchment, Altered.Pictured(DocumentKind.Parchment, "name=\"Logo\">"));
        folder.Put(DocumentKind.Audit, Altered.Template(DocumentKind.Audit, "word/document.xml", xml => xml.Replace("\"each:absent\"", "\"if:absent\"", StringComparison.Ordinal)));
        await using (var upgraded = await house.StartReplicaAsync())
        {
            using var http = new HttpClient { BaseAddress = new Uri(upgraded.Urls.Single()) };
            Assert.Equal("Healthy", await http.GetStringAsync("health/ready"));
            http.DefaultRequestHeaders.Authorization = new("Bearer", house.Tenant.Tokens.User(house.Coordinator));
            var templates = (await http.GetFromJsonAsync<JsonNode>("api/health"))!["dependencies"]!["templates"]!;
            Assert.Equal("degraded", templates["status"]!.ToString());
            Assert.All(
                new[] { "certificate.fr.docx: there is no content control “canddiate.name”", "parchment.fr.docx: ", "“/word/document.xml: Logo”", "audit.fr.docx: the content control “each:absent” is missing" },
                told => Assert.Contains(told, templates["detail"]!.ToString(), StringComparison.Ordinal));
        }

        Assert.Equal("urn:jurybot:refusal:TemplateWrong", await RefusedAsync(house, $"{jury.Session}/documents", "audit"));
        await IssueAsync(house, $"api/sittings/{jury.Sitting}/documents", "attendance");

        folder.Put(DocumentKind.Certificate, Altered.With(DocumentKind.Certificate, WordXml.Body(WordXml.Text("Modèle de l'école."))));
        var certificate = await IssueAsync(house, record, "certificate", "2");
        var words = PaperTests.Words(await ReadAsync(house, candidate, record, certificate));
        Assert.All(new[] { "Modèle de l'école.", $"RNCP31168-2018-{id}-2", candidate.LastName, "Directeur, par délégation", "Alix Déléguée" }, told => Assert.Contains(told, words, StringComparison.Ordinal));
        Assert.Equal("urn:jurybot:refusal:NoCertificate", await RefusedAsync(house, record, "certificate", "1"));
        Assert.Equal("urn:jurybot:refusal:OnlyParchmentsAreDuplicated", (await house.PostAsync(house.Coordinator, record, Request("certificate", "2", duplicate: true)))["type"].ToString());
        Assert.Contains("Les blocs acquis le restent définitivement.", PaperTests.Words(await ReadAsync(house, candidate, record, await IssueAsync(house, record, "awardLetter", jury.Sitting))), StringComparison.Ordinal);
        Assert.Null((await house.VerifyAsync()).FirstFault);
    }

    private static JsonObject Request(string kind, string? subject = null, string? language = null, bool duplicate = false) =>
        new() { ["kind"] = kind, ["subject"] = subject, ["language"] = language, ["duplicate"] = duplicate };

    private static async Task<Answer> IssueAsync(House house, string documents, string kind, string? subject = null, string? language = null) =>
        (await house.PostAsync(house.Coordinator, documents, Request(kind, subject, language))).Accepted();

    private static async Task<string> RefusedAsync(House house, string documents, string kind, string? subject = null, string? language = null)
    {
        var answer = await house.PostAsync(house.Coordinator, documents, Request(kind, subject, language));
        Assert.Equal(409, answer.Status);
        return answer["type"].ToString();
    }

    /// <summary>The document's bytes, which are those that were issued.</summary>
    private static async Task<byte[]> ReadAsync(House house, Person who, string documents, Answer document)
    {
        var bytes = await house.DownloadAsync(who, $"{documents}/{document["sha256"]}");
        Assert.Equal(document["sha256"].ToString(), Sha256(bytes));
        return bytes;
    }

    private static async Task DeniedAsync(House house, string documents, Answer document, params Person[] people)
    {
        foreach (var person in people)
        {
            Assert.Equal(403, (await house.GetAsync(person, $"{documents}/{document["sha256"]}")).Status);
        }
    }

    private static async Task ChangeAsync(House house, Jury jury, Func<Sitting, Sitting> change) =>
        await house.App.Services.GetRequiredService<Store>().ExecuteAsync(Aggregates.Sittings, jury.Sitting, new Command("test", "test"), sitting => change(sitting!));

    private static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
