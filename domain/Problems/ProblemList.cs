using System.Collections.Immutable;

namespace ReleaseInfra.Domain.Problems;

/// <summary>Where readers and rules put what they find, so that none of them ends the reading.</summary>
public sealed class ProblemList
{
    private readonly List<Problem> _problems = [];

    public int Count => _problems.Count;

    public void Add(Problem problem) => _problems.Add(problem);

    public void AddRange(IEnumerable<Problem> found) => _problems.AddRange(found);

    /// <summary>In the order of file, line, column, code.</summary>
    public ImmutableArray<Problem> Sorted() =>
    [
        .. _problems
            .OrderBy(problem => problem.Source.File, StringComparer.Ordinal)
            .ThenBy(problem => problem.Source.Line)
            .ThenBy(problem => problem.Source.Column)
            .ThenBy(problem => problem.Code, StringComparer.Ordinal)
            .ThenBy(problem => problem.Path, StringComparer.Ordinal),
    ];

    /// <exception cref="InvalidOperationException">No value, and no problem that says why.</exception>
    public Checked<T> Check<T>(T? value)
        where T : class
    {
        if (_problems.Count > 0)
            return new Invalid<T>(Sorted());
        return value is null ? throw new InvalidOperationException($"No {typeof(T).Name} and no problem.") : new Valid<T>(value);
    }
}
