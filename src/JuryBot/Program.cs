using JuryBot;
using JuryBot.Features;
using JuryBot.Features.Accrochage;
using JuryBot.Features.Documents;
using JuryBot.Features.Integrity;
using JuryBot.Features.Planning;
using JuryBot.Features.Registers;
using JuryBot.Features.Rights;

// The command line: nothing serves; a verb runs one task and ends. A verb validates only the configuration it uses.
return args.FirstOrDefault() switch
{
    null or ['-', ..] => await JuryBotApplication.ServeAsync(args),
    "verify" => await VerifyCommand.RunAsync(args[1..], Console.Out),
    "retention" => await RetentionCommand.RunAsync(args[1..], Console.Out, TimeProvider.System),
    "register" when args is [_, "rebuild", ..] => await RegisterCommand.RebuildAsync(args[2..], Console.Out, TimeProvider.System),
    "plan" => await PlanCommand.RunAsync(args[1..]),
    "check-plan" => await CheckPlanCommand.RunAsync(args[1..], Terminal.Console()),
    "accrochage" => await AccrochageCommand.RunAsync(args[1..], Terminal.Console(), TimeProvider.System),
    "documents" => DocumentsCommand.Run(args[1..], Console.Out, Console.Error),
    _ => JuryBotApplication.Unknown(args[0]),
};
