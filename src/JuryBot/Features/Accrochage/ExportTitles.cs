using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Azure;
using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Transmissions;
using JuryBot.Identity;
using JuryBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JuryBot.Features.Accrochage;

/// <summary>A file of titles to transmit, not yet noted.</summary>
/// <param name="File"><c>null</c> when there is nothing to send.</param>
/// <param name="Sent">The titles in it.</param>
/// <param name="Waiting">How many are not sent again: their receipt is still to be read.</param>
/// <param name="LeftOut">Why a title to send is not in it, one sentence each.</param>
/// <param name="Faults">Where the file is not as the schema has it: then it is not to be used.</param>
/// <param name="Fictitious">How many rest on an example registration.</param>
/// <param name="Rest">How many did not fit.</param>
internal sealed record TitlesFile(
    byte[]? File, string Flux, DateTimeOffset At, IReadOnlyList<Dossier> Sent, int Waiting, IReadOnlyList<string> LeftOut, IReadOnlyList<string> Faults, int Fictitious, int Rest);

/// <summary>A file of titles to transmit, noted.</summary>
/// <param name="Name">For the file.</param>
/// <param name="Content">XML in Base64; <c>null</c> when there is nothing to send.</param>
/// <param name="Sent">How many titles are in it.</param>
/// <param name="Waiting">How many are not sent again: their receipt is still to be read.</param>
/// <param name="LeftOut">Why a title to send is not in it, one sentence each.</param>
/// <param name="FictitiousTitles">How many rest on an example registration.</param>
/// <param name="Rest">How many did not fit.</param>
internal sealed record ExportedTitles(string Name, byte[]? Content, string Flux, int Sent, int Waiting, IReadOnlyList<string> LeftOut, int FictitiousTitles, int Rest);

/// <param name="Again">Also what waits for its receipt.</param>
internal sealed record ExportRequest(bool Again = false);

/// <summary><c>accrochage export</c> and POST /api/accrochage/exports: makes the file of the titles to transmit, and remembers that they are in it.</summary>
internal sealed partial class ExportTitles(Dossiers dossiers, Store store, OrganisationSettings organisation, TimeProvider time)
{
    public const int NothingToSend = 2, LeftOut = 3;

    /// <summary>Bytes the Caisse des Dépôts takes in one file.</summary>
    public const int Most = 200_000_000;

    private static readonly Texts Texts = Texts.Of("Features.Accrochage");

    /// <summary>The file is written first, and noted then.</summary>
    /// <param name="again">Also what waits for its receipt.</param>
    /// <returns>The exit code: 0 when every title to send is in the file, <see cref="NothingToSend"/> without a file, <see cref="LeftOut"/> when one
    /// could not be sent, 1 when nothing could be written.</returns>
    public async Task<int> RunAsync(AccrochageSettings settings, string path, bool again, string language, Terminal terminal, CancellationToken cancellation)
    {
        if ((File.Exists(path) ? Texts.Get(language, "Export.FileExists") : OutputFile.Wrong(path, language)) is { } wrong)
        {
            terminal.Complain($"{path}: {wrong}");
            return 1;
        }

        var made = await MakeAsync(settings, Guid.NewGuid().ToString(), again, language, cancellation);
        if (made.Waiting > 0)
        {
            terminal.Complain(Texts.Get(language, "Export.Waiting", made.Waiting));
        }

        made.LeftOut.ToList().ForEach(terminal.Complain);
        var code = made.LeftOut.Count > 0 ? LeftOut : 0;
        if (made.File is not { } file)
        {
            terminal.Say(Texts.Get(language, "Export.Nothing"));
            return code == 0 ? NothingToSend : code;
        }

        made.Faults.ToList().ForEach(fault => terminal.Complain(Texts.Get(language, "Export.Invalid", fault)));
        if (made.Faults.Count > 0 || !OutputFile.Write(path, file, language, terminal))
        {
            return 1;
        }

        terminal.Say(Texts.Get(language, "Export.Written", path, made.Sent.Count, made.Flux));
        if (made.Fictitious > 0)
        {
            terminal.Complain(Texts.Get(language, "Export.Fictitious", made.Fictitious));
        }

        try
        {
            if ((await NoteAsync(made, again, AccrochageCommand.Actor, cancellation)).Count < made.Sent.Count)
            {
                // Somebody else made a file of the rest meanwhile.
                terminal.Complain(Texts.Get(language, "Export.Elsewhere"));
                return 1;
            }
        }
        catch (RequestFailedException)
        {
            terminal.Complain(Texts.Get(language, "Export.NotNoted"));
            throw;
        }

        if (made.Rest > 0)
        {
            terminal.Complain(Texts.Get(language, "Export.Rest", made.Rest));
        }

        return code;
    }

