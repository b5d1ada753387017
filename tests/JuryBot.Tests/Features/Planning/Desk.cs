using JuryBot.Features;
using JuryBot.Features.Planning;

namespace JuryBot.Tests.Features.Planning;

/// <summary>A folder with files in it, and the commands as somebody would run them there.</summary>
internal sealed class Desk : IDisposable
{
    /// <summary>One exam and everything a problem may hold. Tests change parts of its text.</summary>
    public const string Problem = """
        {
          "grid": { "timeZone": "Europe/Paris", "slotMinutes": 30,
                    "days": [ { "date": "2026-06-15", "from": "09:00", "to": "12:00" } ] },
          "rooms": [ { "id": "R1", "site": "Paris" } ],
          "jurors": [ { "id": "J1", "external": true, "college": "employer", "maxExams": 2,
                        "unavailable": [ { "from": "2026-06-15T11:00", "to": "2026-06-15T12:00" } ] },
                      { "id": "J2" } ],
          "exams": [ { "id": "E1", "candidates": ["C1"], "durationMinutes": 60,
                       "roles": [ { "role": "president", "eligible": ["J1"] },
                                  { "role": "assessor", "eligible": ["J2"] } ],
                       "pinned": { "start": "2026-06-15T09:00", "members": { "president": "J1" } } } ],
          "composition": { "minExternalPercent": 40, "parity": false },
          "previous": [ { "exam": "E1", "start": "2026-06-15T09:00", "room": "R1", "members": { "president": "J1" } } ],
          "objectives": ["scheduled", "unchanged"]
        }

        """;

    /// <summary>A good plan of <see cref="Problem"/>.</summary>
    public const string Plan = """
        { "status": "optimal", "scheduled": 1, "bound": 1, "wallSeconds": 0.8,
          "objectives": [ { "name": "scheduled", "value": 1, "bound": 1, "proven": true } ],
          "exams": [ { "id": "E1", "start": "2026-06-15T09:00", "room": "R1",
                       "members": { "president": "J1", "assessor": "J2" } } ],
          "unscheduled": [] }

        """;

    private readonly string folder = Directory.CreateTempSubdirectory("jurybot-").FullName;

    public Desk(string problem = Problem, string? plan = null)
    {
        Write("problem.json", problem);
        if (plan is not null)
        {
            Write("plan.json", plan);
        }
    }

    public IEnumerable<string> Files => Directory.EnumerateFileSystemEntries(folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal);

    public static string Changed(string text, string? from, string to)
    {
        if (from is null)
        {
            return to;
        }

        var at = text.IndexOf(from, StringComparison.Ordinal);
        Assert.True(at >= 0, $"There is no {from} to change.");
        return text[..at] + to + text[(at + from.Length)..];
    }

    public string At(string file) => Path.Combine(folder, file);

    public void Write(string file, string text) => File.WriteAllText(At(file), text);

    public string Read(string file) => File.ReadAllText(At(file));

    /// <summary>Runs <c>plan</c>; a file of the folder is written <c>@problem.json</c>.</summary>
    public Task<Said> PlanAsync(string arguments, CancellationToken stop = default) => RunAsync(arguments, (args, terminal) => PlanCommand.RunAsync(args, terminal, stop));

    /// <summary>Runs <c>check-plan</c>.</summary>
    public Task<Said> CheckAsync(string arguments = "@problem.json @plan.json") => RunAsync(arguments, CheckPlanCommand.RunAsync);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<Said> RunAsync(string arguments, Func<string[], Terminal, Task<int>> command)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await command([.. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(argument => argument.StartsWith('@') ? At(argument[1..]) : argument)], new Terminal(output, error));
        return new Said(code, Shown(output), Shown(error));
    }

    private string Shown(StringWriter writer) => writer.ToString().Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).ReplaceLineEndings("\n");
}

/// <summary>What came of a command.</summary>
internal sealed record Said(int Code, string Output, string Error);
