using System.Security.Cryptography;
using JuryBot.Domain.Transmissions;
using JuryBot.Storage;

namespace JuryBot.Features.Accrochage;

/// <summary><c>accrochage receipt</c>: reads what became of the titles that were sent.</summary>
internal sealed class ReadReceipt(Dossiers dossiers, Store store, TimeProvider time)
{
    public const int NotAllAccepted = 4;

    private static readonly Texts Texts = Texts.Of("Features.Accrochage");

    /// <returns>The exit code: 0 when every title is recorded, <see cref="NotAllAccepted"/> when one is refused or unknown, 1 when it is no receipt.</returns>
    public async Task<int> RunAsync(string path, string language, Terminal terminal, CancellationToken cancellation)
    {
        if (GivenFile.Read(path, language, terminal) is not { } file)
        {
            return 1;
        }

        ReceiptFile receipt;
        try
        {
            receipt = ReceiptFile.Read(file);
        }
        catch (ReceiptException wrong)
        {
            terminal.Complain($"{path}({wrong.Line},{wrong.Column}): {Texts.Get(language, $"Receipt.{wrong.Message}")}");
            return 1;
        }

        foreach (var message in receipt.Messages)
        {
            terminal.Complain(Texts.Get(language, "Receipt.Message", message));
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(file));
        var known = (await dossiers.ListAsync(cancellation)).ToDictionary(dossier => dossier.Title.Id, StringComparer.Ordinal);
        foreach (var passage in receipt.Passages)
        {
            if (known.TryGetValue(passage.IdTechnique, out var dossier))
            {
                await TakeAsync(passage, dossier, hash, language, terminal, cancellation);
            }
            else
            {
                terminal.Complain(Texts.Get(language, "Receipt.Unknown", passage.IdTechnique));
            }
        }

        var accepted = receipt.Passages.Count(passage => passage.Accepted && known.ContainsKey(passage.IdTechnique));
        var unknown = receipt.Passages.Count(passage => !known.ContainsKey(passage.IdTechnique));
        terminal.Say(Texts.Get(language, "Receipt.Summary", accepted, receipt.Passages.Count - accepted - unknown, unknown));
        return accepted == receipt.Passages.Count && receipt.Messages.Count == 0 ? 0 : NotAllAccepted;
    }

    private async Task TakeAsync(ReceiptPassage passage, Dossier dossier, string receipt, string language, Terminal terminal, CancellationToken cancellation)
    {
        var repeated = dossier.Standing.Answers.Exists(answer => answer.Receipt == receipt);
        var name = $"{dossier.Record.Name} ({passage.IdTechnique})";
        await store.ExecuteAsync(
            Aggregates.Transmissions,
            dossier.Record.Id,
            new Command("accrochage.receipt", AccrochageCommand.Actor),
            known => TransmissionVerbs.Receive(known, dossier.Record.Id, passage.IdTechnique, receipt, passage.Accepted, passage.Message, time.GetUtcNow()),
            ct: cancellation);
        var again = repeated ? Texts.Get(language, "Receipt.ReadBefore") : "";
        if (passage.Accepted)
        {
            terminal.Say(Texts.Get(language, "Receipt.Accepted", name) + again);
            if (dossier.Title.Award.Annulled is not null)
            {
                terminal.Complain($"{name}{Texts.Colon(language)}{AnnulledTitles.ToDo(TransmissionState.Accepted, language)}");
            }

            return;
        }

        terminal.Complain(Texts.Get(language, "Receipt.Refused", name, passage.Message) + again);
        foreach (var hint in dossier.Standing.State == TransmissionState.Accepted ? [] : ReceiptHints.Of(passage.Message))
        {
            terminal.Complain($"  → {Texts.Get(language, $"Hint.{hint}")}");
        }
    }
}
