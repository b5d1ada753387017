using JuryBot.Domain.Documents;
using JuryBot.Features.Documents;
using JuryBot.Tests.Azurite;
using JuryBot.Tests.Documents;

namespace JuryBot.Tests.WholeApp;

/// <summary>How JuryBot is set, as the offices read it: its settings, and its Word templates.</summary>
public sealed class ShownSettingsTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task The_director_reads_the_settings_as_they_are_and_no_secret_and_a_template_is_checked_before_it_is_used()
    {
        using var folder = new TemplateFolder((DocumentKind.Certificate, Altered.With(DocumentKind.Certificate, WordXml.Body(WordXml.Text("Modèle de l'école.")))));
        await using var house = await House.StartAsync(azurite, settings: new() { ["Organisation:TemplatesFolder"] = folder.Path, ["Reminders:QuietFrom"] = "21:30", ["Retention:MinutesYears"] = "7", ["Organisation:Signatory"] = "Dominique Direction" });
        (await house.GetAsync(house.Coordinator, "api/me")).Accepted();
        var settings = (await house.GetAsync(house.Director, "api/settings")).Accepted();
        Assert.Equal("21:30:00", settings["quiet"]["from"]!.ToString());
        Assert.Equal(7, (int)settings["retention"]["minutesYears"]!);
        Assert.Equal(("Dominique Direction", true), (settings["organisation"]["signatory"]!.ToString(), (bool)settings["organisation"]["ownTemplates"]!));
        Assert.DoesNotContain("AccountKey", settings.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(folder.Path, settings.Text, StringComparison.Ordinal);
        Assert.Equal(403, (await house.GetAsync(house.Coordinator, "api/settings")).Status);

        const string List = "api/documents/templates";
        var templates = (await house.GetAsync(house.Coordinator, List)).Accepted()["templates"].AsArray();
        Assert.Equal(Templates.All.Count, templates.Count);
        Assert.Equal(["certificate.fr.docx"], templates.Where(template => (bool)template!["own"]!).Select(template => template!["file"]!.ToString()));
        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(folder.Path, "certificate.fr.docx"), TestContext.Current.CancellationToken), await house.DownloadAsync(house.Coordinator, $"{List}/certificate.fr.docx"));
        Assert.Equal(404, (await house.GetAsync(house.Coordinator, $"{List}/..%2Fappsettings.json")).Status);

        var wrong = Altered.With(DocumentKind.Certificate, WordXml.Body(new WordXml("fr").Field("canddiate.name")));
        var faults = (await CheckAsync("certificate.fr.docx", wrong)).Accepted()["faults"].AsArray();
        var fault = Assert.Single(faults)!;
        Assert.Equal(("canddiate.name", "UnknownTag"), (fault["control"]!.ToString(), fault["rule"]!.ToString()));
        Assert.Contains("n'existe pas pour ce document", fault["text"]!.ToString(), StringComparison.Ordinal);
        Assert.Empty((await CheckAsync("certificate.fr.docx", Templates.Shipped(DocumentKind.Certificate, "fr"))).Accepted()["faults"].AsArray());
        Assert.Equal("NotADocument", Assert.Single((await CheckAsync("minutes.en.docx", "MZ"u8.ToArray())).Accepted()["faults"].AsArray())!["rule"]!.ToString());
        Assert.Equal("urn:jurybot:refusal:NotATemplate", (await CheckAsync("autre.docx", wrong))["type"].ToString());

        // Checked is not kept.
        folder.Put(DocumentKind.Certificate, wrong);
        var shown = (await house.GetAsync(house.Director, List)).Accepted()["templates"].AsArray().Single(template => template!["file"]!.ToString() == "certificate.fr.docx")!;
        Assert.Equal("canddiate.name", Assert.Single(shown["faults"]!.AsArray())!["control"]!.ToString());

        Task<Answer> CheckAsync(string name, byte[] content) =>
            house.SendAsync(house.Tenant.Tokens.User(house.Coordinator), HttpMethod.Post, $"{List}/checks", new MultipartFormDataContent { { new ByteArrayContent(content), "file", name } });
    }
}
