using System.Text.Json;
using JuryBot.Domain.Planning;

namespace JuryBot.Tests.Features.Planning;

/// <summary>Times are local: a night that loses or repeats an hour is planned by what clocks show.</summary>
public sealed class ClockChangeTests
{
    [Theory]
    [InlineData("2026-03-29")]
    [InlineData("2026-10-25")]
    public async Task The_night_clocks_change_is_planned_and_checked_like_any_other(string date)
    {
        using var desk = new Desk($$"""
            {
              "grid": { "timeZone": "Europe/Paris", "slotMinutes": 30, "days": [ { "date": "{{date}}", "from": "01:00", "to": "04:00" }, { "date": "{{date}}", "from": "22:30", "to": "23:30" } ] },
              "rooms": [ { "id": "R1" } ],
              "jurors": [ { "id": "J1", "unavailable": [ { "from": "{{date}}T01:00", "to": "{{date}}T02:00" } ], "ifNeedBe": [ { "from": "{{date}}T02:00", "to": "{{date}}T03:00" } ] } ],
              "exams": [ { "id": "E1", "candidates": ["C1"], "durationMinutes": 60, "roles": [ { "role": "president", "eligible": ["J1"] } ] },
                         { "id": "E2", "candidates": ["C2"], "durationMinutes": 60, "roles": [ { "role": "president", "eligible": ["J1"] } ] },
                         { "id": "E3", "candidates": ["C3"], "durationMinutes": 60, "roles": [ { "role": "president", "eligible": ["J1"] } ] } ]
            }
            """);

        var planned = await desk.PlanAsync("@problem.json --out @plan.json --html @plan.html --workers 1 --time-limit 10");
        var check = await desk.CheckAsync();

        Assert.Equal((0, "", 0), (planned.Code, planned.Error, check.Code));
        var plan = JsonSerializer.Deserialize<Plan>(desk.Read("plan.json"), PlanningJson.Options)!;
        Assert.Equal(["02:00", "03:00", "22:30"], plan.Exams.Select(exam => exam.Start.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)).Order());
        Assert.Contains($"\"start\": \"{date}T02:00\"", desk.Read("plan.json"), StringComparison.Ordinal);
        Assert.Contains("02:00–03:00", desk.Read("plan.html"), StringComparison.Ordinal);
    }
}
