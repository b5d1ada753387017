namespace JuryBot.Domain.Transmissions;

/// <summary>Why birth data cannot be kept, or a title not be sent. Each rule is named as its method, its arguments in the same order; fields are named as the API has them.</summary>
public static class TransmissionRefusals
{
    /// <summary>The candidate has no published title that is still to be recorded, so there is nothing to ask birth data for.</summary>
    public static Refusal NoTitleToTransmit() => new(nameof(NoTitleToTransmit));

    /// <summary>The title is recorded, or in a file that waits for its receipt.</summary>
    public static Refusal NotToSend() => new(nameof(NotToSend));

    /// <summary>Its details say what is wrong.</summary>
    public static Refusal BirthDataWrong() => new(nameof(BirthDataWrong));

    public static Refusal BirthFieldMissing(string field) => new(nameof(BirthFieldMissing), field);

    /// <param name="most">Characters.</param>
    public static Refusal BirthFieldTooLong(string field, int most) => new(nameof(BirthFieldTooLong), field, most);

    /// <summary>Control characters and the like.</summary>
    public static Refusal BirthFieldUnreadable(string field) => new(nameof(BirthFieldUnreadable), field);

    public static Refusal BirthYearOutOfRange(int from, int to) => new(nameof(BirthYearOutOfRange), from, to);

    /// <summary>No such day, a day without its month, or a day to come.</summary>
    public static Refusal BirthDateImpossible() => new(nameof(BirthDateImpossible));

    public static Refusal BirthSexUnknown() => new(nameof(BirthSexUnknown));

    /// <summary>Exactly one of the INSEE code, the postal code, and that the commune is unknown.</summary>
    public static Refusal BirthPlaceOnce() => new(nameof(BirthPlaceOnce));

    public static Refusal BirthCommuneUnreadable() => new(nameof(BirthCommuneUnreadable));

    public static Refusal BirthPostalCodeUnreadable() => new(nameof(BirthPostalCodeUnreadable));

    /// <summary>Born abroad: the country goes with the code of the commune.</summary>
    /// <param name="country">The last three digits of that code.</param>
    public static Refusal BirthCountryExpected(string country) => new(nameof(BirthCountryExpected), country);

    /// <summary>A country is given for who was born abroad only, with a commune 99….</summary>
    public static Refusal BirthCountryNotExpected() => new(nameof(BirthCountryNotExpected));
}
