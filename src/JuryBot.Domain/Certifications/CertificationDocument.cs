using System.Text.Json;
using JuryBot.Domain.Panels;

namespace JuryBot.Domain.Certifications;

/// <summary>Reads the JSON form of a certification: the properties of <see cref="Certification"/>, in camel case, two languages each text.</summary>
internal static class CertificationDocument
{
    public static Certification Read(string json)
    {
        var problems = new List<DocumentProblem>();
        try
        {
            using var document = JsonDocument.Parse(json);
            var certification = DocumentNode.Read(document.RootElement, "$", problems, Certification);
            if (problems.Count == 0)
            {
                problems.AddRange(CertificationConsistency.Check(certification));
            }

            return problems.Count == 0 ? certification : throw new CertificationDocumentException(problems);
        }
        catch (JsonException exception)
        {
            throw new CertificationDocumentException([new("$", $"is not JSON at line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}")]);
        }
    }

    private static Certification Certification(DocumentNode node) => new()
    {
        Code = node.Text("code"),
        Version = node.Text("version"),
        Title = node.Localized("title"),
        Certifier = node.Text("certifier"),
        Registry = node.Object("registry", Registry)!,
        Sites = node.List("sites", 1, Site),
        Registrations = node.List("registrations", 1, Registration),
        Blocks = node.List("blocks", 1, Block),
        Components = node.OptionalList("components", component => new Component(component.Text("block"), component.Localized("title"))),
        Synthesis = node.Object("synthesis", synthesis => new Synthesis(synthesis.Text("block"), synthesis.Localized("quotation")))!,
        Routes = node.List("routes", 1, Route),
        Intermediate = node.Object("intermediate", jury => Jury(jury, JuryKind.Intermediate))!,
        Final = node.Object("final", jury => Jury(jury, JuryKind.Final))!,
        Ruleset = node.Object("ruleset", Ruleset)!,
        FinalSheet = node.Object("finalSheet", Sheet)!,
        InterviewSheet = node.Object("interviewSheet", Sheet)!,
        Quotations = node.OptionalList("quotations", quotation => new Quotation(quotation.Text("id"), quotation.Translated())),
    };

    private static RegistryIdentity Registry(DocumentNode node) => new()
    {
        Signatory = node.Localized("signatory"),
        Level1969 = node.Text("level1969"),
        LevelEu = node.Whole("levelEu", 1, 8),
        Nsf = node.List("nsf", 0, CodedName),
        Rome = node.List("rome", 0, CodedName),
        Formacodes = node.Texts("formacodes"),
        GraduatesPerYear = node.Whole("graduatesPerYear", 0, 1_000_000),
        Predecessor = node.OptionalObject("predecessor", CodedName),
        Territories = node.OptionalList("territories", territory => new Territory(territory.Localized("name"), territory.FlagOrUnknown("accessible"))),
    };

    private static CodedName CodedName(DocumentNode node) => new(node.Text("code"), node.Localized("name"));

    private static Site Site(DocumentNode node) =>
        new(node.Text("id"), node.Text("name"), node.Text("address"), node.Flag("certifies"), node.Flag("prepares"));

    private static Registration Registration(DocumentNode node)
    {
        var registration = new Registration(node.Day("from"), node.Day("to"), node.Text("act"), Fictitious: false);
        if (registration.To < registration.From && registration.To != default)
        {
            node.Report(node.At("to"), "is before the registration begins");
        }

        return registration;
    }

    private static Block Block(DocumentNode node) => new(
        node.Text("id"),
        node.Localized("title"),
        node.List("competencies", 1, line => new Competency(line.Text("id"), line.Localized("text"))),
        node.List("deliverables", 0, Deliverable),
        node.Localized("modality"),
        node.Flag("groupWork"));

    private static Deliverable Deliverable(DocumentNode node) => new(node.Text("id"), node.Localized("text"));

    private static AccessRoute Route(DocumentNode node)
    {
        var open = node.ReadableFlag("open");
        var route = new AccessRoute
        {
            Id = node.Text("id"),
            Name = node.Localized("name"),
            Quotation = node.Localized("quotation"),
            Open = open ?? false,
            ClosedBecause = node.OptionalLocalized("closedBecause"),
            IntermediateJuries = node.Flag("intermediateJuries"),
            StrictIndependence = node.Flag("strictIndependence"),
            PresidentCastingVote = node.Flag("presidentCastingVote"),
            NextPromotionOnly = node.Flag("nextPromotionOnly"),
        };
        if (open == route.ClosedBecause is not null)
        {
            node.Report(node.At("closedBecause"), "must be given for a closed route, and only for a closed one");
        }

        return route;
    }

    private static JuryDefinition Jury(DocumentNode node, JuryKind kind) => new()
    {
        Kind = kind,
        Quotation = node.Localized("quotation"),
        Minimum = node.Whole("minimum", 1, 30),
        Roles = node.List("roles", 1, role => Role(role, 1, 30)),
        OptionalRoles = node.OptionalList("optionalRoles", role => Role(role, 0, 0)),
    };

    private static PanelRole Role(DocumentNode node, int fewest, int most)
    {
        var external = node.ReadableFlag("external");
        var role = new PanelRole
        {
            Id = node.Text("id"),
            Name = node.Localized("name"),
            Quotation = node.Localized("quotation"),
            Capacity = node.Text("capacity"),
            Count = node.Whole("count", fewest, most),
            External = external ?? false,
            College = College(node),
            AppointedByDirector = node.Flag("appointedByDirector"),
            Chairs = node.Flag("chairs"),
            Institutional = node.Flag("institutional"),
        };
        if (external == role.College is null)
        {
            node.Report(node.At("college"), "must be given for an external role, and only for an external one");
        }

        return role;
    }

    private static College? College(DocumentNode node)
    {
        switch (node.OptionalText("college"))
        {
            case null:
                return null;
            case "employer":
                return Panels.College.Employer;
            case "employee":
                return Panels.College.Employee;
            default:
                node.Report(node.At("college"), "must be employer or employee");
                return Panels.College.Employer;
        }
    }

    private static CompositionRuleset Ruleset(DocumentNode node) => new()
    {
        Id = node.Text("id"),
        MinExternalPercent = node.Whole("minExternalPercent", 1, 100),
        Parity = node.Flag("parity"),
        Quotation = node.Localized("quotation"),
    };

    private static SheetDefinition Sheet(DocumentNode node) => new(
        node.List("criteria", 0, line => new Criterion(line.Text("id"), line.OptionalText("block"), line.Localized("text"))),
        node.List("deliverables", 0, Deliverable));
}
