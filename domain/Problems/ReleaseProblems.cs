using ReleaseInfra.Domain.Releases;

namespace ReleaseInfra.Domain.Problems;

/// <summary>RI20: what a release may not say.</summary>
public static class ReleaseProblems
{
    private const string BlueGreenForm = "newest: green, blue: { tag: v1.2.2, weight: 100 }, green: { tag: v1.2.3, weight: 0 }";
    private const string RollingForm = "{ tag: v1.2.3 }";

    public static Problem WeightSum(Place weight, string service, int blue, int green) => Found(
        ProblemCode.WeightSum,
        weight,
        $"The weights of '{service}' are {blue} and {green}, which make {blue + green} and not 100.",
        "whole weights from 0 to 100 that make 100 together",
        $"Set green to {100 - blue}, or blue to {100 - green}.");

    public static Problem WeightWithoutTag(Place weight, string service, Slot slot) => Found(
        ProblemCode.WeightWithoutTag,
        weight,
        $"{slot.Name()} of '{service}' has weight and no tag: nothing would answer.",
        "weight 0 for a slot without a tag",
        $"Give {slot.Name()} a tag, or move its weight to {slot.Other().Name()}.");

    public static Problem NewestWithoutTag(Place newest, string service, Slot slot) => Found(
        ProblemCode.NewestWithoutTag,
        newest,
        $"newest of '{service}' names {slot.Name()}, which has no tag.",
        "a slot with a tag",
        $"Give {slot.Name()} a tag, or name {slot.Other().Name()}.");

    public static Problem FloatingTag(Place tag) => Found(
        ProblemCode.FloatingTag,
        tag,
        $"'{tag.Value}' is a moving tag: what it names today is not what a rollback would find.",
        ImageTag.Allowed,
        "Write the version that it stands for today.");

    public static Problem NotAVersion(Place tag) => Found(
        ProblemCode.NotAVersion,
        tag,
        $"'{tag.Value}' is no version.",
        ImageTag.Allowed,
        $"Write {ImageTag.Allowed}.");

    public static Problem BlueGreenForRolling(Place entry, string service) => Found(
        ProblemCode.BlueGreenForRolling,
        entry,
        $"'{service}' has nothing that traffic could be weighed between, so it has no slots and is replaced in place.",
        RollingForm,
        $"Write '{service}: {RollingForm}'.");

    public static Problem RollingForBlueGreen(Place entry, string service) => Found(
        ProblemCode.RollingForBlueGreen,
        entry,
        $"'{service}' is released blue/green, and one tag does not say which slot it is for.",
        BlueGreenForm,
        "Name the newest slot, and give each slot its tag and weight.");

    public static Problem ServiceWithoutRelease(Place release, string service, bool rolling) => Found(
        ProblemCode.ServiceWithoutRelease,
        release,
        $"'{service}' is part of the environment, and the release does not say what it runs.",
        rolling ? RollingForm : BlueGreenForm,
        $"Add '{service}' to release-infra:release.");

    public static Problem ReleaseWithoutService(Place entry, string service, IReadOnlyCollection<string> known)
    {
        var near = Suggestion.For(service, known);
        return Found(
            ProblemCode.ReleaseWithoutService,
            entry,
            near is null
                ? $"The environment has no service '{service}'."
                : $"The environment has no service '{service}'; did you mean '{near}'?",
            $"one of {DocumentProblems.Words(known)}",
            near is null ? $"Remove '{service}', or add the service to the environment." : $"Write '{near}'.");
    }

    public static Problem SlotInTraffic(Place changed, string service, Slot slot, SlotRelease before, SlotRelease after) => Found(
        ProblemCode.SlotInTraffic,
        changed,
        $"{slot.Name()} of '{service}' carries {before.Weight} % of the traffic and would change from {Named(before)} to {Named(after)}.",
        $"a change of tag or revision only in a slot without traffic; {slot.Name()} runs {Named(before)}",
        before.Weight == 100
            ? $"Put the change into {slot.Other().Name()} with newest: {slot.Other().Name()}, and move the weights afterwards."
            : "Move all traffic to one slot first, and put the change into the other.");

