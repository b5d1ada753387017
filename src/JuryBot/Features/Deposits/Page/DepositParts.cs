using System.Globalization;
using JuryBot.Configuration;
using JuryBot.Domain;
using JuryBot.Domain.Deposits;
using JuryBot.Domain.Exams;
using JuryBot.Domain.People;
using JuryBot.Pages;

namespace JuryBot.Features.Deposits.Page;

/// <summary>Pieces that the two pages of deposits share.</summary>
internal sealed class DepositParts(PersonalPages pages, OrganisationSettings organisation, RefusalTexts refusals)
{
    private static readonly Texts Texts = Texts.Of("Features.Deposits");

    public static string T(string language, string key, params object?[] arguments) => Texts.Get(language, key, arguments);

    public string Jury(Sitting sitting, string language) => DepositCard.Jury(sitting, organisation.CertificationOf(sitting), language);

    public string? Mark(Sitting sitting, string language) => organisation.Mark(sitting, language);

    /// <summary>The last version with its files to save, and the earlier ones folded away.</summary>
    /// <param name="address">Of the page below which the files are, without a slash at its end.</param>
    /// <param name="names">Of those who deposited for their group.</param>
    public Html Versions(IReadOnlyList<Deposit> deposits, string address, Person reader, IReadOnlyDictionary<string, string> names)
    {
        if (deposits.Count == 0)
        {
            return $"<p>{T(reader.Language, "Nothing")}</p>";
        }

        return $"{Version(deposits[^1], address, reader, names)}{(deposits.Count == 1 ? Html.Empty : Earlier(deposits, address, reader, names))}";
    }

    /// <summary>A refusal with its single faults, each naming its file.</summary>
    public Html Fault(Refusal fault, string language) =>
        $"<div class=\"notice bad\" role=\"alert\" tabindex=\"-1\" autofocus><p>{refusals.Say(fault, language)}</p>{(fault.Details.Count == 0 ? Html.Empty : List(fault.Details, language))}</div>";

    /// <summary>Answers with a file, or says that it is not whole, or that there is nothing there.</summary>
    public async Task AnswerAsync(HttpContext http, Visit visit, Sitting sitting, IResult? file, Refusal? refusal)
    {
        if (file is not null)
        {
            await file.ExecuteAsync(http);
        }
        else if (refusal is not null)
        {
            await pages.ShowAsync(http, visit.Language, T(visit.Language, "Title"), Fault(refusal, visit.Language), Mark(sitting, visit.Language), StatusCodes.Status500InternalServerError);
        }
        else
        {
            await pages.GoneAsync(http);
        }
    }

    private Html Earlier(IReadOnlyList<Deposit> deposits, string address, Person reader, IReadOnlyDictionary<string, string> names) =>
        $"<details><summary>{T(reader.Language, "Earlier", deposits.Count - 1)}</summary>{deposits.Reverse().Skip(1).Select(d => Version(d, address, reader, names))}</details>";

    private Html Version(Deposit deposit, string address, Person reader, IReadOnlyDictionary<string, string> names) => $"""
        <p><strong>{T(reader.Language, "Version", deposit.Version)}</strong> <span class="quiet">{T(reader.Language, deposit.Reason is not null ? "AtOnBehalf" : deposit.Shared is not null ? "AtBy" : "At", deposit.At.Long(organisation.ZoneOf(reader), reader.Language), names.GetValueOrDefault(deposit.By))}</span></p>
        <ul>{deposit.Files.Select((file, i) => (Html)$"<li><a href=\"{address}/{deposit.Version}/{i + 1}\" download>{Html.Name(file.Name)}</a> <span class=\"quiet\">{Size(file.Size, reader.Language)}</span></li>")}</ul>
        """;

    private Html List(IReadOnlyList<Refusal> faults, string language) => $"<ul>{faults.Select(fault => (Html)$"<li>{refusals.Say(fault, language)}</li>")}</ul>";

    private static string Size(long bytes, string language) => bytes < 1024 * 1024
        ? T(language, "Size.K", Math.Max(1, bytes / 1024))
        : T(language, "Size.M", (bytes / 1024.0 / 1024).ToString("0.0", JuryBot.Texts.Culture(language)));
}
