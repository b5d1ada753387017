using JuryBot.Domain.Transmissions;

namespace JuryBot.Domain.Tests.Transmissions;

public sealed class Births
{
    private static readonly DateOnly Today = new(2026, 11, 28);

    internal static readonly BirthData Camille = new() { BirthName = "D'Exemple-Été", FirstName = "Camille", Year = 2001, Month = 2, Day = 28, Sex = "F", Commune = "75111" };

    public static TheoryData<string, BirthData> Right => new()
    {
        { "everything", Camille with { UsageName = "Martin", SecondName = "Zoé", ThirdName = "Ève", CommuneLabel = "Paris 11e" } },
        { "the year alone", Camille with { Month = null, Day = null } },
        { "year and month", Camille with { Day = null } },
        { "Corsica", Camille with { Commune = "2A004" } },
        { "born abroad", Camille with { Commune = "99109", Country = "109", CommuneLabel = "Berlin", CountryLabel = "Allemagne" } },
        { "a postal code", Camille with { Commune = null, PostalCode = "75011" } },
        { "an unknown commune", Camille with { Commune = null, CommuneUnknown = true } },
        { "the longest name", Camille with { BirthName = new('x', 60) } },
        { "another sex", Camille with { Sex = "M" } },
        { "the first day of a year", Camille with { Month = 1, Day = 1 } },
        { "the last day of a year", Camille with { Month = 12, Day = 31 } },
        { "a leap day", Camille with { Year = 2004, Day = 29 } },
        { "born today", Camille with { Year = 2026, Month = 11, Day = 28 } },
        { "markup", Camille with { BirthName = "<a href=\"x\">&'</a>" } },
        { "beyond the first plane", Camille with { BirthName = "𠮷田" } },
    };

    public static TheoryData<string, BirthData, Refusal> Wrong => new()
    {
        { "no name", Camille with { BirthName = null }, TransmissionRefusals.BirthFieldMissing("birthName") },
        { "no first name", Camille with { FirstName = null }, TransmissionRefusals.BirthFieldMissing("firstName") },
        { "a third name without a second", Camille with { ThirdName = "Ève" }, TransmissionRefusals.BirthFieldMissing("secondName") },
        { "a name too long", Camille with { UsageName = new('x', 61) }, TransmissionRefusals.BirthFieldTooLong("usageName", 60) },
        { "a label too long", Camille with { CommuneLabel = new('x', 41) }, TransmissionRefusals.BirthFieldTooLong("communeLabel", 40) },
        { "a third name too long", Camille with { SecondName = "Zoé", ThirdName = new('x', 61) }, TransmissionRefusals.BirthFieldTooLong("thirdName", 60) },
        { "a country's label too long", Camille with { CountryLabel = new('x', 41) }, TransmissionRefusals.BirthFieldTooLong("countryLabel", 40) },
        { "month zero", Camille with { Month = 0 }, TransmissionRefusals.BirthDateImpossible() },
        { "a control character", Camille with { BirthName = "Cam\u0000ille" }, TransmissionRefusals.BirthFieldUnreadable("birthName") },
        { "a line break", Camille with { SecondName = "Zoé\nÈve" }, TransmissionRefusals.BirthFieldUnreadable("secondName") },
        { "half a character", Camille with { FirstName = "Cam\ud842" }, TransmissionRefusals.BirthFieldUnreadable("firstName") },
        { "no character at all", Camille with { FirstName = "Cam\ufffe" }, TransmissionRefusals.BirthFieldUnreadable("firstName") },
        { "a turned direction", Camille with { CommuneLabel = "\u202esiraP" }, TransmissionRefusals.BirthFieldUnreadable("communeLabel") },
        { "no year", Camille with { Year = null }, TransmissionRefusals.BirthYearOutOfRange(1900, 2026) },
        { "too early", Camille with { Year = 1899 }, TransmissionRefusals.BirthYearOutOfRange(1900, 2026) },
        { "next year", Camille with { Year = 2027 }, TransmissionRefusals.BirthYearOutOfRange(1900, 2026) },
        { "tomorrow", Camille with { Year = 2026, Month = 11, Day = 29 }, TransmissionRefusals.BirthDateImpossible() },
        { "the thirteenth month", Camille with { Month = 13 }, TransmissionRefusals.BirthDateImpossible() },
        { "no such day", Camille with { Day = 29 }, TransmissionRefusals.BirthDateImpossible() },
        { "day zero", Camille with { Day = 0 }, TransmissionRefusals.BirthDateImpossible() },
        { "a day without a month", Camille with { Month = null }, TransmissionRefusals.BirthDateImpossible() },
        { "no sex", Camille with { Sex = null }, TransmissionRefusals.BirthSexUnknown() },
        { "another sex", Camille with { Sex = "f" }, TransmissionRefusals.BirthSexUnknown() },
        { "no place", Camille with { Commune = null }, TransmissionRefusals.BirthPlaceOnce() },
        { "two places", Camille with { PostalCode = "75011" }, TransmissionRefusals.BirthPlaceOnce() },
        { "a commune that is unknown and known", Camille with { CommuneUnknown = true }, TransmissionRefusals.BirthPlaceOnce() },
        { "a short commune", Camille with { Commune = "7511" }, TransmissionRefusals.BirthCommuneUnreadable() },
        { "a commune with other digits", Camille with { Commune = "7511١" }, TransmissionRefusals.BirthCommuneUnreadable() },
        { "abroad without a country", Camille with { Commune = "99109" }, TransmissionRefusals.BirthCountryExpected("109") },
        { "abroad in another country", Camille with { Commune = "99109", Country = "110" }, TransmissionRefusals.BirthCountryExpected("109") },
        { "a country for France", Camille with { Country = "100" }, TransmissionRefusals.BirthCountryNotExpected() },
        { "a country and no commune", Camille with { Commune = null, CommuneUnknown = true, Country = "109" }, TransmissionRefusals.BirthCountryNotExpected() },
        { "a long postal code", Camille with { Commune = null, PostalCode = "1234567890" }, TransmissionRefusals.BirthPostalCodeUnreadable() },
    };

    [Theory]
    [MemberData(nameof(Right))]
    public void What_the_schema_takes_is_taken(string what, BirthData birth) => Assert.True(BirthCheck.Faults(birth, Today) is [], what);

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_it_would_refuse_is_refused_by_name(string what, BirthData birth, Refusal expected)
    {
        var faults = BirthCheck.Faults(birth, Today);
        Assert.True(faults.SequenceEqual([expected]), $"{what}: {string.Join(", ", faults)}");
    }

    [Fact]
    public void Every_fault_is_said_at_once() =>
        Assert.Equal(5, BirthCheck.Faults(new BirthData { UsageName = "\t" }.Trimmed(), Today).Count);

    [Fact]
    public void Blanks_are_nothing() =>
        Assert.Equal(Camille, (Camille with { BirthName = " D'Exemple-Été\t", UsageName = " ", PostalCode = "", Country = "\u00a0" }).Trimmed());
}
