using Sroi.Parameters;
using Sroi.Parameters.Reading;

namespace Sroi.Batch.Plans.Reading;

/// <summary>Batch plans of a library.</summary>
public static class BatchPlans
{
    extension(BatchPlan)
    {
        /// <summary>The plan of a name under <c>batches</c>, or of a path.</summary>
        /// <param name="library">The library against which it is read.</param>
        /// <param name="nameOrPath">The name of a file under <c>batches</c>, or a path.</param>
        /// <exception cref="InvalidFilesException">The plan, its table or files that it names have problems; all of them are listed.</exception>
        /// <exception cref="UnknownNameException">There is no such plan; the nearest match is named.</exception>
        public static BatchPlan Read(ParameterLibrary library, string nameOrPath) => PlanReader.Read(library, nameOrPath);
    }
}
