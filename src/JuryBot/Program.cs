using JuryBot;
using JuryBot.Features;
using JuryBot.Features.Accrochage;
using JuryBot.Features.AppPackage;
using JuryBot.Features.Documents;
using JuryBot.Features.Integrity;
using JuryBot.Features.Planning;
using JuryBot.Features.Registers;
using JuryBot.Features.Rights;
using JuryBot.Operations;
using JuryBot.Operations.Backup;

// The command line: nothing serves; a verb runs one task and ends. A verb validates only the configuration it uses.
return args.FirstOrDefault() switch
{
    null or ['-', ..] => await JuryBotApplication.ServeAsync(args),
    "verify" => await VerifyCommand.RunAsync(args[1..], Console.Out),
    "retention" => await RetentionCommand.RunAsync(args[1..], Console.Out, TimeProvider.System),
    "register" when args is [_, "rebuild", ..] => await RegisterCommand.RebuildAsync(args[2..], Console.Out, TimeProvider.System),
    "backup" => await BackupCommand.BackUpAsync(args[1..], Console.Out, Console.Error, TimeProvider.System),
    "restore" => await BackupCommand.RestoreAsync(args[1..], Console.Out, Console.Error),
    "settings" => SettingsCommand.Run(Console.Out),
    "plan" => await PlanCommand.RunAsync(args[1..]),
    "check-plan" => await CheckPlanCommand.RunAsync(args[1..], Terminal.Console()),
    "accrochage" => await AccrochageCommand.RunAsync(args[1..], Terminal.Console(), TimeProvider.System),
    "package" => await PackageCommand.RunAsync(args[1..], Terminal.Console()),
    "documents" => DocumentsCommand.Run(args[1..], Console.Out, Console.Error),
    _ => JuryBotApplication.Unknown(args[0]),
};
