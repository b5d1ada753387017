using System.Collections.Immutable;
using System.Globalization;
using JuryBot.Domain.Certifications;
using NodaTime;

namespace JuryBot.Configuration;

/// <summary>The school or certifier. Section <c>Organisation</c>.</summary>
public sealed record OrganisationSettings
{
    public required string Name { get; init; }

    /// <summary>Mail address or telephone number under which candidates reach the school; <c>null</c> when it told none.</summary>
    public string? Contact { get; init; }

    /// <summary>Whom a candidate turns to: the name, with the contact when there is one.</summary>
    public string Reached => Contact is null ? Name : $"{Name} ({Contact})";

    /// <summary><c>fr</c> (default) or <c>en</c>: for people who have not said theirs.</summary>
    public required string Language { get; init; }

    /// <summary>Zone of the sittings' local times and of people who have not said theirs; default Europe/Paris.</summary>
    public required DateTimeZone TimeZone { get; init; }

    /// <summary>The certifications juries can be held for, by id: the built-in one and those of <c>CertificationsFolder</c>.</summary>
    public required ImmutableSortedDictionary<string, Certification> Certifications { get; init; }

    /// <summary>Whether the chair's vote settles a tie on every route (default false); on VAE it does by decree (D6412-6).</summary>
    public bool CastingVote { get; init; }

    /// <summary>Whether a member may abstain in a vote (default true); an abstention counts for neither side.</summary>
    public bool Abstentions { get; init; } = true;

    /// <summary>Whether a candidate who sees their assessment is told which member wrote what (default false).</summary>
    public bool NameJurors { get; init; }

    /// <summary>Whether a sitting opens only once the members present have signed their declarations of independence (default false: the certification
    /// sheet asks for one and makes it no condition of validity; the chair is shown who has not signed, and the coordinator too). When true, jurors are
    /// asked for it by a message of its own besides the convocation.</summary>
    public bool RequireDeclarations { get; init; }

    /// <summary>Folder of Word templates that take the place of JuryBot's, by file name; <c>null</c> for none.</summary>
    public string? TemplatesFolder { get; init; }

    /// <summary>Who signs certificates and parchments; <c>null</c> leaves the name to be written by hand.</summary>
    public string? Signatory { get; init; }

    /// <summary>Who signs them by delegation; <c>null</c> when nobody does.</summary>
    public string? SignatoryDelegate { get; init; }

    public Certification Certification(string id) => Certifications.TryGetValue(id, out var found)
        ? found
        : throw new KeyNotFoundException($"Certification {id} is not configured; its document must stay in the folder as long as sittings refer to it.");

    /// <summary>The certification a sitting is held under, with the synthesis block as it was set then.</summary>
    public Certification CertificationOf(Domain.Exams.Sitting sitting) => Certification(sitting.Certification).With(synthesisBlock: sitting.SynthesisBlock);

    internal static OrganisationSettings Read(IConfigurationSection section, List<string> problems)
    {
        var language = section["Language"] ?? "fr";
        if (language is not ("fr" or "en"))
        {
            problems.Add($"Organisation:Language is '{language}': give fr or en.");
        }

        var zoneName = section["TimeZone"] ?? "Europe/Paris";
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(zoneName);
        if (zone is null)
        {
            problems.Add($"Organisation:TimeZone is '{zoneName}': give an IANA zone such as Europe/Paris.");
        }

        var name = section["Name"];
        if (string.IsNullOrWhiteSpace(name))
        {
            problems.Add("Organisation:Name is missing: give the name of the school or certifier.");
        }

        return new OrganisationSettings
        {
            Name = name ?? "",
            Contact = Said(section[nameof(Contact)]),
            Language = language,
            TimeZone = zone ?? DateTimeZone.Utc,
            Certifications = ReadCertifications(section, problems),
            CastingVote = ReadSwitch(section, nameof(CastingVote), problems),
            Abstentions = ReadSwitch(section, nameof(Abstentions), problems, otherwise: true),
            NameJurors = ReadSwitch(section, nameof(NameJurors), problems),
            RequireDeclarations = ReadSwitch(section, nameof(RequireDeclarations), problems),
            TemplatesFolder = ReadFolder(section, nameof(TemplatesFolder), problems),
            Signatory = Said(section[nameof(Signatory)]),
            SignatoryDelegate = Said(section[nameof(SignatoryDelegate)]),
        };
    }

    private static string? Said(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static string? ReadFolder(IConfigurationSection section, string key, List<string> problems)
    {
        var folder = Said(section[key]);
        if (folder is not null && !Directory.Exists(folder))
        {
            problems.Add($"Organisation:{key} is '{folder}': there is no such folder.");
        }

        return folder;
    }

    private static bool ReadSwitch(IConfigurationSection section, string key, List<string> problems, bool otherwise = false)
    {
        if (bool.TryParse(section[key] ?? (otherwise ? "true" : "false"), out var on))
        {
            return on;
        }

        problems.Add($"Organisation:{key} is '{section[key]}': give true or false.");
        return otherwise;
    }

    private static ImmutableSortedDictionary<string, Certification> ReadCertifications(IConfigurationSection section, List<string> problems)
    {
        var certifications = ImmutableSortedDictionary.CreateBuilder<string, Certification>(StringComparer.Ordinal);
        var builtIn = JuryBot.Domain.Certifications.Certification.Rncp31168;
        certifications[builtIn.Id] = Adapt(builtIn, section, problems);
        if (ReadFolder(section, "CertificationsFolder", problems) is not { } folder || !Directory.Exists(folder))
        {
            return certifications.ToImmutable();
        }

        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            try
            {
                var certification = JuryBot.Domain.Certifications.Certification.Parse(File.ReadAllText(file));
                certifications[certification.Id] = certification;
            }
            catch (CertificationDocumentException wrong)
            {
                problems.AddRange(wrong.Problems.Select(p => $"{Path.GetFileName(file)}: {p.Path}: {p.Reason}"));
            }
        }

        return certifications.ToImmutable();
    }

    // What the organisation settles about the built-in certification: synthesis block, renewals, size of intermediate juries.
    private static Certification Adapt(Certification certification, IConfigurationSection section, List<string> problems)
    {
        var synthesis = section["SynthesisBlock"] ?? certification.SynthesisBlock;
        if (certification.Blocks.All(b => b.Id != synthesis))
        {
            problems.Add($"Organisation:SynthesisBlock is '{synthesis}': give one of {string.Join(", ", certification.Blocks.Select(b => b.Id))}.");
            synthesis = certification.SynthesisBlock;
        }

        if (!int.TryParse(section["IntermediateMinimum"] ?? "2", NumberStyles.None, CultureInfo.InvariantCulture, out var minimum) || minimum < 1)
        {
            problems.Add($"Organisation:IntermediateMinimum is '{section["IntermediateMinimum"]}': give a whole number from 1.");
            minimum = 2;
        }

        var renewals = new List<Registration>();
        foreach (var renewal in section.GetSection("Registrations").GetChildren())
        {
            if (DateOnly.TryParseExact(renewal["From"], "yyyy-MM-dd", out var from) && DateOnly.TryParseExact(renewal["To"], "yyyy-MM-dd", out var to)
                && from <= to && renewal["Act"] is { Length: > 0 } act)
            {
                renewals.Add(new Registration(from, to, act, bool.TryParse(renewal["Fictitious"], out var fictitious) && fictitious));
            }
            else
            {
                problems.Add($"{renewal.Path} needs From and To (yyyy-MM-dd, in order) and Act.");
            }
        }

        return certification.With(synthesis, renewals, minimum);
    }
}
