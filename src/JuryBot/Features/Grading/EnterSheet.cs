using System.Security.Cryptography;
using System.Text.Json;
using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Exams;
using JuryBot.Domain.ScoreSheets;
using JuryBot.Identity;
using JuryBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JuryBot.Features.Grading;

/// <summary>POST /api/sittings/{id}/exams/{candidate}/sheets/{juror}: the coordination enters what a juror wrote on paper, with the scan, both named.</summary>
internal sealed class EnterSheet(Store store, Blobs documents, OrganisationSettings organisation, RefusalTexts texts, TimeProvider time)
{
    /// <summary>Bytes of a scan.</summary>
    public const long SizeLimit = 10 * 1024 * 1024;

    private static readonly (string Type, byte[] Starts)[] Kinds = [("application/pdf", "%PDF-"u8.ToArray()), ("image/png", [0x89, 0x50, 0x4E, 0x47]), ("image/jpeg", [0xFF, 0xD8, 0xFF])];

    /// <summary>What a scan may be.</summary>
    public static IEnumerable<string> MediaTypes => Kinds.Select(kind => kind.Type);

    /// <param name="sheet">JSON as <see cref="SheetEntry"/>, judgments in its words (acquired, partly, notAcquired).</param>
    /// <param name="scan">PDF, PNG or JPEG.</param>
    public async Task<Results<NoContent, NotFound, Refused>> HandleAsync(string id, string candidate, string juror, string sheet, IFormFile scan, HttpContext http)
    {
        var caller = http.Caller();
        if (await store.ReadAsync(Aggregates.Sittings, id, http.RequestAborted) is not { } sitting)
        {
            return TypedResults.NotFound();
        }

        if (Read(sheet) is not { } entry)
        {
            return texts.Problem(new Refusal("SheetUnreadable"), caller, StatusCodes.Status400BadRequest);
        }

        var content = await BinaryData.FromStreamAsync(scan.OpenReadStream(), http.RequestAborted);
        if (content.ToMemory().Length > SizeLimit || TypeOf(content.ToMemory()) is null)
        {
            return texts.Problem(new Refusal("ScanRefused", SizeLimit / 1024 / 1024), caller, StatusCodes.Status400BadRequest);
        }

        // Asked before the scan is kept, so that a refused entry leaves nothing behind.
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(content.ToMemory().Span));
        var paper = new PaperScan($"scans/{id}/{sha256}", sha256);
        var certification = organisation.CertificationOf(sitting);
        Decision<Sitting> Decide(Sitting known) => candidate == caller.Person.Id
            ? new Refusal("OwnExam")
            : SheetVerbs.Enter(known, caller.Person.Id, juror, candidate, entry, paper, certification, time.GetUtcNow());
        if (Decide(sitting).Refusal is { } refusal)
        {
            return texts.Problem(refusal, caller);
        }

        await documents.PutAsync(paper.Document, content, http.RequestAborted);
        var outcome = await store.ExecuteAsync(Aggregates.Sittings, id, caller.Command("sheet.enter"), known => Decide(known!), ct: http.RequestAborted);
        return outcome.Refusal is { } late ? texts.Problem(late, caller) : TypedResults.NoContent();
    }

    internal static string? TypeOf(ReadOnlyMemory<byte> content) =>
        Array.Find(Kinds, kind => content.Span.StartsWith(kind.Starts)).Type;

    private static SheetEntry? Read(string sheet)
    {
        try
        {
            return JsonSerializer.Deserialize<SheetEntry>(sheet, Json.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
