using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Documents;
using JuryBot.Features.Documents.Word;
using JuryBot.Identity;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JuryBot.Features.Documents;

/// <param name="Folder">Whether the organisation has a folder of its own.</param>
internal sealed record ShownTemplates(bool Folder, IEnumerable<ShownTemplate> Templates);

/// <param name="Own">Whether it is the organisation's.</param>
/// <param name="Faults">Why no document is made from it.</param>
internal sealed record ShownTemplate(string File, DocumentKind Kind, string Language, bool Own, IEnumerable<ShownTemplateFault> Faults);

/// <param name="Control">The content control's tag, or what of the file breaks the rule.</param>
internal sealed record ShownTemplateFault(string? Control, string Rule, string Text);

/// <summary>What would be wrong with a template.</summary>
internal sealed record CheckedTemplate(string File, IEnumerable<ShownTemplateFault> Faults);

/// <summary>GET /api/documents/templates and …/{file}, POST …/checks, for coordinators and the director: the Word templates as they are used, and what would be
/// wrong with another. Nothing is kept: a template that fits goes into the organisation's folder.</summary>
internal sealed class ReadTemplates(Templates templates, OrganisationSettings organisation, RefusalTexts refusals)
{
    /// <summary>Bytes a template may have over HTTP: enough for one that is too large to be told so.</summary>
    public const long SizeLimit = 8 * 1024 * 1024;

    private static readonly Texts Texts = Texts.Of("Features.Documents");

    public Ok<ShownTemplates> List(HttpContext http) => TypedResults.Ok(new ShownTemplates(
        Folder: organisation.TemplatesFolder is not null,
        Templates: Templates.All.Select(template => new ShownTemplate(
            File: Templates.FileOf(template.Kind, template.Language),
            template.Kind,
            template.Language,
            Own: templates.IsOwn(template.Kind, template.Language),
            Faults: FaultsOf(template.Kind, template.Language, http.Caller().Language)))));

    public IResult Download(string file)
    {
        if (!Find(file, out var template))
        {
            return Results.NotFound();
        }

        try
        {
            return Results.File(templates.Get(template.Kind, template.Language), Answers.Word, file);
        }
        catch (TemplateRefusedException)
        {
            return Results.NotFound();
        }
    }

    public async Task<Results<Ok<CheckedTemplate>, Refused>> CheckAsync(IFormFile file, HttpContext http)
    {
        var caller = http.Caller();
        if (!Find(file.FileName, out var template))
        {
            return refusals.Problem(new Refusal("NotATemplate", file.FileName), caller, StatusCodes.Status422UnprocessableEntity);
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content, http.RequestAborted);
        return TypedResults.Ok(new CheckedTemplate(file.FileName, Shown(TemplateCheck.Faults(file.FileName, content.ToArray(), DocumentTags.Of(template.Kind)), caller.Language)));
    }

    private IEnumerable<ShownTemplateFault> FaultsOf(DocumentKind kind, string language, string reader)
    {
        try
        {
            templates.Get(kind, language);
            return [];
        }
        catch (TemplateRefusedException refused)
        {
            return Shown(refused.Faults, reader);
        }
    }

    private static IEnumerable<ShownTemplateFault> Shown(IEnumerable<TemplateFault> faults, string language) =>
        faults.Select(fault => new ShownTemplateFault(fault.Tag is { } tag ? WordText.Clean(tag) : null, fault.Rule, Texts.Get(language, $"Fault.{fault.Rule}", WordText.Clean(fault.Tag ?? ""))));

    private static bool Find(string file, out (DocumentKind Kind, string Language) template)
    {
        template = Templates.All.FirstOrDefault(one => Templates.FileOf(one.Kind, one.Language) == file);
        return template.Language is not null;
    }
}
