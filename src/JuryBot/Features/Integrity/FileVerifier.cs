using JuryBot.Domain.Documents;
using JuryBot.Domain.ScoreSheets;
using JuryBot.Storage;

namespace JuryBot.Features.Integrity;

/// <summary>Checks that every issued document, scan of a paper sheet and deposited file is kept with the SHA-256 that its row holds. What was erased or has reached
/// its term is in no row. May run beside live replicas.</summary>
internal sealed class FileVerifier(Store store, Blobs blobs)
{
    /// <summary>A row whose file does not fit is read again: its file may have been deleted, with the row to follow, while it was read.</summary>
    private const int Readings = 3;

    private sealed record Named(string Blob, string Sha256);

    /// <returns>How many files the rows hold, and the first that is missing or altered, <c>null</c> when all are whole.</returns>
    public async Task<(long Files, string? FirstFault)> VerifyAsync(CancellationToken ct = default)
    {
        var (files, fault) = (0L, (string?)null);
        await WalkAsync(Aggregates.Sittings, sitting =>
        [
            .. Issued(Aggregates.Sittings.Table, sitting.Id, sitting.Documents),
            .. sitting.Exams.SelectMany(exam => exam.Sheets).Select(sheet => sheet.Paper).OfType<PaperScan>().Select(scan => new Named(scan.Document, scan.Sha256)),
        ]);
        await WalkAsync(Aggregates.Candidates, record => Issued(Aggregates.Candidates.Table, record.Id, record.Documents));
        await WalkAsync(Aggregates.Sessions, session => Issued(Aggregates.Sessions.Table, session.Id, session.Documents));
        await WalkAsync(Aggregates.Deposits, kept => kept.Deposits.SelectMany(deposit => deposit.Files.Select(file => new Named(Blobs.Deposited(kept.Candidate, deposit.Session) + file.Sha256, file.Sha256))));
        return (files, fault);

        async Task WalkAsync<T>(Layout<T> layout, Func<T, IEnumerable<Named>> named) where T : class
        {
            await foreach (var partition in store.PartitionsAsync(layout, ct))
            {
                var (count, found) = await CheckAsync(layout, partition, named, ct);
                for (var reading = 1; found is not null && reading < Readings; reading++)
                {
                    (count, found) = await CheckAsync(layout, partition, named, ct);
                }

                (files, fault) = (files + count, fault ?? found);
            }
        }
    }

    private async Task<(int Files, string? Fault)> CheckAsync<T>(Layout<T> layout, string partition, Func<T, IEnumerable<Named>> named, CancellationToken ct) where T : class
    {
        List<Named> files = await store.ReadAsync(layout, partition, ct) is { } state ? [.. named(state).Distinct()] : [];
        foreach (var file in files)
        {
            var hash = await blobs.HashAsync(file.Blob, ct);
            if (hash != file.Sha256)
            {
                return (files.Count, $"{layout.Table}/{partition} file {file.Blob} {(hash is null ? "is missing" : "is not what its row holds")}");
            }
        }

        return (files.Count, null);
    }

    private static IEnumerable<Named> Issued(string table, string partition, IEnumerable<IssuedDocument> documents) =>
        documents.Select(document => new Named(Blobs.Issued(table, partition) + document.Sha256, document.Sha256));
}
