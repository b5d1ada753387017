using JuryBot;
using JuryBot.Features.Documents;
using JuryBot.Features.Integrity;
using JuryBot.Features.Planning;

// The command line: nothing serves; a verb runs one task and ends. A verb validates only the configuration it uses.
return args.FirstOrDefault() switch
{
    null or ['-', ..] => await JuryBotApplication.ServeAsync(args),
    "verify" => await VerifyCommand.RunAsync(args[1..]),
    "plan" => await PlanCommand.RunAsync(args[1..]),
    "check-plan" => await CheckPlanCommand.RunAsync(args[1..], Terminal.Console()),
    "documents" => DocumentsCommand.Run(args[1..], Console.Out, Console.Error),
    _ => JuryBotApplication.Unknown(args[0]),
};
