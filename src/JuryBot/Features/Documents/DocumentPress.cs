using System.Security.Cryptography;
using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Documents;
using JuryBot.Features.Documents.Content;
using JuryBot.Features.Documents.Word;
using JuryBot.Identity;
using JuryBot.Storage;

namespace JuryBot.Features.Documents;

/// <summary>Makes documents and keeps their bytes; hands out what was kept, and nothing else.</summary>
internal sealed partial class DocumentPress(Templates templates, Blobs blobs, OrganisationSettings organisation, RefusalTexts refusals, TimeProvider time, ILogger<DocumentPress> log)
{
    public const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Zip = "application/zip";

    /// <summary>Hash of what a document says, its date of issue and the ledger's head aside.</summary>
    public static string ContentOf(Filling filling) => Hash.Of(CanonicalJson.Of(filling));

    /// <summary>The language asked for, else the one given; a refusal when there is none of that name.</summary>
    public static (string Language, Refusal? Refusal) LanguageOf(DocumentRequest request, string fallback) =>
        request.Language is null or "fr" or "en" ? (request.Language ?? fallback, null) : (fallback, new Refusal("UnknownLanguage", request.Language));

    /// <summary>A document as Word has it.</summary>
    /// <param name="head">Where the ledger stands, for a document that prints it.</param>
    /// <exception cref="TemplateRefusedException">The template breaks a rule.</exception>
    public byte[] Make(DocumentKind kind, string language, Filling filling, LedgerHead? head = null)
    {
        var at = time.GetUtcNow();
        var moment = new Filling
        {
            ["document.date"] = at.In(organisation.TimeZone).ToString("d MMMM yyyy", Texts.Culture(language)),
            ["ledger.sequence"] = head?.Sequence.ToString(Texts.Culture(language)),
            ["ledger.head"] = head?.Hash,
        };
        return TemplateFiller.Fill(templates.Get(kind, language), new DocumentFacts(CommonContent.T(language, $"Title.{kind}"), language, organisation.Name, at), moment, filling);
    }

    /// <summary>Keeps the bytes of a document that is about to be issued.</summary>
    public async Task<IssuedDocument> KeepAsync(string table, string partition, DocumentKind kind, string subject, string language, byte[] bytes, string content, string by, CancellationToken cancellation)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        await blobs.PutAsync(NameOf(table, partition, sha256), BinaryData.FromBytes(bytes), cancellation);
        return new IssuedDocument(kind, subject, language, sha256, content, time.GetUtcNow(), by);
    }

    /// <summary>The bytes as they were issued; <c>null</c> when they are gone or are not those any more.</summary>
    public async Task<byte[]?> ReadAsync(string table, string partition, IssuedDocument document, CancellationToken cancellation)
    {
        var (content, gone) = await blobs.GetWholeAsync(NameOf(table, partition, document.Sha256), document.Sha256, cancellation);
        if (content is null)
        {
            DocumentNotWhole(table, partition, document.Sha256, gone);
        }

        return content?.ToArray();
    }

    /// <summary>The document for download, or why it is not handed out.</summary>
    public async Task<IResult> DownloadAsync(string table, string partition, IssuedDocument document, Caller caller, HttpContext http)
    {
        if (await ReadAsync(table, partition, document, http.RequestAborted) is not { } content)
        {
            return NotWhole(document, caller);
        }

        http.Response.Headers.CacheControl = "no-store";
        return Results.File(content, document.Kind == DocumentKind.Audit ? Zip : Word, FileOf(document));
    }

    public IResult NotWhole(IssuedDocument document, Caller caller) =>
        refusals.Problem(NotWhole(document), caller, StatusCodes.Status500InternalServerError);

    public static Refusal NotWhole(IssuedDocument document) => new("DocumentNotWhole", document.Sha256);

    public static Refusal Wrong(TemplateRefusedException refused, string language) =>
        new("TemplateWrong") { Details = [.. refused.Faults.Select(fault => new Refusal("Because", fault.Say(language)))] };

    /// <summary>A name to save it under: its kind, what it is of, the beginning of its hash.</summary>
    /// <param name="of">Safe in a file's name.</param>
    public static string FileOf(IssuedDocument document, string of = "") =>
        $"{CommonContent.T(document.Language, $"File.{document.Kind}")}{(of.Length == 0 ? "" : $"-{of}")}-{document.Sha256[..8]}{(document.Kind == DocumentKind.Audit ? ".zip" : ".docx")}";

    private static string NameOf(string table, string partition, string sha256) => Blobs.Issued(table, partition) + sha256;

    [LoggerMessage(Level = LogLevel.Error, Message = "Document {Sha256} of {Table}/{Partition} is not as it was issued (gone: {Gone}).")]
    private partial void DocumentNotWhole(string table, string partition, string sha256, bool gone);
}
