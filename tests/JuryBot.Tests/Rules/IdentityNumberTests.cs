using JuryBot.Domain.Awards;
using JuryBot.Domain.People;
using JuryBot.Domain.Transmissions;
using JuryBot.Features.Rosters;

namespace JuryBot.Tests.Rules;

public sealed class IdentityNumberTests
{
    private static readonly string[] Words = ["nir", "ssn", "national", "numerosecu", "socialsecurity", "ine", "passport", "idcard"];

    [Fact]
    public void No_national_identity_number_is_asked_for_anywhere()
    {
        var asked = new[] { typeof(CandidateIdentity), typeof(Enrolment), typeof(Person), typeof(JurorProfile), typeof(BirthData) }.SelectMany(type => type.GetProperties()).Select(property => property.Name)
            .Concat(CandidateRoster.Columns.Concat(JurorRoster.Columns).SelectMany(column => new[] { column.Heading("fr"), column.Heading("en") }))
            .Select(name => name.ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal))
            .ToList();
        Assert.NotEmpty(asked);
        Assert.DoesNotContain(asked, name => Words.Contains(name) || name.Contains("national", StringComparison.Ordinal) || name.Contains("social", StringComparison.Ordinal));
    }
}
