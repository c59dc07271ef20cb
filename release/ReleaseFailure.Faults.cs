namespace ReleaseInfra.Cli;

/// <summary>Of what a rehearsal is asked for.</summary>
internal sealed partial class ReleaseFailure
{
    public static ReleaseFailure UnknownFault(string name, string? meant, IEnumerable<string> known) => new(
        ExitCode.Configuration,
        $"There is no fault '{name}'{(meant is null ? "" : $"; did you mean '{meant}'?")} The faults are {string.Join(", ", known)}. " +
        "'release rehearse --list-faults' explains each.");

    public static ReleaseFailure FaultMisread(string text, string form, string why) => new(
        ExitCode.Configuration,
        $"'{text}' is no fault of the form {form}: {Sentence(why)} 'release rehearse --list-faults' explains each.");

    public static ReleaseFailure FaultNeverThere(string fault, string stack, IEnumerable<int> steps) => new(
        ExitCode.Configuration,
        $"The release of {stack} never comes to be where '{fault}' begins: its steps are {string.Join(", ", steps)} %.");

    public static ReleaseFailure NothingToSimulate(string stack, string tag) => new(
        ExitCode.Configuration,
        $"{stack} serves {tag} already: there is nothing to rehearse. Name another tag, or services that do not serve it.");
}
