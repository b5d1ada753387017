using System.Text.Json;
using JuryBot.Domain.Panels;
using JuryBot.Domain.Planning;

namespace JuryBot.Domain.Tests.Planning;

public sealed class PlanningJsonTests
{
    private const string Problem = """
        {
          "grid": { "timeZone": "Europe/Paris", "slotMinutes": 30, "days": [ { "date": "2026-06-15", "from": "09:00", "to": "17:00" } ] },
          "rooms": [ { "id": "R1", "site": "Paris", "unavailable": [ { "from": "2026-06-15T09:00", "to": "2026-06-15T10:30" } ] } ],
          "jurors": [ { "id": "J1", "external": true, "college": "employer", "maxExams": 6, "maxDays": 3,
                        "ifNeedBe": [ { "from": "2026-06-16T09:00", "to": "2026-06-16T17:00" } ] },
                      { "id": "J3", "college": null } ],
          "exams": [ { "id": "E1", "candidates": ["C1"], "durationMinutes": 60, "sites": ["Paris"],
                       "roles": [ { "role": "president", "eligible": ["J1"] }, { "role": "employeeRepresentative", "eligible": ["J3"] } ],
                       "pinned": { "start": "2026-06-15T11:00", "members": { "president": "J1" } } } ],
          "composition": { "minExternalPercent": 40, "parity": true },
          "previous": [ { "exam": "E1", "start": "2026-06-15T09:00", "room": "R1", "members": { "president": "J1" } } ],
          "objectives": ["scheduled", "jurorDays"]
        }
        """;

    private static readonly JsonSerializerOptions OneLine = new(PlanningJson.Options) { WriteIndented = false };

    [Fact]
    public void The_documented_file_reads_straight_into_the_problem()
    {
        var problem = JsonSerializer.Deserialize<PlanningProblem>(Problem, PlanningJson.Options)!;

        Assert.Empty(ProblemValidator.Validate(problem));
        Assert.Equal(new TimeOnly(17, 0), problem.Grid.Days[0].To);
        Assert.Equal(College.Employer, problem.Jurors[0].College);
        Assert.Equal(new DateTime(2026, 6, 15, 11, 0, 0, DateTimeKind.Unspecified), problem.Exams[0].Pinned!.Start);
        Assert.Null(problem.Exams[0].Pinned!.Room);
        Assert.True(problem.Composition!.Parity);
        Assert.Equal([ObjectiveKind.Scheduled, ObjectiveKind.JurorDays], problem.Objectives);
    }

    [Fact]
    public void What_is_left_out_has_its_default()
    {
        var problem = JsonSerializer.Deserialize<PlanningProblem>(
            """{ "grid": { "timeZone": "Europe/Paris", "slotMinutes": 30, "days": [] }, "rooms": [], "jurors": [], "exams": [] }""", PlanningJson.Options)!;

        Assert.Equal(6, problem.Objectives.Count);
        Assert.Empty(problem.Previous);
        Assert.Null(problem.Composition);
    }

    [Fact]
    public void A_problem_survives_a_round_trip()
    {
        var once = JsonSerializer.Serialize(JsonSerializer.Deserialize<PlanningProblem>(Problem, PlanningJson.Options), PlanningJson.Options);
        var twice = JsonSerializer.Serialize(JsonSerializer.Deserialize<PlanningProblem>(once, PlanningJson.Options), PlanningJson.Options);

        Assert.Equal(once, twice);
        Assert.Contains("\"from\": \"2026-06-15T09:00\"", once, StringComparison.Ordinal);
        Assert.Contains("\"college\": \"employer\"", once, StringComparison.Ordinal);
        Assert.Contains("\"to\": \"17:00\"", once, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_is_written_with_the_documented_names()
    {
        var plan = new Plan(PlanStatus.Feasible, 1, 2, 0.5, [new(ObjectiveKind.JurorDays, 3, 2, false)], [], [new("E9", [new("roleFilled", "president", "Aucun président", ["J1"])])]);

        Assert.Equal(
            """{"status":"feasible","scheduled":1,"bound":2,"wallSeconds":0.5,"objectives":[{"name":"jurorDays","value":3,"bound":2,"proven":false}],"exams":[],"unscheduled":[{"id":"E9","because":[{"rule":"roleFilled","subject":"president","text":"Aucun président","ids":["J1"]}]}]}""",
            JsonSerializer.Serialize(plan, OneLine));
    }

    [Theory]
    [InlineData("\"slotMinutes\": 30", "\"slotMinutes\": 30, \"colour\": 1")]
    [InlineData("\"from\": \"09:00\"", "\"from\": \"9 o'clock\"")]
    [InlineData("2026-06-15T11:00", "2026-06-15T11:00Z")]
    [InlineData("\"jurorDays\"", "\"joy\"")]
    [InlineData("\"candidates\": [\"C1\"],", "")]
    [InlineData("\"rooms\": [", "\"rooms\": null, \"r\": [")]
    public void Another_shape_is_refused(string documented, string written) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<PlanningProblem>(Problem.Replace(documented, written, StringComparison.Ordinal), PlanningJson.Options));
}
