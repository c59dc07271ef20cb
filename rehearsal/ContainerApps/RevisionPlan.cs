using ReleaseInfra.Rehearsal.Values;

namespace ReleaseInfra.Rehearsal.ContainerApps;

/// <summary>What a request for an app means for its revisions.</summary>
internal abstract record RevisionPlan
{
    private protected RevisionPlan()
    {
    }

    /// <summary>A pure function of what there is and what is asked for.</summary>
    public static RevisionPlan Of(AppInputs desired, ContainerAppState app)
    {
        if (desired.Suffix is not { } suffix)
        {
            return app.Latest is { } latest && PlainValues.Same(latest.Template, desired.Template)
                ? new KeepRevisions()
                // Azure draws the name; here it is counted, so that the same requests give the same names.
                : new CreateRevision($"{desired.AppName}--{app.Created + 1:D7}");
        }

        var name = $"{desired.AppName}--{suffix}";
        return app.Find(name) switch
        {
            null => new CreateRevision(name),
            var existing when PlainValues.Same(existing.Template, desired.Template) => new KeepRevisions(),
            _ => new NameTaken(name, suffix),
        };
    }
}

internal sealed record KeepRevisions : RevisionPlan;

internal sealed record CreateRevision(string Name) : RevisionPlan;

/// <summary>A revision never changes: another template under its name is accepted, and then fails.</summary>
internal sealed record NameTaken(string Name, string Suffix) : RevisionPlan;