    public static Problem TwoSlotsChanged(Place entry, string service) => Found(
        ProblemCode.TwoSlotsChanged,
        entry,
        $"Both slots of '{service}' would change at once, which leaves nothing to go back to.",
        "a change of tag or revision in one slot per release",
        "Leave one of the two slots as it is.");

    public static Problem ChangedSlotNotNewest(Place newest, string service, Slot changed) => Found(
        ProblemCode.ChangedSlotNotNewest,
        newest,
        $"{changed.Name()} of '{service}' would change, and only the newest slot's revision is made.",
        $"newest: {changed.Name()} in the release that changes {changed.Name()}",
        $"Set newest to {changed.Name()}.");

    public static Problem RevisionExists(Place newest, string service, Slot slot, SlotRelease settled) => Found(
        ProblemCode.RevisionExists,
        newest,
        $"newest of '{service}' would go back to {slot.Name()}, whose revision for {Named(settled)} exists and cannot be made again.",
        "newest on another slot only together with another tag or revision there",
        $"Leave newest and move the weights; to run {slot.Name()} anew, raise its revision to {settled.Revision + 1}.");

    /// <param name="changed">Paths below the template; at least one.</param>
    public static Problem TemplateOfExistingRevision(
        Place slot,
        string service,
        string revision,
        IReadOnlyCollection<string> changed,
        ImageTag tag,
        SameTagAgain remedy) => Found(
        ProblemCode.TemplateOfExistingRevision,
        slot,
        $"'{service}' would change {DocumentProblems.Words(changed)} of the revision {revision}, which exists: "
        + "Azure accepts that, and the revision fails.",
        "a change of the template only under a new revision's name",
        remedy switch
        {
            AgainInSlot { Slot: var free, Revision: var next } =>
                $"Release {tag} again with newest: {free.Name()} and {free.Name()}: {{ tag: {tag}, revision: {next}, weight: 0 }}, "
                + "and move the weights afterwards.",
            AgainAfterShift { Revision: var next } =>
                $"Move all traffic to one slot first, and release {tag} again through the other with revision: {next}.",
            _ => throw new ArgumentException($"Unknown remedy {remedy.GetType().Name}.", nameof(remedy)),
        });

    public static Problem SiteWithoutTag(Place tag, string service) => Found(
        ProblemCode.SiteWithoutTag,
        tag,
        $"blue of '{service}' has no tag, and on App Service blue is the site itself, which always runs something.",
        "a tag for blue of every service on App Service",
        "Give blue the tag: the first release of a site goes there.");

    public static Problem NotProvedInStaging(Place tag, string service, ImageTag version, IReadOnlyCollection<ImageTag> proved) => Found(
        ProblemCode.NotProvedInStaging,
        tag,
        $"Staging has not run {version} of '{service}' with all traffic.",
        proved.Count == 0
            ? "a version that staging has run with all traffic; there is none yet"
            : $"a version that staging has run with all traffic: {DocumentProblems.Words(proved.Select(version => version.Text))}",
        $"Release {version} to staging first.");

    public static Problem StagingUnreadable(Place release, string file) => Found(
        ProblemCode.StagingUnreadable,
        release,
        $"{file} cannot be read, so nothing says what staging has run.",
        "a release of staging that can be read and is valid",
        "Run 'release validate staging', and put right what it lists.");

    private static string Named(SlotRelease slot) => slot switch
    {
        { Tag: null } => "no tag",
        { Revision: 1 } => slot.Tag.Text,
        _ => $"{slot.Tag} revision {slot.Revision}",
    };

    private static Problem Found(string code, Place place, string message, string allowed, string remedy) =>
        new(code, place.Source, place.Path, place.Value, message, allowed, remedy);
}
