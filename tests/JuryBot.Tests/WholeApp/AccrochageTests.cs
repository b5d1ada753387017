using System.Globalization;
using System.Text.Json.Nodes;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Transmissions;
using JuryBot.Storage;
using JuryBot.Tests.Azurite;
using JuryBot.Tests.Documents;
using JuryBot.Tests.Features.Accrochage;

namespace JuryBot.Tests.WholeApp;

/// <summary>Titles on their way to the Caisse des Dépôts and what it answers.</summary>
public sealed class AccrochageTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Titles_are_exported_refused_corrected_exported_again_and_recorded_and_birth_data_is_gone_then()
    {
        await using var stand = await AccrochageStand.StartAsync(azurite);
        var (first, second, third) = (stand.Candidates[0], stand.Candidates[1], stand.Candidates[2]);
        (await stand.EnterAsync(first, AccrochageStand.Birth("Premier"))).Accepted();
        (await stand.EnterAsync(second, AccrochageStand.Birth("Second"))).Accepted();

        var export = await stand.RunAsync("export --out @one.xml");
        Assert.True(export.Code == 3, export.Output + export.Error);
        Assert.Contains($"{third.FirstName} {third.LastName}", export.Error, StringComparison.Ordinal);
        Assert.Contains("pas de données de naissance", export.Error, StringComparison.Ordinal);
        Assert.StartsWith("one.xml : 2 titre(s)", export.Output, StringComparison.Ordinal);
        Assert.Equal(new[] { stand.IdOf(first), stand.IdOf(second) }.Order(), stand.Values("one.xml", "idTechnique").Order());
        // Valid from the date on the parchment.
        var papers = $"api/candidates/{stand.Jury.IdOf(first)}/documents";
        var parchment = (await stand.House.PostAsync(stand.House.Coordinator, papers, new JsonObject { ["kind"] = "parchment", ["language"] = "fr" })).Accepted();
        var from = DateOnly.ParseExact(Assert.Single(stand.Values("one.xml", "dateDebutValidite").Distinct()), "yyyy-MM-dd", CultureInfo.InvariantCulture);
        Assert.Contains(
            $"Vu la décision du jury de certification du {from.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("fr-FR"))},",
            PaperTests.Words(await stand.House.DownloadAsync(stand.House.Coordinator, $"{papers}/{parchment["sha256"]}")).Split('\n'));
        Assert.Equal("exported exported notExported", await stand.StatesAsync());
        var row = (await stand.ListAsync())[stand.Jury.IdOf(first)];
        Assert.Equal(stand.Values("one.xml", "idFlux").Single(), row["exports"]![0]!["flux"]!.ToString());

        // Nothing is sent twice by itself.
        export = await stand.RunAsync("export --out @two.xml");
        Assert.Equal((3, "Aucun titre à transmettre : aucun fichier n'est écrit.\n"), (export.Code, export.Output));
        Assert.Contains("2 titre(s) déjà transmis", export.Error, StringComparison.Ordinal);
        Assert.Equal(["one.xml"], stand.Files);

        var receipt = ReceiptTests.Sample().Replace("ACCEPTED", stand.IdOf(first), StringComparison.Ordinal).Replace("REFUSED", stand.IdOf(second), StringComparison.Ordinal);
        await File.WriteAllTextAsync(stand.At("receipt.xml"), receipt, TestContext.Current.CancellationToken);
        var read = await stand.RunAsync("receipt @receipt.xml", settings: false);
        Assert.Equal((4, "Enregistrés : 1. Refusés : 1. Inconnus : 1."), (read.Code, read.Output.Trim().Split('\n')[^1]));
        Assert.Contains($"{first.FirstName} {first.LastName}", read.Output, StringComparison.Ordinal);
        Assert.Contains("Vérifiez nom de naissance", read.Error, StringComparison.Ordinal);
        Assert.Contains("Complétez le jour et le mois", read.Error, StringComparison.Ordinal);
        Assert.Contains("UNKNOWN : identifiant inconnu", read.Error, StringComparison.Ordinal);
        Assert.Equal("accepted refused notExported", await stand.StatesAsync());
        Assert.Equal(404, (await stand.BirthAsync(first)).Status);
        Assert.Equal("Second", (await stand.BirthAsync(second))["data"]["birthName"]!.ToString());
        row = (await stand.ListAsync())[stand.Jury.IdOf(second)];
        Assert.StartsWith("Aucun titulaire", row["message"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, row["hints"]!.AsArray().Count);

        // The same receipt again says so, and changes nothing.
        var before = await stand.House.SnapshotAsync();
        Assert.Contains("rien ne change", (await stand.RunAsync("receipt @receipt.xml")).Output, StringComparison.Ordinal);
        Assert.Equal(before, await stand.House.SnapshotAsync());

        (await stand.EnterAsync(second, AccrochageStand.Birth("Second-Corrigé"))).Accepted();
        (await stand.EnterAsync(third, AccrochageStand.Birth("Troisième"))).Accepted();
        Assert.Equal(409, (await stand.EnterAsync(first, AccrochageStand.Birth("Premier"))).Status);
        Assert.Equal(0, (await stand.RunAsync("export --out @two.xml")).Code);
        Assert.Equal(new[] { stand.IdOf(second), stand.IdOf(third) }.Order(), stand.Values("two.xml", "idTechnique").Order());
        Assert.Contains("Second-Corrigé", stand.Values("two.xml", "nomNaissance"));
        Assert.Equal("accepted exported exported", await stand.StatesAsync());

        // Neither does it after another export of what it refused.
        await stand.RunAsync("receipt @receipt.xml");
        Assert.Equal("accepted exported exported", await stand.StatesAsync());

        await File.WriteAllTextAsync(stand.At("receipt2.xml"), $"<r><passagesOK><p><idTechnique>{stand.IdOf(second)}</idTechnique></p><p><idTechnique>{stand.IdOf(third)}</idTechnique></p></passagesOK></r>", TestContext.Current.CancellationToken);
        Assert.Equal(0, (await stand.RunAsync("receipt @receipt2.xml")).Code);
        Assert.Equal("accepted accepted accepted", await stand.StatesAsync());
        Assert.Equal(2, (await stand.RunAsync("export --out @three.xml --again")).Code);
        Assert.Equal(["one.xml", "receipt.xml", "receipt2.xml", "two.xml"], stand.Files);
        foreach (var candidate in stand.Candidates)
        {
            Assert.Null((await stand.Store.ReadAsync(Aggregates.Transmissions, stand.Jury.IdOf(candidate)))!.Birth);
        }

        Assert.DoesNotContain((await stand.House.LedgersAsync()).Select(entry => entry.Entry.ToText()), text => text.Contains("Premier", StringComparison.Ordinal) || text.Contains("Corrig", StringComparison.Ordinal));
        Assert.Null((await stand.House.VerifyAsync()).FirstFault);
    }

    [Fact]
    public async Task What_waits_for_its_receipt_is_sent_again_under_the_same_name_when_asked_for()
    {
        await using var stand = await AccrochageStand.StartAsync(azurite);
        await EnterAllAsync(stand);
        Assert.Equal(0, (await stand.RunAsync("export --out @one.xml")).Code);
        Assert.Equal(2, (await stand.RunAsync("export --out @two.xml --language en")).Code);
        Assert.Equal(0, (await stand.RunAsync("export --again --out @two.xml")).Code);
        Assert.Equal(stand.Values("one.xml", "idTechnique"), stand.Values("two.xml", "idTechnique"));
        Assert.NotEqual(stand.Values("one.xml", "idFlux"), stand.Values("two.xml", "idFlux"));
    }

    [Fact]
    public async Task Nothing_is_exported_without_the_senders_settings_nor_over_a_file_and_titles_stay_as_they_were()
    {
        await using var stand = await AccrochageStand.StartAsync(azurite);
        await EnterAllAsync(stand);
        var unset = await stand.RunAsync("export --out @one.xml", settings: false);
        Assert.Equal(1, unset.Code);
        Assert.Contains("Accrochage:IdClient is missing", unset.Error, StringComparison.Ordinal);
        Assert.Contains("Accrochage:IdContrat is missing", unset.Error, StringComparison.Ordinal);

        await File.WriteAllTextAsync(stand.At("there.xml"), "mine", TestContext.Current.CancellationToken);
        Assert.Equal((1, "", "there.xml: ce fichier existe déjà : un fichier exporté n'est pas remplacé. Donnez un autre nom.\n"), await stand.RunAsync("export --out @there.xml"));
        Assert.Equal((1, "", "nowhere/one.xml: le dossier de ce fichier n’existe pas.\n"), await stand.RunAsync("export --out @nowhere/one.xml"));
        Assert.Equal("mine", await File.ReadAllTextAsync(stand.At("there.xml"), TestContext.Current.CancellationToken));
        Assert.Equal(["there.xml"], stand.Files);
        Assert.Equal("notExported notExported notExported", await stand.StatesAsync());
        Assert.Equal(1, (await stand.RunAsync("export")).Code);
        Assert.Equal(1, (await stand.RunAsync("transmit")).Code);
    }

    [Fact]
    public async Task A_wrong_receipt_is_named_with_its_place_and_nothing_is_kept()
    {
        await using var stand = await AccrochageStand.StartAsync(azurite);
        await File.WriteAllTextAsync(stand.At("bad.xml"), $"<r>\n<passagesOK><idTechnique>{stand.IdOf(stand.Candidates[0])}</idTechnique>", TestContext.Current.CancellationToken);
        var read = await stand.RunAsync("receipt @bad.xml");
        Assert.Equal((1, ""), (read.Code, read.Output));
        Assert.StartsWith("bad.xml(2,", read.Error, StringComparison.Ordinal);
        Assert.Equal((1, "", "none.xml: ce fichier n’existe pas.\n"), await stand.RunAsync("receipt @none.xml"));
        Assert.Equal("notExported notExported notExported", await stand.StatesAsync());
    }

    [Fact]
    public async Task Birth_data_is_checked_field_by_field_and_asked_for_a_published_title_only()
    {
        await using var stand = await AccrochageStand.StartAsync(azurite, publish: false);
        var (house, candidate) = (stand.House, stand.Candidates[0]);
        Assert.Empty(await stand.ListAsync());
        var early = await stand.EnterAsync(candidate, AccrochageStand.Birth("Tôt"));
        Assert.Equal((409, "urn:jurybot:refusal:NoTitleToTransmit"), (early.Status, early["type"].ToString()));

        await stand.PublishAsync();
        var birth = AccrochageStand.Birth("Nom\u0007");
        (birth["year"], birth["communeLabel"]) = (1850, new string('x', 41));
        var wrong = await stand.EnterAsync(candidate, birth);
        Assert.Equal(422, wrong.Status);
        Assert.Equal(["birthName", "year", "communeLabel"], wrong["details"].AsArray().Select(detail => detail!.ToString().Split(' ')[0]));
        Assert.False((bool)(await stand.ListAsync())[stand.Jury.IdOf(candidate)]["birthData"]!);

        (await stand.EnterAsync(candidate, AccrochageStand.Birth("O'Neill <b>&\"été\"</b> ]]>"))).Accepted();
        Assert.Equal(3, (await stand.RunAsync("export --out @one.xml")).Code);
        Assert.Equal(["O'Neill <b>&\"été\"</b> ]]>"], stand.Values("one.xml", "nomNaissance"));

        // The director looks, and enters nothing; data can be taken back.
        (await house.GetAsync(house.Director, "api/accrochage")).Accepted();
        Assert.Equal(403, (await house.PutAsync(house.Director, $"api/accrochage/{stand.Jury.IdOf(candidate)}/birth", new JsonObject { ["data"] = AccrochageStand.Birth("X") })).Status);
        Assert.Equal(403, (await house.GetAsync(house.Director, $"api/accrochage/{stand.Jury.IdOf(candidate)}/birth")).Status);
        Assert.Equal(204, (await house.SendAsync(house.Tenant.Tokens.User(house.Coordinator), HttpMethod.Delete, $"api/accrochage/{stand.Jury.IdOf(candidate)}/birth")).Status);
        Assert.Equal(404, (await house.GetAsync(house.Coordinator, $"api/accrochage/{stand.Jury.IdOf(candidate)}/birth")).Status);
        Assert.Equal(404, (await house.PutAsync(house.Coordinator, "api/accrochage/none/birth", new JsonObject { ["data"] = AccrochageStand.Birth("X") })).Status);
        Assert.Null((await house.VerifyAsync()).FirstFault);
    }

    [Fact]
    public async Task Birth_data_that_was_saved_in_another_window_is_not_written_over_unaware()
    {
        await using var stand = await AccrochageStand.StartAsync(azurite);
        var candidate = stand.Candidates[0];

        // Both windows open an empty form; the same said twice is said once.
        (await stand.SaveAsync(candidate, AccrochageStand.Birth("Première"), null)).Accepted();
        (await stand.SaveAsync(candidate, AccrochageStand.Birth("Première"), null)).Accepted();
        await RefusedAsync(AccrochageStand.Birth("Seconde"), null, "Première");

        // Both open what there is.
        var seen = (await stand.BirthAsync(candidate))["seen"].ToString();
        (await stand.SaveAsync(candidate, AccrochageStand.Birth("Deuxième"), seen)).Accepted();
        await RefusedAsync(AccrochageStand.Birth("Seconde"), seen, "Deuxième");
        (await stand.SaveAsync(candidate, AccrochageStand.Birth("Deuxième"), seen)).Accepted();

        // The way on: knowing it, the second replaces the first.
        seen = (await stand.BirthAsync(candidate))["seen"].ToString();
        (await stand.SaveAsync(candidate, AccrochageStand.Birth("Seconde"), seen)).Accepted();
        Assert.Equal("Seconde", (await stand.BirthAsync(candidate))["data"]["birthName"]!.ToString());

        // What was erased meanwhile does not come back by itself.
        seen = (await stand.BirthAsync(candidate))["seen"].ToString();
        (await stand.House.SendAsync(stand.House.Tenant.Tokens.User(stand.House.Coordinator), HttpMethod.Delete, $"api/accrochage/{stand.Jury.IdOf(candidate)}/birth")).Accepted();
        await RefusedAsync(AccrochageStand.Birth("Troisième"), seen, null);
        (await stand.SaveAsync(candidate, AccrochageStand.Birth("Troisième"), null)).Accepted();
        Assert.Null((await stand.House.VerifyAsync()).FirstFault);

        async Task RefusedAsync(JsonObject birth, string? read, string? kept)
        {
            var before = await stand.House.SnapshotAsync();
            var refused = await stand.SaveAsync(candidate, birth, read);
            Assert.Equal((409, "urn:jurybot:refusal:BirthSavedElsewhere"), (refused.Status, refused["type"].ToString()));
            Assert.Contains("dans une autre fenêtre", refused["title"].ToString(), StringComparison.Ordinal);
            Assert.Equal(before, await stand.House.SnapshotAsync());
            var form = await stand.BirthAsync(candidate);
            Assert.Equal(kept, form.Status == 404 ? null : form["data"]["birthName"]!.ToString());
        }
    }

    [Fact]
    public async Task An_annulled_title_says_what_else_must_be_done_once_it_has_left()
    {
        await using var stand = await AccrochageStand.StartAsync(azurite);
        var (sent, kept) = (stand.Candidates[0], stand.Candidates[1]);
        (await stand.EnterAsync(sent, AccrochageStand.Birth("Nom"))).Accepted();
        await stand.RunAsync("export --out @one.xml");
        foreach (var candidate in new[] { sent, kept })
        {
            await stand.Store.ExecuteAsync(Aggregates.Candidates, stand.Jury.IdOf(candidate), new Command("test", "test"), record => record!.AnnulAward("director", "Erreur", stand.House.Tenant.Clock.GetUtcNow()));
        }

        var rows = await stand.ListAsync();
        Assert.DoesNotContain(stand.Jury.IdOf(kept), rows.Keys);
        Assert.StartsWith("Titre annulé après son export", rows[stand.Jury.IdOf(sent)]["toDo"]!.ToString(), StringComparison.Ordinal);
        Assert.False((bool)rows[stand.Jury.IdOf(sent)]["late"]!);
        await File.WriteAllTextAsync(stand.At("receipt.xml"), $"<r><passagesOK><idTechnique>{stand.IdOf(sent)}</idTechnique></passagesOK></r>", TestContext.Current.CancellationToken);
        Assert.Contains("signalez-le à son assistance", (await stand.RunAsync("receipt @receipt.xml")).Error, StringComparison.Ordinal);
        Assert.StartsWith("Titre annulé après son enregistrement", (await stand.ListAsync())[stand.Jury.IdOf(sent)]["toDo"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal(3, (await stand.RunAsync("export --out @two.xml --again")).Code);
        Assert.Equal(["one.xml", "receipt.xml"], stand.Files);
    }

    [Fact]
    public async Task Coordinators_are_reminded_before_the_three_months_are_over_as_long_as_a_title_is_not_recorded()
    {
        await using var stand = await AccrochageStand.StartAsync(azurite);
        var (house, owed) = (stand.House, stand.Candidates[0]);
        foreach (var candidate in stand.Candidates.Skip(1))
        {
            await AcceptAsync(stand, candidate);
        }

        await house.SettleAsync();
        Assert.Empty(Reminders(house));
        await house.Tenant.Clock.AdvanceAsync(TimeSpan.FromDays(64));
        await house.UntilAsync("the first reminder", () => Reminders(house).Count == 1);
        var html = Reminders(house)[0];
        Assert.Contains(owed.LastName, html, StringComparison.Ordinal);
        Assert.DoesNotContain(stand.Candidates[1].Mail, html, StringComparison.Ordinal);
        Assert.Single(html.Split("<li>").Skip(1));
        Assert.False((bool)(await stand.ListAsync())[stand.Jury.IdOf(owed)]["late"]!);

        await AcceptAsync(stand, owed);
        await house.Tenant.Clock.AdvanceAsync(TimeSpan.FromDays(32));
        await house.SettleAsync();
        Assert.Single(Reminders(house));
    }

    [Fact]
    public async Task What_is_not_recorded_after_three_months_is_late()
    {
        await using var stand = await AccrochageStand.StartAsync(azurite);
        await AcceptAsync(stand, stand.Candidates[0]);
        var due = DateOnly.Parse((await stand.ListAsync())[stand.Jury.IdOf(stand.Candidates[0])]["dueOn"]!.ToString(), System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(DateOnly.FromDateTime(stand.House.Tenant.Clock.GetUtcNow().UtcDateTime).AddMonths(3), due);
        await stand.House.Tenant.Clock.AdvanceAsync(TimeSpan.FromDays(94));
        var rows = await stand.ListAsync();
        Assert.Equal([false, true, true], stand.Candidates.Select(candidate => (bool)rows[stand.Jury.IdOf(candidate)]["late"]!));
        // Both were missed: one is sent.
        await stand.House.UntilAsync("the reminder", () => Reminders(stand.House).Count == 1);
        await stand.House.SettleAsync();
        Assert.Single(Reminders(stand.House));
    }

    private static async Task EnterAllAsync(AccrochageStand stand)
    {
        foreach (var candidate in stand.Candidates)
        {
            (await stand.EnterAsync(candidate, AccrochageStand.Birth(candidate.LastName))).Accepted();
        }
    }

    private static async Task AcceptAsync(AccrochageStand stand, JuryBot.Sandbox.People.Person candidate) => await stand.Store.ExecuteAsync(
        Aggregates.Transmissions, stand.Jury.IdOf(candidate), new Command("test", "test"), known => TransmissionVerbs.Receive(known, stand.Jury.IdOf(candidate), stand.IdOf(candidate), "receipt", true, "", stand.House.Tenant.Clock.GetUtcNow()));

    private static IReadOnlyList<string> Reminders(House house) =>
        [.. house.Tenant.Mailboxes.Inbox(house.Coordinator.Mail).Where(mail => mail.Subject.StartsWith("Accrochage", StringComparison.Ordinal)).Select(mail => mail.Html)];
}