    /// <summary>The titles are noted first, and their file is handed out then: a title that another export has noted meanwhile is not in it. The same request
    /// again gives the same titles, should the file be lost on the way.</summary>
    public async Task<Results<Ok<ExportedTitles>, Refused>> PostAsync(ExportRequest request, IConfiguration configuration, RefusalTexts refusals, HttpContext http)
    {
        var (caller, problems) = (http.Caller(), new List<string>());
        var settings = AccrochageSettings.Read(configuration, problems, caller.Language);
        if (problems.Count > 0)
        {
            return Refuse("AccrochageNotSet", problems);
        }

        var flux = caller.CommitId is { } id ? new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, 16)).ToString() : Guid.NewGuid().ToString();
        var made = await MakeAsync(settings, flux, request.Again, caller.Language, http.RequestAborted);
        if (made.Faults.Count > 0)
        {
            return Refuse("ExportInvalid", made.Faults);
        }

        // All or as many as may be: whoever asked may be gone.
        made = With(made, settings, await NoteAsync(made, request.Again, caller.Person.Id, CancellationToken.None));
        return TypedResults.Ok(new ExportedTitles(
            Name: $"accrochage-{made.At.In(organisation.TimeZone):yyyy-MM-dd}-{made.Flux[..8]}.xml",
            Content: made.File,
            made.Flux,
            Sent: made.Sent.Count,
            made.Waiting,
            made.LeftOut,
            FictitiousTitles: made.Fictitious,
            made.Rest));

        Refused Refuse(string rule, IEnumerable<string> because) =>
            refusals.Problem(new Refusal(rule) { Details = [.. because.Select(text => new Refusal("Because", text))] }, caller);
    }

    private async Task<TitlesFile> MakeAsync(AccrochageSettings settings, string flux, bool again, string language, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var owed = (await dossiers.ListAsync(cancellation)).Where(dossier => dossier.IsOwed).ToList();
        var wanted = owed.Where(dossier => dossier.Standing.IsToSend(again) || dossier.Standing.IsIn(flux)).ToList();
        var sendable = wanted.Where(dossier => WhyNot(dossier) is null).ToList();
        var made = new TitlesFile(
            null, flux, now, [], owed.Count - wanted.Count,
            [.. wanted.Except(sendable).Select(dossier => Texts.Get(language, WhyNot(dossier)!, dossier.Record.Name, dossier.Record.Id, dossier.DueOn(organisation.TimeZone).ToString("d MMMM yyyy", Texts.Culture(language))))],
            [], sendable.Count(IsFictitious), 0);
        if (sendable.Count == 0)
        {
            return made;
        }

        var (file, sent) = Fitting(sendable, some => Write(made, settings, some));
        return made with { File = file, Sent = sent, Faults = FluxCheck.Faults(file), Rest = sendable.Count - sent.Count };
    }

    private byte[] Write(TitlesFile made, AccrochageSettings settings, IReadOnlyList<Dossier> some) => FluxFile.Write(
        made.Flux, Fictitious.Mark(some.Any(IsFictitious), organisation.Language), NodaTime.Instant.FromDateTimeOffset(made.At).InZone(organisation.TimeZone).ToDateTimeOffset(), settings, [.. some.Select(ToPassage)]);

    // The same, of these titles alone.
    private TitlesFile With(TitlesFile made, AccrochageSettings settings, IReadOnlyList<Dossier> noted) => noted.Count == made.Sent.Count ? made
        : made with { Sent = noted, File = noted.Count == 0 ? null : Write(made, settings, noted), Fictitious = noted.Count(IsFictitious) };

    private bool IsFictitious(Dossier dossier) => organisation.IsFictitious(dossier.Record.Certification, dossier.Title.Award.DecidedAt);

    /// <returns>Those that are in this file and no other.</returns>
    private async Task<IReadOnlyList<Dossier>> NoteAsync(TitlesFile made, bool again, string actor, CancellationToken cancellation)
    {
        var noted = new List<Dossier>();
        foreach (var dossier in made.Sent)
        {
            var outcome = await store.ExecuteAsync(
                Aggregates.Transmissions,
                dossier.Record.Id,
                new Command("accrochage.export", actor),
                known => TransmissionVerbs.Export(known!, dossier.Title.Id, made.Flux, made.At, again),
                ct: cancellation);
            if (outcome.Refusal is null)
            {
                noted.Add(dossier);
            }
        }

        return noted;
    }

    /// <summary>The file with as many titles as fit, and those.</summary>
    internal static (byte[] File, IReadOnlyList<T> Sent) Fitting<T>(IReadOnlyList<T> all, Func<IReadOnlyList<T>, byte[]> write, int most = Most)
    {
        var some = all;
        var file = write(some);
        while (file.Length > most && some.Count > 1)
        {
            some = [.. some.Take(some.Count / 2)];
            file = write(some);
        }

        return (file, some);
    }

    private Passage ToPassage(Dossier dossier) => new(
        dossier.Title.Id,
        CodeOf(dossier),
        AccessMode.Of(dossier.Record.Route)!,
        DateOnly.FromDateTime(dossier.Title.Award.DecidedAt.In(organisation.TimeZone)),
        dossier.Transmission.Birth!.Data);

    private string? WhyNot(Dossier dossier) => dossier switch
    {
        { Transmission.Birth: null } => "Export.NoBirth",
        _ when AccessMode.Of(dossier.Record.Route) is null => "Export.UnknownRoute",
        _ when !Code().IsMatch(CodeOf(dossier)) => "Export.NotRegistered",
        _ => null,
    };

    private string CodeOf(Dossier dossier) => organisation.Certification(dossier.Record.Certification).Code;

    [GeneratedRegex(@"\A(RNCP|RS)[0-9]{1,90}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
