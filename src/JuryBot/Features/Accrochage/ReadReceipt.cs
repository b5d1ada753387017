using System.Security.Cryptography;
using JuryBot.Domain;
using JuryBot.Domain.Transmissions;
using JuryBot.Identity;
using JuryBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JuryBot.Features.Accrochage;

/// <param name="Good">False of what somebody should look at.</param>
internal sealed record ReceiptLine(bool Good, string Text);

/// <summary>What a receipt said, title by title.</summary>
/// <param name="Unknown">How many are of no title of ours.</param>
/// <param name="Whole">Every title is recorded, and nothing else is said.</param>
internal sealed record ReceiptReport(IReadOnlyList<ReceiptLine> Lines, int Accepted, int Refused, int Unknown, bool Whole);

/// <summary><c>accrochage receipt</c> and POST /api/accrochage/receipts: reads what became of the titles that were sent. The same receipt again changes nothing.</summary>
internal sealed class ReadReceipt(Dossiers dossiers, Store store, TimeProvider time)
{
    public const int NotAllAccepted = 4;

    /// <summary>Bytes a receipt may have over HTTP.</summary>
    public const long SizeLimit = 64 * 1024 * 1024;

    private static readonly Texts Texts = Texts.Of("Features.Accrochage");

    /// <returns>The exit code: 0 when every title is recorded, <see cref="NotAllAccepted"/> when one is refused or unknown, 1 when it is no receipt.</returns>
    public async Task<int> RunAsync(string path, string language, Terminal terminal, CancellationToken cancellation)
    {
        if (GivenFile.Read(path, language, terminal) is not { } file)
        {
            return 1;
        }

        ReceiptReport report;
        try
        {
            report = await TakeAsync(file, AccrochageCommand.Actor, language, cancellation);
        }
        catch (ReceiptException wrong)
        {
            terminal.Complain($"{path}({wrong.Line},{wrong.Column}): {Texts.Get(language, $"Receipt.{wrong.Message}")}");
            return 1;
        }

        foreach (var line in report.Lines)
        {
            (line.Good ? (Action<string>)terminal.Say : terminal.Complain)(line.Text);
        }

        terminal.Say(Texts.Get(language, "Receipt.Summary", report.Accepted, report.Refused, report.Unknown));
        return report.Whole ? 0 : NotAllAccepted;
    }

    public async Task<Results<Ok<ReceiptReport>, Refused>> PostAsync(IFormFile file, RefusalTexts refusals, HttpContext http)
    {
        var caller = http.Caller();
        using var content = new MemoryStream();
        await file.CopyToAsync(content, http.RequestAborted);
        try
        {
            return TypedResults.Ok(await TakeAsync(content.ToArray(), caller.Person.Id, caller.Language, http.RequestAborted));
        }
        catch (ReceiptException wrong)
        {
            var refusal = new Refusal("ReceiptWrong", file.FileName, wrong.Line, wrong.Column, Texts.Get(caller.Language, $"Receipt.{wrong.Message}"));
            return refusals.Problem(refusal, caller, StatusCodes.Status422UnprocessableEntity);
        }
    }

    private async Task<ReceiptReport> TakeAsync(byte[] file, string actor, string language, CancellationToken cancellation)
    {
        var receipt = ReceiptFile.Read(file);
        var lines = receipt.Messages.Select(message => new ReceiptLine(false, Texts.Get(language, "Receipt.Message", message))).ToList();
        var hash = Convert.ToHexStringLower(SHA256.HashData(file));
        var known = (await dossiers.ListAsync(cancellation)).ToDictionary(dossier => dossier.Title.Id, StringComparer.Ordinal);
        foreach (var passage in receipt.Passages)
        {
            lines.AddRange(known.TryGetValue(passage.IdTechnique, out var dossier)
                ? await TakeAsync(passage, dossier, hash, actor, language, cancellation)
                : [new(false, Texts.Get(language, "Receipt.Unknown", passage.IdTechnique))]);
        }

        var accepted = receipt.Passages.Count(passage => passage.Accepted && known.ContainsKey(passage.IdTechnique));
        var unknown = receipt.Passages.Count(passage => !known.ContainsKey(passage.IdTechnique));
        return new(lines, accepted, receipt.Passages.Count - accepted - unknown, unknown, accepted == receipt.Passages.Count && receipt.Messages.Count == 0);
    }

    private async Task<IReadOnlyList<ReceiptLine>> TakeAsync(ReceiptPassage passage, Dossier dossier, string receipt, string actor, string language, CancellationToken cancellation)
    {
        var repeated = dossier.Standing.Answers.Exists(answer => answer.Receipt == receipt);
        var name = $"{dossier.Record.Name} ({passage.IdTechnique})";
        await store.ExecuteAsync(
            Aggregates.Transmissions,
            dossier.Record.Id,
            new Command("accrochage.receipt", actor),
            known => TransmissionVerbs.Receive(known, dossier.Record.Id, passage.IdTechnique, receipt, passage.Accepted, passage.Message, time.GetUtcNow()),
            ct: cancellation);
        var again = repeated ? Texts.Get(language, "Receipt.ReadBefore") : "";
        if (passage.Accepted)
        {
            var recorded = new ReceiptLine(true, Texts.Get(language, "Receipt.Accepted", name) + again);
            return dossier.Title.Award.Annulled is null ? [recorded]
                : [recorded, new(false, $"{name}{Texts.Colon(language)}{AnnulledTitles.ToDo(TransmissionState.Accepted, language)}")];
        }

        var hints = dossier.Standing.State == TransmissionState.Accepted ? [] : ReceiptHints.Of(passage.Message);
        return [new(false, Texts.Get(language, "Receipt.Refused", name, passage.Message) + again), .. hints.Select(hint => new ReceiptLine(false, $"  → {Texts.Get(language, $"Hint.{hint}")}"))];
    }
}
