#:project ../src/Sroi.Presentation/Sroi.Presentation.csproj
#:property PublishAot=false
#:property EnforceCodeStyleInBuild=false

// The first notebook for people without Jupyter:
//
//     dotnet run notebooks/01_first_business_case.cs
//     dotnet run notebooks/01_first_business_case.cs -- marco_cavallo_centre my_case.html
//
// It prints the case in the terminal and writes it as one page, which opens in any browser without a network.

using Sroi.Assurance;
using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Model.Reading;
using Sroi.Parameters;
using Sroi.Parameters.Reading;
using Sroi.Presentation;
using Sroi.Presentation.Charting;
using Sroi.Presentation.Charting.Pictures;
using Sroi.Presentation.Pages;
using Sroi.Presentation.Reports;
using Sroi.Uncertainty.Running;

ResultPages.Register();
string scenario = args.Length > 0 ? args[0] : "croydon_sun";
string page = args.Length > 1 ? args[1] : $"{scenario}.html";
const int draws = 100_000;
const ulong seed = 2026;

// What the case is made of: every number with its source.
Scenario service;
try
{
    service = ParameterLibrary.Find().Scenario(scenario);
}
catch (Exception error) when (error is UnknownNameException or InvalidFilesException)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}

Console.WriteLine(service);

// The figures, and how sure they are: every number with a spread drawn at once.
SroiResult result = SroiResult.Of(service);
SimulationResult sure = Simulation.Of(result.SocialReturn, draws, seed).Run();
Console.WriteLine(ResultPage.Of(result, sure, Assurer.Check(result, sure)));

// What each picture shows, in words; the page has the pictures.
Console.WriteLine(Charts.Waterfall(result));
Console.WriteLine(Charts.WhoPaysWhoGains(result));
Console.WriteLine(Charts.CashFlow(result));

// Why a number is what it is, down to its sources.
Console.WriteLine(Explanation.Of(result.SocialReturn.Ratio));

// The case to hand over.
File.WriteAllText(page, CaseReport.Of(result.SocialReturn, draws, seed).ToDocument());
Console.WriteLine($"Written: {page}");
return 0;
