using Sroi.Parameters;
using Sroi.Parameters.Reading;

namespace Sroi.Model.Reading;

/// <summary>Business cases of a library.</summary>
public static class Scenarios
{
    extension(ParameterLibrary library)
    {
        /// <summary>The base case of a scenario: the name of a file under <c>scenarios</c>, or a path.</summary>
        /// <exception cref="InvalidFilesException">The file has problems; all of them are listed.</exception>
        /// <exception cref="UnknownNameException">There is no such scenario; the nearest match is named.</exception>
        /// <exception cref="UnfilledTemplateException">It is a template with numbers yet to be filled in.</exception>
        public Scenario Scenario(string nameOrPath) => library.Scenario(nameOrPath, variant: null);

        /// <summary>A scenario in one of its variants, with overlays applied; if several change one parameter, the last one wins.</summary>
        /// <param name="nameOrPath">The name of a file under <c>scenarios</c>, or a path.</param>
        /// <param name="variant">One of its variants; null for the base case.</param>
        /// <param name="overlays">Overlays, in the order in which they are applied.</param>
        /// <exception cref="InvalidFilesException">The file has problems; all of them are listed.</exception>
        /// <exception cref="UnknownNameException">There is no such scenario or variant; the nearest match is named.</exception>
        /// <exception cref="UnfilledTemplateException">It is a template with numbers yet to be filled in.</exception>
        public Scenario Scenario(string nameOrPath, string? variant, params IReadOnlyList<Overlay> overlays) =>
            ScenarioReader.Read(library, library.Locate("scenarios", nameOrPath, "scenario"), variant, overlays);
    }
}
