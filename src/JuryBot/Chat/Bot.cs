using JuryBot.Configuration;
using JuryBot.Domain.People;
using JuryBot.Features.Welcome;
using JuryBot.Identity;
using JuryBot.Storage;
using JuryBot.Teams;
using JuryBot.Teams.Cards;

namespace JuryBot.Chat;

/// <summary>Answers activities: installations, messages, buttons. Only one to one: what a person is told is for nobody else's eyes.</summary>
public sealed class Bot(PeopleRegister people, Conversations conversations, Heard heard, Verbs verbs, Commands commands, SavedForLater later, OrganisationSettings organisation)
{
    private const string Personal = "personal";
    private static readonly Texts Texts = Texts.Of("Chat");

    /// <summary>What a person is told whose action takes long.</summary>
    public static string GoesOn(Activity activity) => Texts.Get(LanguageOf(activity) ?? "fr", "GoesOn");

    public async Task<InvokeResponse?> HandleAsync(TurnContext turn, CancellationToken cancellation)
    {
        var activity = turn.Activity;
        if (turn.Caller.AadObjectId is not { } entraId || !Guid.TryParseExact(entraId, "D", out _))
        {
            return null;
        }

        if (activity.Conversation?.ConversationType != Personal)
        {
            return await SendAwayAsync(turn, cancellation);
        }

        try
        {
            return await HearAsync(turn, entraId, cancellation);
        }
        catch (SchemaTooNewException)
        {
            // During an upgrade: the next try may reach a newer replica.
            return await SayAsync(turn, Texts.Get(Language(null, activity), "Newer"), cancellation);
        }
    }

    private async Task<InvokeResponse?> HearAsync(TurnContext turn, string entraId, CancellationToken cancellation)
    {
        var activity = turn.Activity;
        // A retried invoke finds the commit of its verb and gets its answer again; what is answered by messages was answered once.
        if (activity.Type == ActivityTypes.Invoke)
        {
            try
            {
                return await TakeAsync(turn, entraId, cancellation);
            }
            catch (Exception failure) when (!cancellation.IsCancellationRequested && Outage.Say(failure, Language(null, activity)) is { } sentence)
            {
                return await SayAsync(turn, sentence, cancellation);
            }
        }

        if (await heard.ContainsAsync(entraId, activity.Id, cancellation))
        {
            return null;
        }

        var answer = await TakeAsync(turn, entraId, cancellation);
        await heard.AddAsync(entraId, activity.Id, cancellation);
        return answer;
    }

    private async Task<InvokeResponse?> TakeAsync(TurnContext turn, string entraId, CancellationToken cancellation)
    {
        var activity = turn.Activity;
        switch (activity.Type)
        {
            case ActivityTypes.InstallationUpdate when activity.Action is "remove" or "remove-upgrade":
                await conversations.ForgetAsync(entraId, cancellation);
                return null;
            case ActivityTypes.InstallationUpdate:
            case ActivityTypes.ConversationUpdate when activity.MembersAdded is { Count: > 0 }:
                await MeetAsync(turn, entraId, cancellation);
                return null;
        }

        if (turn.Submission is { } submission)
        {
            return await PressAsync(turn, submission, entraId, cancellation);
        }

        if (activity.Type == ActivityTypes.Invoke && InvokeNames.IsTask(activity.Name))
        {
            return TaskModuleResponse.Message(Texts.Get(Language(null, activity), "UnknownVerb"));
        }

        if (activity.Type == ActivityTypes.Message)
        {
            await conversations.KeepAsync(entraId, turn.Reference, cancellation);
            var person = await people.FindByEntraAsync(entraId, cancellation);
            var card = await commands.AnswerAsync(activity.GetTextWithoutBotMention(), person, Language(person, activity), cancellation);
            await turn.SendActivityAsync(MessageFactory.Card(card), cancellation);
        }

        return null;
    }

    // A group chat or a channel changes nothing of where a person is reached, and nothing is done from there.
    private Task<InvokeResponse?> SendAwayAsync(TurnContext turn, CancellationToken cancellation) => SayAsync(turn, Texts.Get(Language(null, turn.Activity), "InPrivate"), cancellation);

    private static async Task<InvokeResponse?> SayAsync(TurnContext turn, string sentence, CancellationToken cancellation)
    {
        if (turn.Activity.Type == ActivityTypes.Invoke && InvokeNames.IsTask(turn.Activity.Name))
        {
            return TaskModuleResponse.Message(sentence);
        }

        if (turn.Submission is { IsInvoke: true })
        {
            return AdaptiveCardInvokeResponse.Message(sentence);
        }

        if (turn.Activity is { Type: ActivityTypes.Message } or { Type: ActivityTypes.InstallationUpdate, Action: "add" })
        {
            await turn.SendActivityAsync(MessageFactory.Text(sentence), cancellation);
        }

        return null;
    }

    // The first word comes with the installation only: Teams sends both activities for one.
    private async Task MeetAsync(TurnContext turn, string entraId, CancellationToken cancellation)
    {
        await conversations.KeepAsync(entraId, turn.Reference, cancellation);
        if (turn.Activity is { Type: ActivityTypes.InstallationUpdate, Action: "add" })
        {
            var person = await people.FindByEntraAsync(entraId, cancellation);
            await turn.SendActivityAsync(MessageFactory.Card(commands.Welcome(person, Language(person, turn.Activity))), cancellation);
        }
    }

    private async Task<InvokeResponse?> PressAsync(TurnContext turn, CardSubmission submission, string entraId, CancellationToken cancellation)
    {
        var actor = await people.FindByEntraAsync(entraId, cancellation);
        var decided = DecidedEffects.Listen();
        var answer = actor is null
            ? CardAnswer.Say(Texts.Get(Language(null, turn.Activity), "UnknownPerson"))
            : await verbs.HandleAsync(new CardTurn(actor, submission, turn.Activity.Id is { Length: > 0 } id ? $"activity-{id}" : null, cancellation) { UserId = turn.Activity.From?.Id });
        answer = later.Add(answer, decided, Language(actor, turn.Activity));
        if (submission.IsTask)
        {
            return answer.CardJson is { } dialog ? TaskModuleResponse.Continue("JuryBot", Parse(dialog)) : TaskModuleResponse.Message(answer.Text!);
        }

        if (submission.IsInvoke)
        {
            return answer.CardJson is { } json
                ? new AdaptiveCardInvokeResponse { StatusCode = 200, Type = AdaptiveCard.ContentType, Value = Parse(json) }
                : AdaptiveCardInvokeResponse.Message(answer.Text!);
        }

        // A client that knows only Action.Submit shows no answer of ours: the message itself is brought up to date.
        var reply = answer.CardJson is { } card
            ? new Activity { Type = ActivityTypes.Message, Attachments = [new Attachment { ContentType = AdaptiveCard.ContentType, Content = Parse(card) }] }
            : MessageFactory.Text(answer.Text!) with { TextFormat = "plain" };
        if (answer.CardJson is not null && submission.ReplyToId is { } message)
        {
            await turn.UpdateActivityAsync(message, reply, cancellation);
        }
        else
        {
            await turn.SendActivityAsync(reply, cancellation);
        }

        return null;
    }

    private string Language(Person? person, Activity activity) =>
        person?.Language ?? LanguageOf(activity) ?? organisation.Language;

    private static string? LanguageOf(Activity activity) =>
        activity.Locale is { Length: >= 2 } locale ? locale.StartsWith("fr", StringComparison.OrdinalIgnoreCase) ? "fr" : "en" : null;

    private static System.Text.Json.JsonElement Parse(string json) => System.Text.Json.JsonElement.Parse(json);
}
