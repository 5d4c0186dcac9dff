using Sroi.Cli;

return CommandLine.Run(args, Terminal.OfProcess());
