return await JuryBot.JuryBotApplication.RunAsync(args, TimeProvider.System);
