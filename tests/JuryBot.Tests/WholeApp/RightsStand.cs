using System.Text.Json.Nodes;
using JuryBot.Domain;
using JuryBot.Domain.Exams;
using JuryBot.Domain.Panels;
using JuryBot.Domain.People;
using JuryBot.Storage;
using Employee = JuryBot.Sandbox.People.Person;

namespace JuryBot.Tests.WholeApp;

/// <summary>What tests of export, erasure and retention share.</summary>
internal static class RightsStand
{
    public static readonly DateTimeOffset Held = new(2026, 9, 14, 8, 0, 0, TimeSpan.Zero);

    public static Domain.Sessions.Declaration Declared(Archive archive, Employee juror, Employee candidate) => new(archive.IdOf(juror))
    {
        Signed = [new(juror.Name, Held, "Je déclare.", [new(archive.IdOf(candidate), candidate.Name, LinkKind.Trained, $"Cours de {candidate.Name}.")])],
    };

    public static Sitting Published(Sitting sitting) => sitting with { PublishedAt = sitting.End, PublishedBy = sitting.Coordinator };

    public static Task<Answer> EraseAsync(House house, Employee by, string person, string reason = "Demande du 3 octobre.") =>
        house.PostAsync(by, $"api/people/{person}/erasure", new JsonObject { ["reason"] = reason });

    public static async Task LinkAsync(Archive archive, Employee juror, params Employee[] candidates) => await archive.Store.ExecuteAsync(
        Aggregates.People, archive.IdOf(juror), new Command("test", "test"),
        person => Decision<Person>.Accept(person! with { Links = [.. candidates.Select(candidate => new Link(archive.IdOf(candidate), LinkKind.Business))] }, new IndexPerson(person.Id)));
}
