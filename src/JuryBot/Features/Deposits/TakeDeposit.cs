using System.Collections.Immutable;
using System.Security.Cryptography;
using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Awards;
using JuryBot.Domain.Deposits;
using JuryBot.Domain.Exams;
using JuryBot.Domain.People;
using JuryBot.Identity;
using JuryBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace JuryBot.Features.Deposits;

/// <summary>POST /api/sittings/{id}/deposits/{candidate}: a candidate deposits files, for their whole group where they
/// are of one, or the coordination on their behalf, with a reason. The form has the
/// files under <c>files</c> and the <c>reason</c>. All of it is taken or nothing; each file that is not is named with the rule.</summary>
internal sealed class TakeDeposit(Store store, Blobs blobs, DepositSettings settings, OrganisationSettings organisation, RefusalTexts texts, TimeProvider time)
{
    public const string Files = "files", Reason = "reason";

    // Longer than the largest deposit takes on a poor line: who keeps a request open past the deadline does not write on in the meantime.
    private static readonly TimeSpan LongestUpload = TimeSpan.FromMinutes(30);

    /// <summary>The form, for the API's document: it is read by hand.</summary>
    public static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var text = new OpenApiSchema { Type = JsonSchemaType.String };
        var form = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Required = new HashSet<string> { Files },
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                [Files] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } },
                [Reason] = text,
            },
        };
        operation.RequestBody = new OpenApiRequestBody { Required = true, Content = new Dictionary<string, OpenApiMediaType> { ["multipart/form-data"] = new() { Schema = form } } };
        return Task.CompletedTask;
    }

    public async Task<Results<NoContent, NotFound, Refused>> HandleAsync(string id, string candidate, HttpContext http)
    {
        // A deposit is in time that began to arrive in time.
        var (caller, at) = (http.Caller(), time.GetUtcNow());
        if (caller.Person.Id != candidate && !caller.Is(PersonRole.Coordinator))
        {
            return texts.Problem(new Refusal("NotAllowed"), caller, StatusCodes.Status403Forbidden);
        }

        if (await store.ReadAsync(Aggregates.Sittings, id, http.RequestAborted) is not { } sitting || sitting.Exam(candidate) is null)
        {
            return TypedResults.NotFound();
        }

        var (sent, unreadable) = await ReadAsync(http);
        var refusal = unreadable ?? await TakeAsync(sitting, candidate, caller.Command("deposit.add"), sent!, at, http.RequestAborted);
        return refusal is null ? TypedResults.NoContent() : texts.Problem(refusal, caller, refusal.Rule == "DepositRequest" ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status409Conflict);
    }

    /// <summary>The form that was sent, or why it cannot be read.</summary>
    public async Task<(IFormCollection? Sent, Refusal? Refusal)> ReadAsync(HttpContext http)
    {
        try
        {
            return (http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : FormCollection.Empty, null);
        }
        catch (Exception unreadable) when (unreadable is BadHttpRequestException or InvalidDataException or IOException)
        {
            return (null, new Refusal("DepositRequest", settings.LargestMegabytes));
        }
    }

    /// <summary>Keeps what was sent, or says why not; then nothing is kept.</summary>
    /// <param name="at">When it began to arrive.</param>
    public async Task<Refusal?> TakeAsync(Sitting sitting, string candidate, Command command, IFormCollection sent, DateTimeOffset at, CancellationToken cancellation)
    {
        var (by, reason) = (command.Actor, sent[Reason].ToString());
        var arrived = time.GetUtcNow();
        at = arrived - at > LongestUpload ? arrived : at;

        // As it is now that everything has arrived: it may have been cancelled or decided meanwhile.
        sitting = await store.ReadAsync(Aggregates.Sittings, sitting.Id, cancellation) ?? sitting;
        if (DepositVerbs.WhyNotDeposit(sitting, candidate, by, reason, at) is { } closed)
        {
            return closed;
        }

        var files = sent.Files.GetFiles(Files).Take(DepositVerbs.MostFiles + 1).ToList();
        var (kept, refused) = Check(files);
        if (refused is not null)
        {
            return refused;
        }

        var keptBy = DepositVerbs.KeptBy(sitting, sitting.Exam(candidate)!);
        // Asked before the files are kept, so that a refused deposit leaves nothing behind.
        var record = await store.ReadAsync(Aggregates.Candidates, candidate, cancellation);
        Decision<CandidateDeposits> Decide(CandidateDeposits? known) =>
            record is not { ErasedAt: null } ? new Refusal("NotYours") : DepositVerbs.Add(known, sitting, candidate, record, kept, by, reason, organisation.CertificationOf(sitting), at);
        if (Decide(await store.ReadAsync(Aggregates.Deposits, keptBy, cancellation)).Refusal is { } refusal)
        {
            return refusal;
        }

        foreach (var (file, taken) in files.Zip(kept))
        {
            await using var content = file.OpenReadStream();
            await blobs.PutAsync(Blobs.Deposited(keptBy, sitting.Session) + taken.Sha256, content, cancellation);
        }

        // The files are there: whoever went away meanwhile has deposited them.
        var outcome = await store.ExecuteAsync(Aggregates.Deposits, keptBy, command, Decide, ct: CancellationToken.None);
        // What was deposited for a group stays the others'.
        return keptBy == candidate && await WasErasedAsync(candidate, CancellationToken.None) ? new Refusal("NotYours") : outcome.Refusal;
    }

    // Erased while the files were kept: what the erasure did not find any more goes as well.
    private async Task<bool> WasErasedAsync(string candidate, CancellationToken cancellation)
    {
        if (await store.ReadAsync(Aggregates.Candidates, candidate, cancellation) is not { ErasedAt: not null })
        {
            return false;
        }

        await blobs.DeleteAllAsync(Blobs.Deposited(candidate), cancellation);
        while (await store.ReadAsync(Aggregates.Deposits, candidate, cancellation) is { Deposits.IsEmpty: false })
        {
            await store.ExecuteAsync(Aggregates.Deposits, candidate, new Command("deposit.erase", candidate), known => DepositVerbs.Erase(known!), ct: cancellation);
        }

        return true;
    }

    private (ImmutableList<DepositedFile> Files, Refusal? Refusal) Check(List<IFormFile> files)
    {
        var (kept, faults) = (ImmutableList.CreateBuilder<DepositedFile>(), new List<Refusal>());
        foreach (var file in files)
        {
            using var content = file.OpenReadStream();
            var name = FileNames.Safe(file.FileName);
            var (type, fault) = FileContent.Check(name, content);
            if (fault is not null)
            {
                faults.Add(fault);
                continue;
            }

            content.Position = 0;
            kept.Add(new DepositedFile(name, type!, content.Length, Convert.ToHexStringLower(SHA256.HashData(content))));
        }

        if (files.Sum(file => file.Length) is var sum && sum > settings.LargestBytes)
        {
            var largest = files.MaxBy(file => file.Length)!;
            faults.Add(new Refusal("DepositTooLarge", Megabytes(sum), settings.LargestMegabytes, FileNames.Safe(largest.FileName), Megabytes(largest.Length)));
        }

        return (kept.ToImmutable(), faults.Count == 0 ? null : new Refusal("DepositRefused") { Details = faults });

        static double Megabytes(long bytes) => Math.Round(bytes / 1024.0 / 1024, 1, MidpointRounding.ToPositiveInfinity);
    }
}
