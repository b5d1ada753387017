using JuryBot.Sandbox;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Graph.Users.Item.Calendar.GetSchedule;
using Microsoft.Graph.Users.Item.Events.Item.Cancel;
using Microsoft.Graph.Users.Item.SendMail;
using Person = JuryBot.Sandbox.People.Person;

namespace JuryBot.Tests.Sandbox;

/// <summary>What Microsoft's own client sends is understood, and it understands the answers.</summary>
public sealed class GraphSdkTests
{
    private const string PropertyId = "String {8d1f5f5e-8d1b-4a3f-9f0e-0f6f5b1a2c3d} Name Sitting";

    [Fact]
    public async Task A_user_is_found_by_mail_and_by_id()
    {
        await using var harness = await Harness.StartAsync();
        var graph = harness.Sdk();
        var juror = harness.Juror;
        var found = await graph.Users.GetAsync(request => request.QueryParameters.Filter = $"mail eq '{juror.Mail}'");
        Assert.Equal(juror.Id, Assert.Single(found!.Value!).Id);
        Assert.Equal(juror.Name, (await graph.Users[juror.Mail].GetAsync())!.DisplayName);
        var outside = harness.Organisation.Candidates.Last();
        Assert.Equal(404, (await Assert.ThrowsAsync<ODataError>(() => graph.Users[outside.Mail].GetAsync())).ResponseStatusCode);
    }

    [Fact]
    public async Task Rooms_come_in_pages()
    {
        await using var harness = await Harness.StartAsync();
        var graph = harness.Sdk();
        var first = await graph.Places.GraphRoom.GetAsync(request => request.QueryParameters.Top = 3);
        Assert.Equal(3, first!.Value!.Count);
        var rooms = new List<Room>();
        await PageIterator<Room, RoomCollectionResponse>.CreatePageIterator(graph, first, room =>
        {
            rooms.Add(room);
            return true;
        }).IterateAsync();
        Assert.Equal(harness.Organisation.Rooms.Select(room => room.Mail), rooms.Select(room => room.EmailAddress));
        Assert.Equal("Lyon", rooms[3].Address!.City);
    }

