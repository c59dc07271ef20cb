using System.Text.RegularExpressions;

namespace ReleaseInfra.Rehearsal.Rules.Names;

/// <summary>What Azure accepts as the name of one type.</summary>
/// <param name="Code">Azure's code where it is known, else <c>InvalidResourceName</c>, which Resource Manager and Network use.</param>
/// <param name="Allowed">The form in words, as the end of a sentence.</param>
internal sealed record NameForm(string Code, int Shortest, int Longest, Regex Form, string Allowed)
{
    public bool Accepts(string name) => name.Length >= Shortest && name.Length <= Longest && Form.IsMatch(name);
}
