"""Writes a copy of the parameters, and a notebook, in which an attacker has written every text: python3 hostile.py FOLDER."""

import json
import pathlib
import re
import shutil
import sys

MARKUP = "<img src=x onerror=window.__x=1></script><script>window.__x=1</script><a href=javascript:window.__x=1>go</a>"
# The text fields of a line; one that goes on in the next line is left as it is.
NAMES = "(?:title|label|question|description|note|author|publisher|locator|why|change|how|output|indicator|licence|weakness): +"
QUOTED = r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^'"\[{>| ]"""
IN_BRACES = re.compile(rf"([{{,] *{NAMES}){QUOTED}[^,}}]*(?=[,}}]))")
BY_ITSELF = re.compile(rf"(^ *(?:- +)?{NAMES}){QUOTED}.*$)")
CELLS = [
    '#r "nuget: Sroi.Presentation, 0.1.0"\n'
    "using Sroi.Assurance; using Sroi.Evaluation; using Sroi.Model; using Sroi.Parameters; using Sroi.Reports; using Sroi.Sensitivity; using Sroi.Uncertainty;\n"
    "using Sroi.Presentation; using Sroi.Presentation.Charting; using Sroi.Presentation.Pages; using Sroi.Presentation.Reports;",
    'ParameterLibrary library = ParameterLibrary.Open("parameters");\n'
    'Scenario scenario = library.Scenario("croydon_sun", null, [library.Overlay("croydon_icb")]);\n'
    "SocialReturn social = SocialReturn.Of(scenario);\nsocial",
    "scenario",
    "scenario.Map",
    "scenario.Map.NotValued",
    "scenario.Parameters",
    "scenario.Parameters.Values.Select(number => new { number.Label, number.Source, number.Note })",
    "social.Outcomes",
    "new Dictionary<string, object> { [scenario.Title] = scenario.Map.Outcomes[0] }",
    "Explanation.Of(social.Ratio)",
    "ResultTables.Numbers(SroiResult.Of(social)).ToDataFrame()",
    "Charts.CashFlow(SroiResult.Of(social))",
    "Charts.Tornado(Tornado.Of(TargetFigure.NetPresentValue(social)))",
    "Comparison.Of(SroiResult.Of(SocialReturn.Of(library.Scenario(\"croydon_sun\"))), SroiResult.Of(social))",
    "CaseReport.Of(social, 2000, 1)",
    "new InvalidOperationException(scenario.Title)",
    "Console.WriteLine(scenario.Title);",
]


def goes_on(line: str, following: list[str]) -> bool:
    return bool(following) and ":" not in following[0] and following[0].startswith(" " * (len(line) - len(line.lstrip()) + 1))


def main(folder: pathlib.Path) -> None:
    shutil.copytree("parameters", folder / "parameters")
    spoilt = 0
    for file in (folder / "parameters").rglob("*.yaml"):
        lines = file.read_text("utf-8").split("\n")
        for i, line in enumerate(lines):
            if line.count("{") == line.count("}") and not goes_on(line, lines[i + 1 : i + 2]):
                field = IN_BRACES if "{" in line else BY_ITSELF
                lines[i], count = field.subn(lambda match: match[1] + json.dumps(MARKUP + match[2].strip("'\"")[:20]), line)
                spoilt += count
        file.write_text("\n".join(lines), "utf-8")
    assert spoilt > 300, spoilt
    cells = [{"cell_type": "code", "execution_count": None, "id": f"c{i}", "metadata": {}, "outputs": [], "source": cell} for i, cell in enumerate(CELLS)]
    cells.append({"cell_type": "markdown", "id": "m", "metadata": {}, "source": f"# Hostile\n\n{MARKUP}\n\n[go](javascript:window.__x=1)"})
    kernel = {"display_name": ".NET (C#)", "language": "C#", "name": ".net-csharp"}
    notebook = {"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
    (folder / "hostile.ipynb").write_text(json.dumps(notebook), "utf-8")


main(pathlib.Path(sys.argv[1]))
