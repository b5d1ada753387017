using System.Text.RegularExpressions;
using Azure;
using JuryBot.Configuration;
using JuryBot.Domain.Transmissions;
using JuryBot.Storage;

namespace JuryBot.Features.Accrochage;

/// <summary><c>accrochage export</c>: writes the titles to transmit into a file, and then remembers that they are in it.</summary>
internal sealed partial class ExportTitles(Dossiers dossiers, Store store, OrganisationSettings organisation, AccrochageSettings settings, TimeProvider time)
{
    public const int NothingToSend = 2, LeftOut = 3;

    /// <summary>Bytes the Caisse des Dépôts takes in one file.</summary>
    public const int Most = 200_000_000;

    private static readonly Texts Texts = Texts.Of("Features.Accrochage");

    /// <param name="again">Also what waits for its receipt.</param>
    /// <returns>The exit code: 0 when every title to send is in the file, <see cref="NothingToSend"/> without a file, <see cref="LeftOut"/> when one
    /// could not be sent, 1 when nothing could be written.</returns>
    public async Task<int> RunAsync(string path, bool again, string language, Terminal terminal, CancellationToken cancellation)
    {
        if ((File.Exists(path) ? Texts.Get(language, "Export.FileExists") : OutputFile.Wrong(path, language)) is { } wrong)
        {
            terminal.Complain($"{path}: {wrong}");
            return 1;
        }

        var owed = (await dossiers.ListAsync(cancellation)).Where(dossier => dossier.IsOwed).ToList();
        var wanted = owed.Where(dossier => dossier.Standing.IsToSend(again)).ToList();
        if (owed.Count > wanted.Count)
        {
            terminal.Complain(Texts.Get(language, "Export.Waiting", owed.Count - wanted.Count));
        }

        var sendable = wanted.Where(dossier => WhyNot(dossier) is null).ToList();
        foreach (var dossier in wanted.Except(sendable))
        {
            terminal.Complain(Texts.Get(language, WhyNot(dossier)!, dossier.Record.Name, dossier.Record.Id, dossier.DueOn(organisation.TimeZone).ToString("d MMMM yyyy", Texts.Culture(language))));
        }

        var code = wanted.Count > sendable.Count ? LeftOut : 0;
        if (sendable.Count == 0)
        {
            terminal.Say(Texts.Get(language, "Export.Nothing"));
            return code == 0 ? NothingToSend : code;
        }

        return await SendAsync(sendable, path, language, terminal, cancellation) ? code : 1;
    }

    private async Task<bool> SendAsync(List<Dossier> sendable, string path, string language, Terminal terminal, CancellationToken cancellation)
    {
        var (flux, now) = (Guid.NewGuid().ToString(), time.GetUtcNow());
        var fictitious = sendable.Count(dossier => organisation.IsFictitious(dossier.Record.Certification, dossier.Title.Award.DecidedAt));
        var mark = Fictitious.Mark(fictitious > 0, organisation.Language);
        var (file, sent) = Fitting(sendable, some => FluxFile.Write(flux, mark, NodaTime.Instant.FromDateTimeOffset(now).InZone(organisation.TimeZone).ToDateTimeOffset(), settings, [.. some.Select(ToPassage)]));
        if (FluxCheck.Faults(file) is { Count: > 0 } faults)
        {
            faults.ToList().ForEach(fault => terminal.Complain(Texts.Get(language, "Export.Invalid", fault)));
            return false;
        }

        if (!OutputFile.Write(path, file, language, terminal))
        {
            return false;
        }

        terminal.Say(Texts.Get(language, "Export.Written", path, sent.Count, flux));
        if (fictitious > 0)
        {
            terminal.Complain(Texts.Get(language, "Export.Fictitious", fictitious));
        }

        try
        {
            await NoteAsync(sent, flux, now, cancellation);
        }
        catch (RequestFailedException)
        {
            terminal.Complain(Texts.Get(language, "Export.NotNoted"));
            throw;
        }

        if (sent.Count < sendable.Count)
        {
            terminal.Complain(Texts.Get(language, "Export.Rest", sendable.Count - sent.Count));
        }

        return true;
    }

    private async Task NoteAsync(IEnumerable<Dossier> sent, string flux, DateTimeOffset at, CancellationToken cancellation)
    {
        foreach (var dossier in sent)
        {
            await store.ExecuteAsync(
                Aggregates.Transmissions,
                dossier.Record.Id,
                new Command("accrochage.export", AccrochageCommand.Actor),
                known => TransmissionVerbs.Export(known!, dossier.Title.Id, flux, at),
                ct: cancellation);
        }
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