    [Fact]
    public async Task Schedules_are_exact_in_the_zone_asked_for_and_an_unknown_address_is_an_error_inside()
    {
        await using var harness = await Harness.StartAsync();
        var graph = harness.Sdk();
        var day = harness.Tenant.Clock.GetUtcNow().UtcDateTime.Date.AddDays(3);
        var known = harness.Tenant.Calendars.View(harness.Juror.Mail, day, day.AddDays(50)).Where(item => item.Blocks).ToList();
        var answer = await graph.Users[harness.Coordinator.Id].Calendar.GetSchedule.PostAsGetSchedulePostResponseAsync(
            new GetSchedulePostRequestBody
            {
                Schedules = [harness.Juror.Mail, "nobody@example.org"],
                StartTime = new DateTimeTimeZone { DateTime = $"{day:yyyy-MM-dd}T00:00:00", TimeZone = "UTC" },
                EndTime = new DateTimeTimeZone { DateTime = $"{day.AddDays(50):yyyy-MM-dd}T00:00:00", TimeZone = "UTC" },
                AvailabilityViewInterval = 60,
            },
            request => request.Headers.Add("Prefer", "outlook.timezone=\"Europe/Paris\""));
        var schedule = answer!.Value![0];
        Assert.Equal(known.Count, schedule.ScheduleItems!.Count);
        Assert.Equal("Europe/Paris", schedule.ScheduleItems[0].Start!.TimeZone);
        Assert.Equal(TimeZoneInfo.ConvertTimeBySystemTimeZoneId(known[0].Start, "Europe/Paris").DateTime, DateTime.Parse(schedule.ScheduleItems[0].Start!.DateTime!, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(50 * 24, schedule.AvailabilityView!.Length);
        Assert.Equal("5009", answer.Value[1].Error!.ResponseCode);
        Assert.Null(answer.Value[1].ScheduleItems);
    }

    [Fact]
    public async Task An_invitation_is_made_once_answered_moved_and_cancelled()
    {
        await using var harness = await Harness.StartAsync();
        var graph = harness.Sdk();
        var (juror, room, tenant) = (harness.Juror, harness.Organisation.Rooms[0], harness.Tenant);
        var events = graph.Users[harness.Coordinator.Id].Events;
        var made = await events.PostAsync(Jury(juror, room), request => request.Headers.Add("Prefer", "IdType=\"ImmutableId\""));
        var again = await events.PostAsync(Jury(juror, room));
        Assert.Equal(made!.Id, again!.Id);
        Assert.True(made.IsOnlineMeeting);
        Assert.StartsWith("http", made.OnlineMeeting!.JoinUrl, StringComparison.Ordinal);
        Assert.Equal(ResponseType.Accepted, made.Attendees!.Single(attendee => attendee.Type == AttendeeType.Resource).Status!.Response);

        var copy = Assert.Single(tenant.Calendars.All(juror.Mail), item => item.ByJuryBot);
        Assert.Contains(tenant.Mailboxes.Inbox(juror.Mail), mail => mail.EventId == copy.Id && mail.Subject == "Jury final");
        Assert.True(tenant.Calendars.Respond(juror.Mail, copy.Id, "accepted"));
        var expanded = await events[made.Id].GetAsync(request => request.QueryParameters.Expand = [$"singleValueExtendedProperties($filter=id eq '{PropertyId}')"]);
        Assert.Equal(ResponseType.Accepted, expanded!.Attendees!.Single(attendee => attendee.Type == AttendeeType.Required).Status!.Response);
        Assert.Equal("sitting-1", Assert.Single(expanded.SingleValueExtendedProperties!).Value);

        var found = await events.GetAsync(request => request.QueryParameters.Filter = $"singleValueExtendedProperties/Any(ep: ep/id eq '{PropertyId}' and ep/value eq 'sitting-1')");
        Assert.Equal(made.Id, Assert.Single(found!.Value!).Id);

        var moved = await events[made.Id].PatchAsync(new Event { Start = At("2027-01-12T14:00:00"), End = At("2027-01-12T17:00:00") });
        Assert.Equal(ResponseType.None, moved!.Attendees!.Single(attendee => attendee.Type == AttendeeType.Required).Status!.Response);
        Assert.Equal(new DateTimeOffset(2027, 1, 12, 13, 0, 0, TimeSpan.Zero), tenant.Calendars.Find(juror.Mail, copy.Id)!.Start);

        await events[made.Id].Cancel.PostAsync(new CancelPostRequestBody { Comment = "Reporté" });
        Assert.True(tenant.Calendars.Find(juror.Mail, copy.Id)!.IsCancelled);
        Assert.Empty(tenant.Calendars.All(room.Mail));
        await Assert.ThrowsAsync<ODataError>(() => events[made.Id].GetAsync());
        Assert.Empty(tenant.Counters.Violations);
    }

    [Fact]
    public async Task A_room_declines_when_it_is_taken_and_a_person_outside_answers_too()
    {
        await using var harness = await Harness.StartAsync();
        var graph = harness.Sdk();
        var (outside, room) = (harness.Organisation.Candidates.Last(), harness.Organisation.Rooms[3]);
        await graph.Users[harness.Coordinator.Id].Events.PostAsync(Jury(harness.Juror, room));
        var second = Jury(outside, room);
        second.TransactionId = "another";
        var made = await graph.Users[harness.Coordinator.Id].Events.PostAsync(second);
        Assert.Equal(ResponseType.Declined, made!.Attendees!.Single(attendee => attendee.Type == AttendeeType.Resource).Status!.Response);
        Assert.True(harness.Tenant.Calendars.Respond(outside.Mail, harness.Tenant.Calendars.All(outside.Mail)[0].Id, "declined"));
        var read = await graph.Users[harness.Coordinator.Id].Events[made.Id].GetAsync();
        Assert.Equal(ResponseType.Declined, read!.Attendees!.Single(attendee => attendee.EmailAddress!.Address == outside.Mail).Status!.Response);
    }

    [Fact]
    public async Task A_calendar_view_comes_in_pages_of_ten()
    {
        await using var harness = await Harness.StartAsync();
        var graph = harness.Sdk();
        var (from, to) = (harness.Tenant.Clock.GetUtcNow(), harness.Tenant.Clock.GetUtcNow().AddDays(200));
        var first = await graph.Users[harness.Juror.Id].CalendarView.GetAsync(request =>
            (request.QueryParameters.StartDateTime, request.QueryParameters.EndDateTime) = (from.ToString("O"), to.ToString("O")));
        var count = 0;
        await PageIterator<Event, EventCollectionResponse>.CreatePageIterator(graph, first!, _ =>
        {
            count++;
            return true;
        }).IterateAsync();
        Assert.Equal(10, first!.Value!.Count);
        Assert.Equal(harness.Tenant.Calendars.View(harness.Juror.Mail, from, to).Count, count);
    }

    [Fact]
    public async Task A_mail_is_sent_at_once_or_drafted_first()
    {
        await using var harness = await Harness.StartAsync();
        var graph = harness.Sdk();
        var outside = harness.Organisation.Candidates.Last();
        var sender = graph.Users[harness.Coordinator.Id];
        await sender.SendMail.PostAsync(new SendMailPostRequestBody { Message = Mail(outside, "Premier"), SaveToSentItems = false });
        var kept = await sender.Messages.PostAsync(Mail(outside, "Second"), request => request.Headers.Add("Prefer", "IdType=\"ImmutableId\""));
        Assert.True(kept!.IsDraft);
        await sender.Messages[kept.Id].Send.PostAsync();
        Assert.False((await sender.Messages[kept.Id].GetAsync())!.IsDraft);
        var lost = await sender.Messages.PostAsync(Mail(outside, "Troisième"));
        await sender.Messages[lost!.Id].Send.PostAsync();
        Assert.Equal(404, (await Assert.ThrowsAsync<ODataError>(() => sender.Messages[lost.Id].GetAsync())).ResponseStatusCode);
        Assert.Equal(["Premier", "Second", "Troisième"], harness.Tenant.Mailboxes.Inbox(outside.Mail).Select(mail => mail.Subject).Order());
        Assert.Equal(3, harness.Tenant.Counters.Mails);
    }

    [Fact]
    public async Task A_batch_answers_each_of_its_requests()
    {
        await using var harness = await Harness.StartAsync();
        var graph = harness.Sdk();
        var batch = new BatchRequestContentCollection(graph);
        var room = await batch.AddBatchRequestStepAsync(graph.Places.GraphRoom.ToGetRequestInformation());
        var missing = await batch.AddBatchRequestStepAsync(graph.Users["nobody@example.org"].ToGetRequestInformation());
        var made = await batch.AddBatchRequestStepAsync(graph.Users[harness.Coordinator.Id].Events.ToPostRequestInformation(Jury(harness.Juror, harness.Organisation.Rooms[1])));
        var answers = await graph.Batch.PostAsync(batch);
        Assert.Equal(4, (await answers.GetResponseByIdAsync<RoomCollectionResponse>(room)).Value!.Count);
        Assert.Equal(404, (int)(await answers.GetResponsesStatusCodesAsync())[missing]);
        Assert.Equal("Jury final", (await answers.GetResponseByIdAsync<Event>(made)).Subject);
    }

    [Fact]
    public async Task An_event_cannot_be_made_with_an_offset_in_its_local_time()
    {
        await using var harness = await Harness.StartAsync();
        var wrong = Jury(harness.Juror, harness.Organisation.Rooms[0]);
        wrong.Start = At("2027-01-12T09:00:00+01:00");
        var error = await Assert.ThrowsAsync<ODataError>(() => harness.Sdk().Users[harness.Coordinator.Id].Events.PostAsync(wrong));
        Assert.Equal(400, error.ResponseStatusCode);
    }

    private static Event Jury(Person juror, JuryBot.Sandbox.People.Room room) => new()
    {
        Subject = "Jury final", Body = new ItemBody { ContentType = BodyType.Html, Content = "<p>Bonjour</p>" },
        Start = At("2027-01-11T09:00:00"), End = At("2027-01-11T12:30:00"), TransactionId = "7f4b",
        Location = new Location { DisplayName = room.Name, LocationEmailAddress = room.Mail },
        IsOnlineMeeting = true, OnlineMeetingProvider = OnlineMeetingProviderType.TeamsForBusiness,
        Attendees =
        [
            new Attendee { Type = AttendeeType.Required, EmailAddress = new EmailAddress { Address = juror.Mail, Name = juror.Name } },
            new Attendee { Type = AttendeeType.Resource, EmailAddress = new EmailAddress { Address = room.Mail, Name = room.Name } },
        ],
        SingleValueExtendedProperties = [new SingleValueLegacyExtendedProperty { Id = PropertyId, Value = "sitting-1" }],
    };

    private static Message Mail(Person to, string subject) => new()
    {
        Subject = subject, Body = new ItemBody { ContentType = BodyType.Html, Content = "<p>Bonjour</p>" },
        ToRecipients = [new Recipient { EmailAddress = new EmailAddress { Address = to.Mail } }],
    };

    private static DateTimeTimeZone At(string local) => new() { DateTime = local, TimeZone = "Europe/Paris" };
}
