using CsCheck;
using JuryBot.Domain.Reminders;
using NodaTime;

namespace JuryBot.Domain.Tests.Reminders;

/// <summary>Nobody is written to in their quiet hours, and everybody as soon as these are over.</summary>
public sealed class LeavingAlone
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(15);

    // Half of the moments lie around a change of the clocks.
    private static readonly Gen<(string Zone, DateTimeOffset Moment)> Moments =
        from zone in Gen.OneOf(Clocks.Names)
        from near in Gen.Bool
        from at in Gen.Int[0, 5 * 365 * 96]
        from off in Gen.Int[-3 * 96, 3 * 96]
        select (zone, near ? Change(zone, at) + (off * Step) : Clocks.At(2024, 1, 1) + (at * Step));

    private static readonly Gen<QuietHours> Nights =
        from evening in Gen.Int[60, 95] from morning in Gen.Int[16, 47] from saturdays in Gen.Bool from sundays in Gen.Bool
        select new QuietHours(TimeOnly.MinValue.Add(evening * Step), TimeOnly.MinValue.Add(morning * Step), saturdays, sundays);

    [Theory]
    [InlineData("2026-10-23 19:59", "2026-10-23 19:59")]
    [InlineData("2026-10-23 20:00", "2026-10-24 08:00")]
    [InlineData("2026-10-24 07:59", "2026-10-24 08:00")]
    [InlineData("2026-10-24 20:00", "2026-10-26 08:00")] // over the change to winter time
    [InlineData("2026-10-25 12:00", "2026-10-26 08:00")]
    [InlineData("2027-03-27 21:00", "2027-03-29 08:00")] // over the change to summer time
    public void The_usual_quiet_hours_are_nights_and_Sundays(string wanted, string next) =>
        Assert.Equal(Paris(next), QuietHours.Usual.Next(Paris(wanted), Clocks.Paris));

    [Fact]
    public void A_night_that_ends_in_an_hour_that_comes_twice_ends_the_second_time_for_who_waits_in_it()
    {
        var quiet = new QuietHours(new(20, 0), new(2, 30), false, false);
        var second = new DateTimeOffset(2026, 10, 25, 1, 15, 0, TimeSpan.Zero);
        Assert.Equal(new DateTime(2026, 10, 25, 2, 15, 0), Clocks.Paris.ToLocal(second));
        Assert.Equal(second.AddMinutes(15), quiet.Next(second, Clocks.Paris));
    }

    [Fact]
    public void Without_a_night_only_days_are_quiet()
    {
        var quiet = new QuietHours(new(8, 0), new(8, 0), Saturdays: true, Sundays: true);
        Assert.Equal(Paris("2026-10-26 00:00"), quiet.Next(Paris("2026-10-24 03:00"), Clocks.Paris));
        Assert.Equal(Paris("2026-10-26 03:00"), quiet.Next(Paris("2026-10-26 03:00"), Clocks.Paris));
    }

    private static DateTimeOffset Change(string name, int at)
    {
        var after = Instant.FromDateTimeOffset(Clocks.At(2024, 1, 1) + (at * Step));
        return DateTimeZoneProviders.Tzdb[name].GetZoneInterval(after) is { HasEnd: true, End: var end } ? end.ToDateTimeOffset() : after.ToDateTimeOffset();
    }

    private static DateTimeOffset Paris(string local) => Clocks.Paris.ToMoment(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>On random moments and nights.</summary>
    public sealed class Properties
    {
        [Fact]
        public void The_next_allowed_moment_is_allowed_not_before_what_is_wanted_and_the_first_there_is() => Gen.Select(Moments, Nights).Sample(
            (moment, quiet) =>
            {
                var (zone, wanted) = (Clocks.Of(moment.Zone), moment.Moment);
                var next = quiet.Next(wanted, zone);
                Assert.True(next >= wanted);
                Assert.False(quiet.IsQuiet(zone.ToLocal(next)));
                for (var earlier = wanted; earlier < next; earlier += Step)
                {
                    Assert.True(quiet.IsQuiet(zone.ToLocal(earlier)));
                }
            },
            iter: 3_000);
    }
}
